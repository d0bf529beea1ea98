import type { Cancel, Clock } from '../../ports.ts';
import type { Budget } from '../api.ts';

/** Listeners are told at most this often. */
const feedIntervalMs = 250;

/** Tells listeners about the budget soon after a wait begins, changes or ends, but not once per request. No other timer runs. */
export function createBudgetFeed(clock: Clock, read: () => Budget) {
  const listeners = new Set<(budget: Budget) => void>();
  let cancel: Cancel | null = null;

  function tell(): void {
    cancel = null;
    const budget = read();
    for (const listener of listeners) listener(budget);
  }

  return {
    changed(): void {
      if (listeners.size > 0) cancel ??= clock.after(feedIntervalMs, tell);
    },
    subscribe(listener: (budget: Budget) => void): Cancel {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop(): void {
      cancel?.();
      cancel = null;
      listeners.clear();
    },
  };
}
