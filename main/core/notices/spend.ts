import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import { spendOf } from '../view/spend.ts';
import { noticeWords } from '../words/notices.ts';
import { showButton } from './buttons.ts';
import type { NoticeDefinition } from './definition.ts';

/**
 * The month's spending over all teams reached the threshold. Told once a month for each threshold; months are in UTC, as
 * DigitalOcean bills them.
 */
export const spendReached: NoticeDefinition<'spend-threshold'> = {
  kinds: { 'spend-threshold': { icon: 'spend', isUrgent: false } },
  rule: (previous, next, settings) => {
    const threshold = settings.spendThresholdUsd;
    if (threshold === null || previous.connections === next.connections) return [];
    const spend = spendOf(next);
    if (!spend || spend.usedUsd < threshold) return [];
    return [
      {
        fact: `${matters.spend(spend.generatedAtMs)}/${threshold}`,
        kind: 'spend-threshold',
        name: '',
        title: noticeWords.spendTitle(spend.usedUsd, threshold),
        body: noticeWords.spendBody(spend.teams),
        connectionId: null,
        route: routes.billing,
        about: { matter: matters.spend(spend.generatedAtMs), isOver: false },
        buttons: [showButton(routes.billing)],
        atMs: spend.generatedAtMs,
      },
    ];
  },
};
