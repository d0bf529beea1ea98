import type { Settings } from '../../../preload/contract/settings.ts';
import type { NoticeKindView, NoticeRow } from '../../../preload/contract/view.ts';
import type { State } from '../state/state.ts';
import type { NoticeKind } from '../words/notices.ts';

/** A fact worth telling, before the limits decide whether and how it is shown. */
export interface NoticeDraft extends Pick<NoticeRow, 'title' | 'body' | 'connectionId' | 'route'> {
  kind: NoticeKind;
  /**
   * Key of the fact. A fact is told once, even across restarts, so its key must be the same in every version: `history.json`
   * stores the keys that were told. A key that others need too is made in `names/facts.ts`.
   */
  fact: string;
  /** The thing's name alone, for a notice about several: "web-01". */
  name: string;
  /** When it happened, Unix milliseconds. */
  atMs: number;
}

/** What is new between two states. Pure, and called after every turn in which the state changed, so it must be quick. */
export type NoticeRule = (previous: State, next: State, settings: Settings) => NoticeDraft[];

/** One rule, the kinds of notice that it makes, and how the page draws each of them. */
export interface NoticeDefinition<K extends NoticeKind = NoticeKind> {
  kinds: Readonly<Record<K, Pick<NoticeKindView, 'icon' | 'isUrgent'>>>;
  rule: NoticeRule;
}
