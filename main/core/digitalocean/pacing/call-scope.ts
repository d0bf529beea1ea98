import type { Cancel } from '../../ports.ts';
import type { SteadyTime } from './steady-time.ts';

/** Why a call ends before its answer: its time is up, the caller aborted it, or the client was closed. */
export type EndReason = 'deadline' | 'aborted' | 'closed';

/**
 * The life of one call with its waiting and repeats: the queue, the pauses and the requests of the call all listen to it. It
 * ends once: at its deadline, by the caller's signal, or by `end`. The creator must call `dispose` when the call is over.
 */
export class CallScope {
  readonly time: SteadyTime;
  readonly deadlineAtMs: number;
  #reason: EndReason | null = null;
  #listeners = new Set<() => void>();
  #cancelTimer: Cancel;
  #signal: AbortSignal | undefined;
  #forgetParent: Cancel = () => {};
  #onAbort = (): void => this.end('aborted');

  constructor(time: SteadyTime, after: (delayMs: number, run: () => void) => Cancel, deadlineMs: number, signal?: AbortSignal) {
    this.time = time;
    this.deadlineAtMs = time.now() + deadlineMs;
    this.#cancelTimer = after(deadlineMs, () => this.end('deadline'));
    this.#signal = signal;
    if (signal?.aborted) this.end('aborted');
    else signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get reason(): EndReason | null {
    return this.#reason;
  }

  /** Calls `listener` once when the scope ends. The returned function removes it. */
  onEnd(listener: () => void): Cancel {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  end(reason: EndReason): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    const listeners = [...this.#listeners];
    this.dispose();
    for (const listener of listeners) listener();
  }

  /** Cancels the timer and stops listening to the signal. Afterwards the scope does not end any more. */
  dispose(): void {
    this.#cancelTimer();
    this.#forgetParent();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#listeners.clear();
  }

  /** A part of this call that can also end alone, with the same deadline. Its creator must call its `dispose`. */
  branch(signal: AbortSignal): CallScope {
    const never = (): Cancel => () => {};
    const part = new CallScope(this.time, never, this.deadlineAtMs - this.time.now(), signal);
    if (this.#reason !== null) part.end(this.#reason);
    part.#forgetParent = this.onEnd(() => part.end(this.#reason ?? 'aborted'));
    return part;
  }

  /** Waits. Resolves to false if the scope ends meanwhile or has ended already. */
  pause(delayMs: number): Promise<boolean> {
    if (this.#reason !== null) return Promise.resolve(false);
    return new Promise((resolve) => {
      const forget = this.onEnd(() => {
        cancel();
        resolve(false);
      });
      const cancel = this.time.after(delayMs, () => {
        forget();
        resolve(true);
      });
    });
  }
}
