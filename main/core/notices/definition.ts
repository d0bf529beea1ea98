import type { Settings } from '../../../preload/contract/settings.ts';
import type { NoticeKindView, NoticeRow } from '../../../preload/contract/view.ts';
import type { State } from '../state/state.ts';
import type { NoticeKind } from '../words/notices.ts';

/** A fact worth telling, before the limits decide how. */
export interface NoticeDraft extends Pick<NoticeRow, 'title' | 'body' | 'connectionId' | 'route'> {
  kind: NoticeKind;
  /** Names the fact for ever: the same fact is told once, also after a restart. */
  fact: string;
  /** The thing alone, for a notice that stands for several: "web-01". */
  name: string;
  /** When it happened. */
  atMs: number;
}

/** What is new between two states. Pure; called with every change. */
export type NoticeRule = (previous: State, next: State, settings: Settings) => NoticeDraft[];

/** One rule with the kinds of notice that it makes and how the page draws each of them. */
export interface NoticeDefinition<K extends NoticeKind = NoticeKind> {
  kinds: Readonly<Record<K, Pick<NoticeKindView, 'icon' | 'isUrgent'>>>;
  rule: NoticeRule;
}
