import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Spark } from '../../preload/contract/metrics.ts';
import { useSingle } from '../hooks/use-view.ts';
import { usePage } from '../page/page.ts';

/** What is known of these droplets' CPU, whoever asked for it: this asks for nothing. Empty while the drawings are switched off. */
export function useKnownSparks(keys: readonly string[]): ReadonlyMap<string, Spark> {
  const { sparks } = usePage();
  const { hasSparks } = useSingle('settings').polling;
  const text = hasSparks ? keys.join('\n') : '';
  const own = useMemo(() => (text === '' ? [] : text.split('\n')), [text]);
  const last = useRef<ReadonlyMap<string, Spark>>(new Map());
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = own.map((key) => sparks.hear(key, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [sparks, own],
  );
  return useSyncExternalStore(subscribe, () => {
    const known = own.flatMap((key) => {
      const spark = sparks.get(key);
      return spark === undefined ? [] : [[key, spark] as const];
    });
    const isSame = known.length === last.current.size && known.every(([key, spark]) => last.current.get(key) === spark);
    if (!isSame) last.current = new Map(known);
    return last.current;
  });
}

/** Asks for the CPU of these droplets while it is mounted, unless the drawings are switched off. */
export function useAskedSparks(keys: readonly string[]): void {
  const { sparks } = usePage();
  const { hasSparks } = useSingle('settings').polling;
  const text = hasSparks ? keys.join('\n') : '';
  useEffect(() => {
    const ends = text === '' ? [] : text.split('\n').map((key) => sparks.subscribe(key, () => {}));
    return () => {
      for (const end of ends) end();
    };
  }, [sparks, text]);
}
