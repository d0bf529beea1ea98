import { useCallback, useSyncExternalStore } from 'react';
import { usePage } from '../page/page.ts';
import type { TickRate } from '../page/ticker.ts';

/** The host's clock in Unix milliseconds, updated at the given rate. */
export const useNow = (rate: TickRate = 'lazy'): number => {
  const { ticker } = usePage();
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(rate, listener), [ticker, rate]);
  return useSyncExternalStore(subscribe, ticker.now);
};
