import type { Cancel } from '../../ports.ts';
import type { SteadyTime } from './steady-time.ts';

/** Why a call ends before its answer: time is up, the caller gave up, or the client was closed. */
export type EndReason = 'deadline' | 'aborted' | 'closed';

/**
 * The life of one call, waiting and repeats included: what a queue, a pause and a request each listen to. Ends once, by its
 * deadline, the caller's signal or `end`. Whoever makes it calls `dispose` when the call is over.
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

  /** Runs once when the scope ends; the returned function takes the listener away. */
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

  /** Takes back the timer and the signal's listener. Nothing ends afterwards. */
  dispose(): void {
    this.#cancelTimer();
    this.#forgetParent();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#listeners.clear();
  }

  /** A part of this call that can also end by itself, with the same deadline. Whoever makes it calls its `dispose`. */
  branch(signal: AbortSignal): CallScope {
    const never = (): Cancel => () => {};
    const part = new CallScope(this.time, never, this.deadlineAtMs - this.time.now(), signal);
    if (this.#reason !== null) part.end(this.#reason);
    part.#forgetParent = this.onEnd(() => part.end(this.#reason ?? 'aborted'));
    return part;
  }

  /** Waits; false when the scope ended meanwhile or had ended already. */
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
