import { useState, useSyncExternalStore } from 'react';
import { usePage } from '../page/page.ts';
import { Remembered, type RememberedOptions } from '../page/remembered.ts';

/** A choice that is kept in the page's storage, and the function that changes it. Only the options of the first render count. */
export function useRemembered<T>(options: RememberedOptions<T>): [T, (value: T) => void] {
  const { storage } = usePage();
  const [kept] = useState(() => new Remembered(storage, options));
  return [useSyncExternalStore(kept.subscribe, kept.get), kept.set];
}
