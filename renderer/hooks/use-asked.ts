import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from '../../preload/contract/failure.ts';

export interface Asked<T> {
  /** The newest answer; the one before stays while the next is asked for. `null`: none yet. */
  value: T | null;
  /** Why the last one failed. */
  failure: Failure | null;
  isAsking: boolean;
  again: () => void;
}

/** Asks once for each `key`, and again when told to. Answers that come too late, after another key, are dropped. */
export function useAsked<T>(key: string, ask: () => Promise<Outcome<T>>): Asked<T> {
  const latest = useRef(ask);
  latest.current = ask;
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ value: null, failure: null, isAsking: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked, and the round that it is asked again.
  useEffect(() => {
    let isCurrent = true;
    setState((before) => ({ ...before, isAsking: true }));
    void latest.current().then((outcome) => {
      if (!isCurrent) return;
      setState((before) =>
        outcome.ok
          ? { value: outcome.value, failure: null, isAsking: false }
          : { ...before, failure: outcome.failure, isAsking: false },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  return { ...state, again: useCallback(() => setRound((count) => count + 1), []) };
}
