import { type Failure, failed, type Outcome } from '../../../preload/contract/failure.ts';

/** Work that several may wait for. It is aborted once nobody does any more. */
export interface SharedCall<T> {
  /** It has ended, or was abandoned. Nobody may join any more. */
  isOver(): boolean;
  /** Waits for it. When the signal aborts, this one stops waiting, with an `aborted` failure. */
  join(signal: AbortSignal): Promise<Outcome<T>>;
}

/** Starts the work at once. `gaveUp` is the failure of those who stop waiting. */
export function createSharedCall<T>(run: (signal: AbortSignal) => Promise<Outcome<T>>, gaveUp: Failure): SharedCall<T> {
  const controller = new AbortController();
  let isOver = false;
  const running = run(controller.signal).finally(() => {
    isOver = true;
  });
  let waiting = 0;
  return {
    isOver: () => isOver,
    join(signal) {
      waiting += 1;
      return new Promise((resolve) => {
        let hasEnded = false;
        const end = (outcome: Outcome<T>): void => {
          if (hasEnded) return;
          hasEnded = true;
          signal.removeEventListener('abort', leave);
          waiting -= 1;
          resolve(outcome);
        };
        const leave = (): void => {
          end(failed(gaveUp));
          if (waiting > 0) return;
          isOver = true;
          controller.abort();
        };
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        void running.then(end);
      });
    },
  };
}
