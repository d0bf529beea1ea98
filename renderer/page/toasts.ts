import type { Prepared } from '../../preload/contract/failure.ts';
import { Signal } from './signal.ts';

export type ToastTone = 'running' | 'done' | 'failed' | 'warn' | 'plain';

export interface Toast {
  id: string;
  tone: ToastTone;
  title: string;
  detail: string | null;
  /** Where its link leads: a hash of the page. */
  link: { label: string; hash: string } | null;
  /** What a person may want next: to make again what was deleted, or to go on with what stopped; `null`: nothing is prepared. */
  prepared: Prepared | null;
  /** Keys of the actions that it follows; empty: none. */
  actionKeys: readonly string[];
  /** What ends it besides the person and time; `null`: nothing. */
  endsBy: ToastEnd | null;
  /** When it was first shown, Unix milliseconds by the host's clock. */
  sinceMs: number;
}

/**
 * `answer`: DigitalOcean answers again. `notice`: the notice of that key was read or is no longer true. `action`: after the
 * action of that key another one succeeded on the same thing.
 */
export type ToastEnd = { by: 'answer' } | { by: 'notice'; key: string } | { by: 'action'; key: string };

/** Runs a function once after `ms` milliseconds. Returns the function that cancels it. */
export type After = (ms: number, run: () => void) => () => void;

const shownAtMost = 3;
/** How long a person takes to see a toast and read it, in milliseconds. */
export const readAfterMs = 8000;
/** Who may want to take back what they did reads it, thinks, and reaches for the button. */
const preparedLeavesAfterMs = 20_000;
const leavesAfterMs: Record<ToastTone, number | null> = { running: null, done: 5000, failed: null, warn: 12_000, plain: 3000 };
/** Which toasts are removed first if there are too many: those that are missed least. */
const leavesFirst: ToastTone[] = ['plain', 'done', 'warn', 'running', 'failed'];

/**
 * Short results at the foot of the page, at most three. Running ones stay until their actions end, and
 * failed ones until they are read or mended (`toast-ends.ts`); the others leave by themselves.
 */
export class ToastStore {
  readonly #after: After;
  readonly #now: () => number;
  readonly #changed = new Signal();
  readonly #timers = new Map<string, () => void>();
  #toasts: readonly Toast[] = [];
  #lastId = 0;

  constructor(after: After, now: () => number) {
    this.#after = after;
    this.#now = now;
  }

  list = (): readonly Toast[] => this.#toasts;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Shows a toast and returns its id. */
  show(toast: Pick<Toast, 'tone' | 'title'> & Partial<Omit<Toast, 'id' | 'sinceMs'>>): string {
    this.#lastId += 1;
    const id = `toast-${this.#lastId}`;
    this.#put([
      ...this.#toasts,
      { detail: null, link: null, prepared: null, actionKeys: [], endsBy: null, ...toast, id, sinceMs: this.#now() },
    ]);
    this.#schedule(id, toast.tone, toast.prepared);
    return id;
  }

  /** Changes a toast in place. Does nothing if it was dismissed. */
  update(id: string, change: Partial<Omit<Toast, 'id'>>): void {
    const current = this.#toasts.find((toast) => toast.id === id);
    if (!current) return;
    const next = { ...current, ...change };
    this.#put(this.#toasts.map((toast) => (toast.id === id ? next : toast)));
    this.#schedule(id, next.tone, next.prepared);
  }

  dismiss = (id: string): void => {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    if (this.#toasts.some((toast) => toast.id === id)) this.#put(this.#toasts.filter((toast) => toast.id !== id));
  };

  /**
   * The person went to another place: toasts that lead there, and those that lead nowhere and were there to read, are read now.
   * Running ones stay.
   */
  dismissRead(hash: string): void {
    for (const { id, tone, link, sinceMs } of this.#toasts) {
      const isRead = link ? hash.startsWith(link.hash) : this.#now() - sinceMs >= readAfterMs;
      if (tone !== 'running' && isRead) this.dismiss(id);
    }
  }

  #put(toasts: readonly Toast[]): void {
    const kept = [...toasts];
    while (kept.length > shownAtMost) {
      const newest = kept.length - 1;
      const tone = leavesFirst.find((candidate) => kept.some((toast, index) => toast.tone === candidate && index < newest));
      kept.splice(
        kept.findIndex((toast, index) => toast.tone === tone && index < newest),
        1,
      );
    }
    this.#toasts = kept;
    this.#changed.emit();
  }

  #schedule(id: string, tone: ToastTone, prepared: Prepared | null = null): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    const ms = tone === 'done' && prepared ? preparedLeavesAfterMs : leavesAfterMs[tone];
    if (ms !== null)
      this.#timers.set(
        id,
        this.#after(ms, () => this.dismiss(id)),
      );
  }
}
