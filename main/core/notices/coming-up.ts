import { untilOrAgo } from '../../../preload/contract/time-words.ts';
import { comingOf } from '../coming/all.ts';
import { leadReached } from '../coming/coming.ts';
import { labelOf } from '../names/connection-label.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton } from './buttons.ts';
import type { NoticeDefinition } from './definition.ts';

/**
 * Something ends or begins in so many days as the person wants to be told of. Each of its times is told once; what is found late
 * is told once for all times that have passed. What was renewed or moved has another time, and so other facts.
 */
export const comingUp: NoticeDefinition<'coming-up'> = {
  kinds: { 'coming-up': { icon: 'coming', isUrgent: false } },
  // Nothing but time makes it new: what was read long ago comes near by itself.
  rule: () => [],
  timed: (state, nowMs) =>
    [...state.connections.values()].flatMap((connection) =>
      comingOf(connection, nowMs).flatMap((coming) => {
        const { key, atMs, title, detail, route } = coming;
        const days = leadReached(coming, state.settings.coming, nowMs);
        if (atMs === null || days === null) return [];
        const fact = `coming/${key}/${atMs}/${days}`;
        // Most turns have nothing new, and this is looked at in each of them.
        if (state.toldFacts.has(fact)) return [];
        return {
          fact,
          kind: 'coming-up' as const,
          name: title,
          title: noticeWords.comingTitle(title, untilOrAgo({ ...coming, atMs }, nowMs)),
          body: noticeWords.comingBody(labelOf(connection), detail),
          connectionId: connection.id,
          route,
          about: null,
          buttons: [showButton(route)] as const,
          atMs: nowMs,
        };
      }),
    ),
};
