import { duration } from '../../../preload/contract/time-words.ts';
import { resourceNameOf, titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { routeOf, routes } from '../names/routes.ts';
import { slowLimitOf, usualFor } from '../state/fold-actions.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton, snoozeButton } from './buttons.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition } from './definition.ts';

/**
 * A running action takes far longer than usual for its kind (`isFarLonger`), or than any should (`slow-limits.ts`) while Buoy
 * has not learned what is usual. Told once for each action. It has no button that changes something, because DigitalOcean runs
 * one action at a time on a droplet.
 */
export const actionSlow: NoticeDefinition<'action-slow'> = {
  kinds: { 'action-slow': { icon: 'slow', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      if (before.actions === connection.actions) return [];
      return [...connection.actions.values()].flatMap((action) => {
        const isNews = action.status === 'in-progress' && action.isSlow && before.actions.get(action.key)?.isSlow !== true;
        if (!isNews) return [];
        const estimate = usualFor(next.durations, action);
        const team = labelOf(connection);
        const route = routeOf(action) ?? routes.activity;
        const matter = matters.slow(action.key);
        return {
          fact: matter,
          kind: 'action-slow' as const,
          name: resourceNameOf(action),
          title: estimate ? noticeWords.slowTitle(titleOf(action)) : noticeWords.longTitle(titleOf(action)),
          body: estimate
            ? noticeWords.slowBody(team, duration(estimate.usualMs))
            : noticeWords.longBody(team, slowLimitOf(connection, action)),
          connectionId: connection.id,
          route,
          about: { matter, isOver: false },
          buttons: [showButton(route), snoozeButton(matter)] as const,
          atMs: action.startedAtMs,
        };
      });
    }),
};
