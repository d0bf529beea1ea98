import { standingChecks, type UptimeState } from '../fetched/uptime.ts';
import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { checkRoute } from '../names/watched.ts';
import type { ConnectionState } from '../state/state.ts';
import { isEndTold, startTelling } from '../watching/flapping.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/**
 * An uptime check went down, or came up again, whatever was not known in between. A check that is seen for the first time is told
 * only when it is down. One that comes and goes is told once an hour, with how often.
 */
export const uptimeChanged: NoticeDefinition<'uptime-down' | 'uptime-up'> = {
  kinds: { 'uptime-down': { icon: 'down', isUrgent: true }, 'uptime-up': { icon: 'done', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      if (before.uptime === connection.uptime) return [];
      return standingChecks(connection).flatMap((check): NoticeDraft[] => {
        const known = before.uptime.get(check.checkId);
        const sinceMs = known?.downSinceMs ?? null;
        if (check.downSinceMs !== null) return sinceMs === null ? wentDown(connection, check) : [];
        return sinceMs !== null && check.status === 'up' ? cameUp(connection, check, sinceMs) : [];
      });
    }),
};

function wentDown(connection: ConnectionState, check: UptimeState): NoticeDraft[] {
  const telling = startTelling(check.flaps, check.lookedAtMs ?? 0);
  if (telling.kind === 'quiet') return [];
  const { shared, atMs, matter } = partsOf(connection, check);
  const title = noticeWords.uptimeDownTitle(check.name);
  return [
    {
      ...shared,
      fact: `uptime-down/${connection.id}/${check.checkId}/${atMs}`,
      kind: 'uptime-down',
      title: telling.kind === 'flapping' ? noticeWords.flapsTitle(title, telling.times) : title,
      body: noticeWords.uptimeDownBody(labelOf(connection), check.target, { downIn: check.downIn, sinceMs: check.changedAtMs }),
      about: { matter, isOver: false },
      buttons: [showButton(shared.route), snoozeButton(matter)],
    },
  ];
}

function cameUp(connection: ConnectionState, check: UptimeState, sinceMs: number): NoticeDraft[] {
  if (!isEndTold(check.flaps, check.lookedAtMs ?? 0)) return [];
  const { shared, atMs, matter } = partsOf(connection, check);
  return [
    {
      ...shared,
      fact: `uptime-up/${connection.id}/${check.checkId}/${atMs}`,
      kind: 'uptime-up',
      title: noticeWords.uptimeUpTitle(check.name),
      body: noticeWords.uptimeUpBody(labelOf(connection), outageMs(check, sinceMs), check.target),
      about: { matter, isOver: true },
      buttons: [],
    },
  ];
}

/** How long it was down: as the API says of this very outage, else from one change to the other; `null`: neither is known. */
function outageMs({ previousOutage: outage, changedAtMs }: UptimeState, sinceMs: number): number | null {
  if (outage !== null && outage.endedAtMs > sinceMs) return outage.endedAtMs - outage.startedAtMs;
  return changedAtMs === null ? null : changedAtMs - sinceMs;
}

function partsOf(connection: ConnectionState, check: UptimeState) {
  const atMs = check.changedAtMs ?? check.lookedAtMs ?? 0;
  const route = checkRoute(connection.id, check.checkId);
  return {
    shared: { name: check.name, connectionId: connection.id, route, atMs },
    atMs,
    matter: matters.uptime(connection.id, check.checkId),
  };
}
