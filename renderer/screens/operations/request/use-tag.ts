import { useEffect, useState } from 'react';
import type { Bridge } from '../../../../preload/contract/bridge.ts';
import type { TagCatalogue } from '../../../../preload/contract/catalogue.ts';
import type { Failure, Outcome } from '../../../../preload/contract/failure.ts';
import { usePage } from '../../../page/page.ts';

const kept = new WeakMap<Bridge, Map<string, Promise<Outcome<TagCatalogue>>>>();

/**
 * Reads the forms of one tag when one of its operations is first opened. They are kept for the life of the page; a failure is
 * not.
 */
function readTag(bridge: Bridge, tag: string): Promise<Outcome<TagCatalogue>> {
  const tags = kept.get(bridge) ?? new Map<string, Promise<Outcome<TagCatalogue>>>();
  kept.set(bridge, tags);
  const known = tags.get(tag);
  if (known) return known;
  const read = bridge.readCatalogueTag({ tag }).then((outcome) => {
    if (!outcome.ok) tags.delete(tag);
    return outcome as Outcome<TagCatalogue>;
  });
  tags.set(tag, read);
  return read;
}

export type TagRead = { phase: 'reading' } | { phase: 'read'; catalogue: TagCatalogue } | { phase: 'failed'; failure: Failure };

/** The forms of a tag. Reads nothing while `tag` is `null`. `again` tries once more after a failure. */
export function useTag(tag: string | null): TagRead & { again: () => void } {
  const { bridge } = usePage();
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<{ tag: string | null; state: TagRead }>({ tag: null, state: { phase: 'reading' } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is listed only to read again.
  useEffect(() => {
    if (tag === null) return;
    let isCurrent = true;
    void readTag(bridge, tag).then((outcome) => {
      if (!isCurrent) return;
      const state: TagRead = outcome.ok
        ? { phase: 'read', catalogue: outcome.value }
        : { phase: 'failed', failure: outcome.failure };
      setRead({ tag, state });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, tag, tries]);
  const state: TagRead = read.tag === tag ? read.state : { phase: 'reading' };
  return { ...state, again: () => setTries((count) => count + 1) };
}
