import type { TrackedAction } from '../fetched/actions.ts';
import { resourceNameOf, titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { erroredFact } from '../names/facts.ts';
import { routeOf, routes } from '../names/routes.ts';
import { runKind } from '../names/run-kind.ts';
import { hasJustEnded, isOpen, isRequest, statusAfterAction, stoppingMs } from '../state/expectations.ts';
import type { ConnectionState, Expectation } from '../state/state.ts';
import { erroredWords } from '../words/actions.ts';
import { noticeWords } from '../words/notices.ts';
import { retryButton, showButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/**
 * An action completed or failed, whoever started it. Actions that ended before Buoy first looked are not told. Of an action
 * after which a droplet should be on or off, Buoy looks at the droplet before it says so.
 */
export const actionEnded: NoticeDefinition<'action-completed' | 'action-errored'> = {
  kinds: { 'action-completed': { icon: 'done', isUrgent: false }, 'action-errored': { icon: 'failed', isUrgent: true } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => [
      ...endedActions(before, connection),
      ...lookedAfter(before, connection),
    ]),
};

/** What ends without a notice of its own, because a job that waits for it goes on, or says why it stopped. */
const isToldByJob = ({ isStep }: TrackedAction): boolean => isStep === true;

/** Milliseconds. A run over many things that takes no longer is watched by the person who started it. */
const quickRunMs = 5000;

const isQuickRun = ({ follow, startedAtMs, completedAtMs }: TrackedAction): boolean =>
  follow?.kind === runKind && completedAtMs !== null && completedAtMs - startedAtMs < quickRunMs;

/** Notices about actions that ended, except those whose droplet is yet to be looked at. */
function endedActions(before: ConnectionState, connection: ConnectionState): NoticeDraft[] {
  if (before.actions === connection.actions) return [];
  const looking = openKeys(connection);
  return [...connection.actions.values()].flatMap((action) =>
    hasJustEnded(before, action) && !looking.has(action.key) && !isQuickRun(action) && !isToldByJob(action)
      ? endOf(connection, action, null)
      : [],
  );
}

/** Notices about actions whose droplet was looked at, or could not be in time. */
function lookedAfter(before: ConnectionState, connection: ConnectionState): NoticeDraft[] {
  if (before.expectations === connection.expectations) return [];
  const looking = openKeys(connection);
  return [...before.expectations].flatMap(([dropletId, expected]) => {
    if (!isOpen(expected) || looking.has(expected.actionKey)) return [];
    const action = connection.actions.get(expected.actionKey);
    const now = connection.expectations.get(dropletId);
    const last = now?.actionKey === expected.actionKey ? now : expected;
    return action && !isToldByJob(action) ? endOf(connection, action, last.found) : [];
  });
}

const openKeys = ({ expectations }: ConnectionState): ReadonlySet<string> =>
  new Set([...expectations.values()].filter(isOpen).map(({ actionKey }) => actionKey));

/**
 * The notice about an action that is over, and about what a look at its droplet found: `found` is its status. A
 * followed operation that Buoy gave up watching counts as failed.
 */
function endOf(connection: ConnectionState, action: TrackedAction, found: Expectation['found']): NoticeDraft[] {
  const team = labelOf(connection);
  const title = titleOf(action);
  if (action.status === 'errored' || (action.status === 'unknown' && action.failure)) {
    const reason = action.failure?.message ?? erroredWords(title, action.actionId).nextStep;
    return [failed(action, title, noticeWords.erroredBody(team, reason))];
  }
  if (action.status !== 'completed') return [];
  const name = resourceNameOf(action);
  // A later action explains what a look found.
  const seen = isOvertaken(connection, action) ? null : found;
  if (seen === 'active' && isRequest(action.type)) {
    return [failed(action, noticeWords.stillOnTitle(name), noticeWords.stillOnBody(team, stoppingMs))];
  }
  const tookMs = action.completedAtMs === null ? null : action.completedAtMs - action.startedAtMs;
  const said = completedTitle(action, seen, name, title);
  const body = noticeWords.completedBody(said === title ? null : action.type, team, tookMs);
  return [{ ...shared(action), fact: `completed/${action.key}`, kind: 'action-completed', title: said, body, buttons: [] }];
}

/** The notice that an action did not do what it was for. */
function failed(action: TrackedAction, title: string, body: string): NoticeDraft {
  const show = showButton(placeOf(action));
  const retry = retryButton(action);
  const buttons = retry === null ? ([show] as const) : ([show, retry] as const);
  return { ...shared(action), fact: erroredFact(action.key), kind: 'action-errored', title, body, buttons };
}

/** What it was about, or its own row where that has no place of its own: the page knows by it which toast would say the same. */
const placeOf = (action: TrackedAction): string => routeOf(action) ?? routes.action(action.key);

const shared = (action: TrackedAction) => ({
  connectionId: action.connectionId,
  route: placeOf(action),
  name: resourceNameOf(action),
  about: null,
  atMs: action.completedAtMs ?? action.startedAtMs,
});

/** Whether a later action on the same resource explains how it is now. */
const isOvertaken = ({ actions }: ConnectionState, { startedAtMs, key, resourceType, resourceId }: TrackedAction): boolean =>
  [...actions.values()].some(
    (other) =>
      other.key !== key &&
      other.resourceType === resourceType &&
      other.resourceId === resourceId &&
      other.startedAtMs >= startedAtMs,
  );

function completedTitle(action: TrackedAction, seen: Expectation['found'], name: string, done: string): string {
  const wanted = statusAfterAction(action);
  if (wanted !== null && wanted === seen) return noticeWords.seenTitle(name, wanted);
  return isRequest(action.type) && action.resourceType === 'droplet' ? noticeWords.toldToStopTitle(name) : done;
}
