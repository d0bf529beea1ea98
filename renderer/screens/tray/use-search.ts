import { useDeferredValue, useMemo, useState } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { type Found, findDroplets, wordsOf } from '../../readings/droplet-search.ts';

/** Nobody reads more results at a glance; the next letters make them fewer. */
const shownAtMost = 50;

/** What is typed in the popover, and what that finds. */
export interface Search {
  text: string;
  words: readonly string[];
  /** `null`: nothing is searched for. */
  found: Found | null;
  /** Number of the result under the cursor; `null`: none. */
  cursor: number | null;
  type: (text: string) => void;
  moveTo: (index: number) => void;
}

/** `kept` outlives the list, so that a search is still there after a look at a droplet. */
export const useSearch = (droplets: readonly DropletRow[], kept: { text: string; cursor: number }): Search => {
  const [text, setText] = useState(kept.text);
  const [at, setAt] = useState(kept.cursor);
  const searched = useDeferredValue(text);
  const words = useMemo(() => wordsOf(searched), [searched]);
  const found = useMemo(() => (words.length === 0 ? null : findDroplets(droplets, words, shownAtMost)), [droplets, words]);
  const last = (found?.droplets.length ?? 0) - 1;
  const cursor = last < 0 ? null : Math.min(at, last);
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, last));
    kept.cursor = next;
    setAt(next);
  };
  const type = (next: string) => {
    kept.text = next;
    kept.cursor = 0;
    setText(next);
    setAt(0);
  };
  return { text, words, found, cursor, type, moveTo };
};
