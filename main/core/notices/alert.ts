import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import { alertTitle, alertValue } from '../words/monitoring.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/**
 * A metric crossed its policy's limit, or came back within it. Buoy evaluates the policies itself, at most every ten minutes,
 * so this notice may come later than DigitalOcean's own message.
 */
export const alertChanged: NoticeDefinition<'alert-fired' | 'alert-cleared'> = {
  kinds: { 'alert-fired': { icon: 'alert', isUrgent: false }, 'alert-cleared': { icon: 'done', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) =>
      [...connection.alerts.values()].flatMap((alert): NoticeDraft[] => {
        const wasFiring = before.alerts.get(alert.key)?.isFiring ?? false;
        const droplet = connection.droplets.get(alert.dropletId);
        if (alert.isFiring === wasFiring || !droplet) return [];
        const title = alertTitle(alert, droplet.name);
        const matter = matters.alert(connection.id, alert.key);
        return [
          {
            fact: `alert-${alert.isFiring ? 'fired' : 'cleared'}/${connection.id}/${alert.key}/${alert.changedAtMs}`,
            kind: alert.isFiring ? 'alert-fired' : 'alert-cleared',
            name: droplet.name,
            title: alert.isFiring ? title : noticeWords.alertClearedTitle(title),
            body: noticeWords.alertBody(labelOf(connection), alertValue(alert)),
            connectionId: connection.id,
            route: routes.monitoring,
            about: { matter, isOver: !alert.isFiring },
            buttons: alert.isFiring ? [showButton(routes.monitoring), snoozeButton(matter)] : [],
            atMs: alert.changedAtMs,
          },
        ];
      }),
    ),
};
