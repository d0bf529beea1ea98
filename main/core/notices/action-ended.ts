import type { TrackedAction } from '../fetched/actions.ts';
import { resourceNameOf, titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { erroredFact } from '../names/facts.ts';
import { routeOf, routes } from '../names/routes.ts';
import type { ConnectionState } from '../state/state.ts';
import { erroredWords } from '../words/actions.ts';
import { noticeWords } from '../words/notices.ts';
import { retryButton, showButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/** An action completed or failed, whoever started it. Actions that ended before Buoy first looked are not told. */
export const actionEnded: NoticeDefinition<'action-completed' | 'action-errored'> = {
  kinds: { 'action-completed': { icon: 'done', isUrgent: false }, 'action-errored': { icon: 'failed', isUrgent: true } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      const lookedAtMs = before.fetches.actions.fetchedAtMs;
      if (before.actions === connection.actions) return [];
      return [...connection.actions.values()].flatMap((action) => {
        const known = before.actions.get(action.key);
        const wasRunning = known?.status === 'in-progress';
        const isNew = known === undefined && lookedAtMs !== null && (action.completedAtMs ?? 0) > lookedAtMs - overlapMs;
        return wasRunning || isNew ? endOf(connection, action) : [];
      });
    }),
};

/** How much older than the last look an end may be and still be new: clocks differ, and a look may miss the latest end. */
const overlapMs = 120_000;

/** The notice about an action that is over. A followed operation that Buoy gave up watching counts as failed. */
function endOf(connection: ConnectionState, action: TrackedAction): NoticeDraft[] {
  const team = labelOf(connection);
  const name = resourceNameOf(action);
  const route = routeOf(action) ?? routes.activity;
  const shared = { connectionId: connection.id, route, name, about: null };
  const atMs = action.completedAtMs ?? action.startedAtMs;
  const title = titleOf(action);
  if (action.status === 'errored' || (action.status === 'unknown' && action.failure)) {
    const reason = action.failure?.message ?? erroredWords(title, action.actionId).nextStep;
    const body = noticeWords.erroredBody(team, reason);
    const retry = retryButton(action);
    const buttons = retry === null ? ([showButton(route)] as const) : ([showButton(route), retry] as const);
    return [{ ...shared, fact: erroredFact(action.key), kind: 'action-errored', title, body, buttons, atMs }];
  }
  if (action.status !== 'completed') return [];
  const tookMs = action.completedAtMs === null ? null : action.completedAtMs - action.startedAtMs;
  return [
    {
      ...shared,
      fact: `completed/${action.key}`,
      kind: 'action-completed',
      title: noticeWords.completedTitle(action.type, action.resourceType, name, title),
      body: noticeWords.completedBody(action.type, team, tookMs),
      buttons: [],
      atMs,
    },
  ];
}
