import { useEffect, useState } from 'react';
import type { CatalogueIndex } from '../../../../preload/contract/catalogue.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { readIndex } from '../../../hooks/use-catalogue.ts';
import { usePage } from '../../../page/page.ts';
import { operationWords } from '../../../words/operations.ts';

export type IndexRead = { phase: 'reading' } | { phase: 'read'; index: CatalogueIndex } | { phase: 'failed'; failure: Failure };

/** The list of all operations, read once per page. `again` tries once more after a failure. */
export function useIndexRead(): IndexRead & { again: () => void } {
  const { bridge } = usePage();
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<IndexRead>({ phase: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is listed only to read again.
  useEffect(() => {
    let isCurrent = true;
    void readIndex(bridge).then((index) => {
      if (!isCurrent) return;
      setRead(
        index ? { phase: 'read', index } : { phase: 'failed', failure: { kind: 'internal', message: operationWords.listFailed } },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, tries]);
  return { ...read, again: () => setTries((count) => count + 1) };
}
