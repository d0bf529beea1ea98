import type { Notice, NoticeButton, NoticeKindView } from '../../../preload/contract/notice.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { State } from '../state/state.ts';
import type { NoticeKind } from '../words/notices.ts';

/** A fact worth telling, before the limits decide whether and how it is shown. */
export interface NoticeDraft extends Pick<Notice, 'title' | 'body' | 'connectionId' | 'route' | 'name'> {
  kind: NoticeKind;
  /**
   * Key of the fact. A fact is told once, even across restarts, so its key must be the same in every version: `history.json`
   * stores the keys that were told. A key that others need too is made in `names/facts.ts`.
   */
  fact: string;
  /**
   * What it is about, by its key in `names/matters.ts`; `null`: something that happened and is over. `isOver`: it says that
   * this has ended.
   */
  about: { matter: string; isOver: boolean } | null;
  /** What a person may do about it at once, the likelier first. Systems show two at least, so there are never more. */
  buttons: readonly [] | readonly [NoticeButton] | readonly [NoticeButton, NoticeButton];
  /** When it happened, Unix milliseconds. */
  atMs: number;
}

/** What is new between two states. Pure, and called after every turn in which the state changed, so it must be quick. */
export type NoticeRule = (previous: State, next: State, settings: Settings) => NoticeDraft[];

/** What is to be told at that time, although the state may be as it was. Pure, and called as often. */
export type TimedRule = (state: State, nowMs: number) => NoticeDraft[];

/** One rule, the kinds of notice that it makes, and how the page draws each of them. */
export interface NoticeDefinition<K extends NoticeKind = NoticeKind> {
  kinds: Readonly<Record<K, Pick<NoticeKindView, 'icon' | 'isUrgent'>>>;
  rule: NoticeRule;
  timed?: TimedRule;
}
