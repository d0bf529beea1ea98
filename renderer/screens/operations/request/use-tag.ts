import { useEffect, useState } from 'react';
import type { TagCatalogue } from '../../../../preload/contract/catalogue.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { readTag } from '../../../page/catalogue-tags.ts';
import { usePage } from '../../../page/page.ts';

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
