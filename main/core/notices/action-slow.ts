import { usualFor } from '../state/fold-actions.ts';
import { resourceNameOf, routeOf, titleOf } from '../view/action-rows.ts';
import { labelOf } from '../view/connection-rows.ts';
import { noticeWords } from '../words/notices.ts';
import { duration } from '../words/time.ts';
import { changedConnections } from './changed.ts';
import type { NoticeRule } from './draft.ts';

/** A running action passed far beyond what is usual for its kind. */
export const actionSlow: NoticeRule = (previous, next) =>
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
        route: routeOf(action) ?? '#/activity',
        atMs: action.startedAtMs,
      };
    });
  });
