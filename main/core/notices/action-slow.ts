import { resourceNameOf, titleOf } from '../names/action-title.ts';
import { labelOf } from '../names/connection-label.ts';
import { routeOf, routes } from '../names/routes.ts';
import { usualFor } from '../state/fold-actions.ts';
import { noticeWords } from '../words/notices.ts';
import { duration } from '../words/time.ts';
import { changedConnections } from './changed.ts';
import type { NoticeDefinition } from './definition.ts';

/** A running action takes far longer than usual for its kind (`isFarLonger`). Told once for each action. */
export const actionSlow: NoticeDefinition<'action-slow'> = {
  kinds: { 'action-slow': { icon: 'slow', isUrgent: false } },
  rule: (previous, next) =>
    changedConnections(previous, next).flatMap(([before, connection]) => {
      if (before.actions === connection.actions) return [];
      return [...connection.actions.values()].flatMap((action) => {
        const isNews = action.status === 'in-progress' && action.isSlow && before.actions.get(action.key)?.isSlow !== true;
        const estimate = usualFor(next.durations, action);
        if (!isNews || !estimate) return [];
        return {
          fact: `slow/${action.key}`,
          kind: 'action-slow' as const,
          name: resourceNameOf(action),
          title: noticeWords.slowTitle(titleOf(action)),
          body: noticeWords.slowBody(labelOf(connection), duration(estimate.usualMs)),
          connectionId: connection.id,
          route: routeOf(action) ?? routes.activity,
          atMs: action.startedAtMs,
        };
      });
    }),
};
