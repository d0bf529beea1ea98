import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import { noticeWords } from '../words/notices.ts';
import { replaceTokenButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition } from './definition.ts';

/**
 * DigitalOcean stopped accepting a token. The fact contains the time at which the token last worked, so that a restart does
 * not repeat the notice, but a token that worked again and is refused again makes a new one.
 */
export const tokenRefused: NoticeDefinition<'token-refused'> = {
  kinds: { 'token-refused': { icon: 'token', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      if (connection.access.status !== 'refused' || before.access.status === 'refused') return [];
      const { lastWorkedAtMs } = connection;
      const atMs = connection.fetches.droplets.failedAtMs ?? connection.fetches.actions.failedAtMs ?? lastWorkedAtMs ?? 0;
      const label = labelOf(connection);
      return {
        fact: `refused/${connection.id}/${lastWorkedAtMs ?? 'never'}`,
        kind: 'token-refused' as const,
        name: label,
        title: noticeWords.refusedTitle(label),
        body: noticeWords.refusedBody(lastWorkedAtMs, atMs),
        connectionId: connection.id,
        route: routes.connections,
        about: { matter: matters.token(connection.id), isOver: false },
        buttons: [replaceTokenButton()] as const,
        atMs,
      };
    }),
};
