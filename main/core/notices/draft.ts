import type { Settings } from '../../../preload/contract/settings.ts';
import type { NoticeRow } from '../../../preload/contract/view.ts';
import type { State } from '../state/state.ts';

/** A fact worth telling, before the limits decide how. */
export interface Draft extends Pick<NoticeRow, 'kind' | 'title' | 'body' | 'connectionId' | 'route'> {
  /** Names the fact for ever: the same fact is told once, also after a restart. */
  fact: string;
  /** The thing alone, for a notice that stands for several: "web-01". */
  name: string;
  /** When it happened. */
  atMs: number;
}

/** One rule: what is new between two states. Pure; called with every change. */
export type NoticeRule = (previous: State, next: State, settings: Settings) => Draft[];
