import type { AlertState } from '../fetched/alert-state.ts';
import { standingAlerts } from '../fetched/alerts.ts';
import { alertRoute } from '../metrics/chart-route.ts';
import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { watchedName } from '../names/watched.ts';
import type { ConnectionState } from '../state/state.ts';
import { isEndTold, startTelling } from '../watching/flapping.ts';
import { alertWords } from '../words/monitoring.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/**
 * A metric stayed on the wrong side of its policy's limit for the policy's whole window, or came back for good. Buoy judges the
 * policies itself and looks every few minutes, so this notice may come later than DigitalOcean's own message. One that comes and goes
 * is told once an hour, with how often.
 */
export const alertChanged: NoticeDefinition<'alert-fired' | 'alert-cleared'> = {
  kinds: { 'alert-fired': { icon: 'alert', isUrgent: false }, 'alert-cleared': { icon: 'done', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      if (before.alerts === connection.alerts) return [];
      return standingAlerts(connection).flatMap((alert): NoticeDraft[] => {
        const heldSinceMs = before.alerts.get(alert.key)?.firingSinceMs ?? null;
        const atMs = alert.changedAtMs;
        if (atMs === null || (alert.firingSinceMs === null) === (heldSinceMs === null)) return [];
        return heldSinceMs === null ? fired(connection, alert, atMs) : cleared(connection, alert, { atMs, sinceMs: heldSinceMs });
      });
    }),
};

function fired(connection: ConnectionState, alert: AlertState, atMs: number): NoticeDraft[] {
  const telling = startTelling(alert.flaps, atMs);
  if (telling.kind === 'quiet') return [];
  const { shared, title, value, matter, route } = partsOf(connection, alert);
  const team = labelOf(connection);
  const sinceMs = alert.firingSinceMs ?? atMs;
  return [
    {
      ...shared,
      fact: `alert-fired/${connection.id}/${alert.key}/${atMs}`,
      kind: 'alert-fired',
      title: telling.kind === 'flapping' ? noticeWords.flapsTitle(title, telling.times) : title,
      body: noticeWords.alertBody(team, value, sinceMs, atMs),
      about: { matter, isOver: false },
      buttons: [showButton(route), snoozeButton(matter)],
      atMs,
    },
  ];
}

function cleared(
  connection: ConnectionState,
  alert: AlertState,
  { atMs, sinceMs }: { atMs: number; sinceMs: number },
): NoticeDraft[] {
  if (!isEndTold(alert.flaps, atMs)) return [];
  const { shared, title, value, matter } = partsOf(connection, alert);
  return [
    {
      ...shared,
      fact: `alert-cleared/${connection.id}/${alert.key}/${atMs}`,
      kind: 'alert-cleared',
      title: noticeWords.alertClearedTitle(title),
      body: noticeWords.alertClearedBody(labelOf(connection), value, sinceMs, atMs),
      about: { matter, isOver: true },
      buttons: [],
      atMs,
    },
  ];
}

function partsOf(connection: ConnectionState, alert: AlertState) {
  const { thing } = alert;
  const name = watchedName(connection.droplets, thing);
  const route = alertRoute(connection.id, alert.type, thing);
  return {
    shared: { name, connectionId: connection.id, route },
    title: alertWords.title(alert, name),
    value: alertWords.value(alert.type, alert.latest?.value ?? null),
    matter: matters.alert(connection.id, alert.key),
    route,
  };
}
