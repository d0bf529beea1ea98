import { useEffect, useState } from 'react';
import type { Bridge } from '../../preload/contract/bridge.ts';
import type { CatalogueIndex } from '../../preload/contract/catalogue.ts';
import { usePage } from '../page/page.ts';

const kept = new WeakMap<Bridge, Promise<CatalogueIndex | null>>();

/** The index of all operations, read once per page; `null` if it cannot be read. The next call then tries again. */
export function readIndex(bridge: Bridge): Promise<CatalogueIndex | null> {
  const known = kept.get(bridge);
  if (known) return known;
  const read = bridge.readCatalogueIndex({}).then((outcome) => {
    if (outcome.ok) return outcome.value as CatalogueIndex;
    kept.delete(bridge);
    return null;
  });
  kept.set(bridge, read);
  return read;
}

/** The index of all operations; `null` until it has been read, and if it cannot be read. */
export const useCatalogueIndex = (): CatalogueIndex | null => {
  const { bridge } = usePage();
  const [index, setIndex] = useState<CatalogueIndex | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void readIndex(bridge).then((read) => {
      if (isCurrent) setIndex(read);
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge]);
  return index;
};
