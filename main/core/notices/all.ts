import type { NoticeKindView } from '../../../preload/contract/notice.ts';
import { type NoticeKind, noticeKinds, noticeKindWords } from '../words/notices.ts';
import { actionEnded } from './action-ended.ts';
import { actionSlow } from './action-slow.ts';
import { alertChanged } from './alert.ts';
import { comingUp } from './coming-up.ts';
import type { NoticeDefinition, NoticeRule, TimedRule } from './definition.ts';
import { dropletDown } from './droplet-down.ts';
import { spendReached } from './spend.ts';
import { tokenRefused } from './token-refused.ts';
import { uptimeChanged } from './uptime.ts';

/** The definition behind each kind of notice. The words name the kinds; a kind without a rule does not compile. */
const definitions: { readonly [K in NoticeKind]: NoticeDefinition<K> } = {
  'action-completed': actionEnded,
  'action-errored': actionEnded,
  'action-slow': actionSlow,
  'droplet-down': dropletDown,
  'uptime-down': uptimeChanged,
  'uptime-up': uptimeChanged,
  'alert-fired': alertChanged,
  'alert-cleared': alertChanged,
  'spend-threshold': spendReached,
  'spend-share': spendReached,
  'spend-forecast': spendReached,
  'spend-day': spendReached,
  'token-refused': tokenRefused,
  'coming-up': comingUp,
};

/** Every rule once, although a rule may make several kinds. */
export const noticeRules: readonly NoticeRule[] = [...new Set(Object.values(definitions).map(({ rule }) => rule))];
/** Those that time alone sets off. */
export const timedRules: readonly TimedRule[] = Object.values(definitions).flatMap(
  ({ timed }: Pick<NoticeDefinition, 'timed'>) => timed ?? [],
);

/** The kinds as the page shows them, in the order of Settings. */
export const noticeKindViews: readonly NoticeKindView[] = noticeKinds.map(viewOf);

function viewOf<K extends NoticeKind>(kind: K): NoticeKindView {
  const { kinds }: NoticeDefinition<K> = definitions[kind];
  return { kind, name: noticeKindWords[kind].name, ...kinds[kind] };
}
