import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

/** An uptime check went down, or came up again. A check that is seen for the first time is told only when it is down. */
export const uptimeChanged: NoticeDefinition<'uptime-down' | 'uptime-up'> = {
  kinds: { 'uptime-down': { icon: 'down', isUrgent: true }, 'uptime-up': { icon: 'done', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) =>
      [...connection.uptime.values()].flatMap((check): NoticeDraft[] => {
        const known = before.uptime.get(check.checkId);
        const isDown = check.isEnabled && check.status === 'down';
        const wasDown = known?.status === 'down';
        const team = labelOf(connection);
        const atMs = check.changedAtMs ?? connection.fetches.uptime.fetchedAtMs ?? 0;
        const shared = { name: check.name, connectionId: connection.id, route: routes.monitoring, atMs };
        const matter = matters.uptime(connection.id, check.checkId);
        const fact = (change: 'down' | 'up') => `uptime-${change}/${connection.id}/${check.checkId}/${atMs}`;
        if (isDown && !wasDown) {
          const [title, body] = [noticeWords.uptimeDownTitle(check.name), noticeWords.uptimeDownBody(team, check.target)];
          const buttons = [showButton(routes.monitoring), snoozeButton(matter)] as const;
          return [{ ...shared, fact: fact('down'), kind: 'uptime-down', title, body, about: { matter, isOver: false }, buttons }];
        }
        if (!wasDown || check.status !== 'up') return [];
        const tookMs = known?.changedAtMs == null || check.changedAtMs === null ? null : check.changedAtMs - known.changedAtMs;
        const [title, body] = [noticeWords.uptimeUpTitle(check.name), noticeWords.uptimeUpBody(team, tookMs)];
        return [{ ...shared, fact: fact('up'), kind: 'uptime-up', title, body, about: { matter, isOver: true }, buttons: [] }];
      }),
    ),
};
