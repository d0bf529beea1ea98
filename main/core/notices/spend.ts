import type { MonthRow } from '../../../preload/contract/month-row.ts';
import { unusualDay } from '../money/unusual-day.ts';
import { labelOf } from '../names/connection-label.ts';
import { matters } from '../names/matters.ts';
import { routes } from '../names/routes.ts';
import type { State } from '../state/state.ts';
import { overallMonth } from '../view/months.ts';
import { type NoticeKind, noticeWords } from '../words/notices.ts';
import { showButton } from './buttons.ts';
import type { NoticeDefinition, NoticeDraft } from './definition.ts';

type SpendKind = Extract<NoticeKind, `spend-${string}`>;

/** What all notices of money have in common. */
const draft = (kind: SpendKind, atMs: number, more: Pick<NoticeDraft, 'fact' | 'title' | 'body' | 'about'>): NoticeDraft => ({
  kind,
  name: '',
  connectionId: null,
  route: routes.billing,
  buttons: [showButton(routes.billing)],
  atMs,
  ...more,
});

/**
 * The month's spending over all teams against the person's limit: a share of it, all of it, or where the forecast goes. Each is told
 * once a month for each limit; months are in UTC, as DigitalOcean bills them. What passed the limit needs no word about less.
 */
function ofMonth(month: MonthRow, warnAtPercent: number | null): NoticeDraft[] {
  const { limit, forecast, usedUsd, generatedAtMs, connectionIds } = month;
  if (limit === null) return [];
  const matter = matters.spend(generatedAtMs);
  const more = (fact: string) => ({
    fact: `${matter}/${fact}`,
    body: noticeWords.spendBody(connectionIds.length),
    about: { matter, isOver: false },
  });
  if (limit.usedShare >= 1) {
    const title = noticeWords.spendTitle(usedUsd, limit.usd);
    return [draft('spend-threshold', generatedAtMs, { ...more(limit.usd), title })];
  }
  const drafts: NoticeDraft[] = [];
  if (warnAtPercent !== null && limit.usedShare * 100 >= warnAtPercent) {
    const title = noticeWords.spendShareTitle(warnAtPercent, limit.usd);
    drafts.push(draft('spend-share', generatedAtMs, { ...more(`${limit.usd}/share/${warnAtPercent}`), title }));
  }
  if (limit.isForecastOver && forecast) {
    const title = noticeWords.spendForecastTitle(forecast.usd, limit.usd);
    drafts.push(draft('spend-forecast', generatedAtMs, { ...more(`${limit.usd}/forecast`), title }));
  }
  return drafts;
}

/** A team's day that cost far more than its usual one. Once a day and team. */
function ofDays(previous: State, next: State): NoticeDraft[] {
  if (previous.spending === next.spending) return [];
  return [...next.spending].flatMap(([id, points]) => {
    const connection = next.connections.get(id);
    if (!connection || points === previous.spending.get(id)) return [];
    const unusual = unusualDay(points);
    const last = points.at(-1);
    if (unusual === null || last === undefined) return [];
    return {
      ...draft('spend-day', last.atMs, {
        fact: `spend-day/${id}/${unusual.day}`,
        title: noticeWords.spendDayTitle(unusual.spentUsd),
        body: noticeWords.spendDayBody(labelOf(connection), unusual.usualUsd),
        about: null,
      }),
      name: labelOf(connection),
      connectionId: id,
    };
  });
}

export const spendReached: NoticeDefinition<SpendKind> = {
  kinds: {
    'spend-threshold': { icon: 'spend', isUrgent: false },
    'spend-share': { icon: 'spend', isUrgent: false },
    'spend-forecast': { icon: 'spend', isUrgent: false },
    'spend-day': { icon: 'spend', isUrgent: false },
  },
  rule: (previous, next, settings) => {
    if (previous.connections === next.connections) return [];
    const month = overallMonth(next.settings === settings ? next : { ...next, settings });
    return [...(month ? ofMonth(month, settings.costs.warnAtPercent) : []), ...ofDays(previous, next)];
  },
};
