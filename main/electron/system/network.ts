import { net, powerMonitor } from 'electron';
import type { Cancel, Clock, NetSignal } from '../../core/ports.ts';

/** The main process gets no event when the network comes or goes, so it asks this often. Asking causes no traffic. */
const lookEveryMs = 15_000;

/** Whether the machine has a network. Looks every 15 s while somebody listens, and at once after sleep. Call after ready. */
export function createNetSignal(clock: Clock): NetSignal {
  const listeners = new Set<(isOnline: boolean) => void>();
  let known = net.isOnline();
  let cancel: Cancel | null = null;

  function look(): void {
    const isOnline = net.isOnline();
    if (isOnline === known) return;
    known = isOnline;
    for (const listener of listeners) listener(isOnline);
  }

  function lookAgainLater(): void {
    cancel = clock.after(lookEveryMs, () => {
      look();
      lookAgainLater();
    });
  }

  powerMonitor.on('resume', look);

  return {
    isOnline: () => net.isOnline(),
    subscribe(listener) {
      listeners.add(listener);
      if (cancel === null) lookAgainLater();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel?.();
        cancel = null;
      };
    },
  };
}
