import { Signal } from './signal.ts';

/** `second` for what counts down, `lazy` (every 10 s) for ages. */
export type TickRate = 'second' | 'lazy';

/** What the ticker needs of the page. */
export interface TickerWorld {
  /** The host's clock, Unix milliseconds. */
  now(): number;
  /** Calls again and again; returns the stop function. */
  every(ms: number, run: () => void): () => void;
  isHidden(): boolean;
  /** For the life of the page. */
  onVisibility(listener: () => void): void;
}

const periodMs: Record<TickRate, number> = { second: 1000, lazy: 10_000 };

/**
 * The one clock behind every age and countdown of the page. One timer at the fastest rate that anything shown asks for; none
 * while nothing asks or the page is hidden.
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

  /** The moment of the last tick, so that everything drawn together agrees. */
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

  /** Reads the clock at once: after the view arrived, when its clock differs from the page's. */
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
