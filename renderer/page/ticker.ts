import { Signal } from './signal.ts';

/** `second` for countdowns, `lazy` (every 10 s) for ages. */
export type TickRate = 'second' | 'lazy';

/** What the ticker needs from the page. */
export interface TickerWorld {
  /** The host's clock, Unix milliseconds. */
  now(): number;
  /** Runs a function every `ms` milliseconds. Returns the function that stops it. */
  every(ms: number, run: () => void): () => void;
  isHidden(): boolean;
  /** The listener stays for the life of the page. */
  onVisibility(listener: () => void): void;
}

const periodMs: Record<TickRate, number> = { second: 1000, lazy: 10_000 };

/**
 * The one clock behind every age and countdown of the page. It has one timer, at the fastest rate that anything shown asks for,
 * and none while nothing asks or the page is hidden.
 */
export class Ticker {
  readonly #world: TickerWorld;
  readonly #signals: Record<TickRate, Signal> = { second: new Signal(), lazy: new Signal() };
  #currentMs: number;
  #lazyAtMs: number;
  #running: { rate: TickRate; stop: () => void } | null = null;

  constructor(world: TickerWorld) {
    this.#world = world;
    this.#currentMs = world.now();
    this.#lazyAtMs = this.#currentMs;
    world.onVisibility(() => this.#adjust());
  }

  /** The time of the last tick, so that everything rendered together agrees. */
  now = (): number => this.#currentMs;

  subscribe(rate: TickRate, listener: () => void): () => void {
    const stop = this.#signals[rate].subscribe(listener);
    if (this.#running === null) this.#currentMs = this.#world.now();
    this.#adjust();
    return () => {
      stop();
      this.#adjust();
    };
  }

  /** Reads the clock now. The timer calls it, and so does the page when the view arrives, because the host's clock may differ. */
  tick = (): void => {
    const rate = this.#running?.rate ?? 'lazy';
    this.#currentMs = this.#world.now();
    this.#signals.second.emit();
    if (rate === 'lazy' || this.#currentMs - this.#lazyAtMs >= periodMs.lazy) {
      this.#lazyAtMs = this.#currentMs;
      this.#signals.lazy.emit();
    }
  };

  #adjust(): void {
    const wanted = this.#world.isHidden() ? null : this.#wantedRate();
    if (wanted === (this.#running?.rate ?? null)) return;
    const wasStopped = this.#running === null;
    this.#running?.stop();
    this.#running = wanted && { rate: wanted, stop: this.#world.every(periodMs[wanted], this.tick) };
    if (wanted && wasStopped && this.#world.now() - this.#currentMs > periodMs.second) this.tick();
  }

  #wantedRate(): TickRate | null {
    if (this.#signals.second.isHeard) return 'second';
    return this.#signals.lazy.isHeard ? 'lazy' : null;
  }
}
