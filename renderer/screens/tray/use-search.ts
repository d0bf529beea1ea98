import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { useRows } from '../../hooks/use-view.ts';
import type { PaletteEntry } from '../../palette/entries.ts';
import type { StartJob } from '../../palette/offers.ts';
import { useKnowledge, useLook } from '../../palette/use-knowledge.ts';
import { type Found, findDroplets, wordsOf } from '../../readings/droplet-search.ts';

/** Nobody reads more results at a glance; the next letters make them fewer. */
const shownAtMost = 50;
/** So many where other things are found too, so that these are in sight. */
const shownBeside = 7;

const nothing = { things: [], jobs: [] };

/** What is typed in the popover, and what that finds. */
export interface Search {
  text: string;
  words: readonly string[];
  /** `null`: nothing is searched for. */
  found: Found | null;
  /** Things of other kinds, and what can be done with them. Results go on with these after the droplets. */
  things: readonly PaletteEntry[];
  jobs: readonly PaletteEntry[];
  /** Some lists are still being read. */
  isReading: boolean;
  /** Number of the result under the cursor; `null`: none. */
  cursor: number | null;
  type: (text: string) => void;
  moveTo: (index: number) => void;
}

/** `kept` outlives the list, so that a search is still there after a look at a droplet. `start` runs a job. */
export const useSearch = (droplets: readonly DropletRow[], kept: { text: string; cursor: number }, start: StartJob): Search => {
  const [text, setText] = useState(kept.text);
  const [at, setAt] = useState(kept.cursor);
  const searched = useDeferredValue(text);
  const words = useMemo(() => wordsOf(searched), [searched]);
  const connections = useRows('connections');
  const starter = useRef(start);
  starter.current = start;
  const startNow = useCallback<StartJob>((offer, thing) => starter.current(offer, thing), []);
  const known = useKnowledge(startNow, words.length > 0);
  const { things, jobs } = (words.length > 0 && known.knowledge?.beside(words)) || nothing;
  const limit = things.length + jobs.length > 0 ? shownBeside : shownAtMost;
  const found = useMemo(() => (words.length === 0 ? null : findDroplets(droplets, words, limit)), [droplets, words, limit]);
  useLook(known, words, connections, (found?.count ?? 0) + things.length + jobs.length > 0);
  const last = (found?.droplets.length ?? 0) + (found ? things.length + jobs.length : 0) - 1;
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
  const isReading = (known.knowledge?.reading() ?? []).length > 0;
  return { text, words, found, things, jobs, isReading, cursor, type, moveTo };
};

/** What is not a droplet under the cursor. */
export const entryAt = ({ found, things, jobs, cursor }: Search): PaletteEntry | undefined =>
  found === null || cursor === null ? undefined : [...things, ...jobs][cursor - found.droplets.length];
