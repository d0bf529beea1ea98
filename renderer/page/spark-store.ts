import type { Bridge } from '../../preload/contract/bridge.ts';
import type { Spark } from '../../preload/contract/metrics.ts';
import { KeyedSignal } from './signal.ts';

/** What the store needs from the page. */
export interface SparkWorld {
  bridge: Pick<Bridge, 'readSparks' | 'cancelMetric'>;
  after(ms: number, run: () => void): () => void;
  now(): number;
  isHidden(): boolean;
  newId(): string;
}

/** Rows that only pass by while somebody scrolls are never asked for. */
const settleMs = 200;
/** Droplets of one call. Few, so that the first drawings come soon. */
const atOnce = 8;
/** How often a row that stays in sight asks again. The core answers from what it keeps, so this costs no request each time. */
const againMs = 300_000;

/**
 * The sparks of the droplets that are in sight. A droplet is asked for while somebody subscribes to it, some at a time, and what
 * was read stays for when it comes into sight again.
 */
export class SparkStore {
  readonly #world: SparkWorld;
  readonly #changed = new KeyedSignal();
  readonly #sparks = new Map<string, Spark>();
  /** How many look at a droplet, and when it was asked for last. */
  readonly #inSight = new Map<string, { watchers: number; askedAtMs: number | null }>();
  #running: { id: string; keys: readonly string[] } | null = null;
  #timer: { atMs: number; cancel: () => void } | null = null;

  constructor(world: SparkWorld) {
    this.#world = world;
  }

  get = (key: string): Spark | undefined => this.#sparks.get(key);

  /** Hears of what is read of a droplet, whoever asked for it. */
  hear = (key: string, listener: () => void): (() => void) => this.#changed.subscribe(key, listener);

  subscribe(key: string, listener: () => void): () => void {
    const stop = this.#changed.subscribe(key, listener);
    const seen = this.#inSight.get(key) ?? { watchers: 0, askedAtMs: null };
    seen.watchers += 1;
    this.#inSight.set(key, seen);
    this.#plan(settleMs);
    return () => {
      stop();
      seen.watchers -= 1;
      if (seen.watchers > 0) return;
      this.#inSight.delete(key);
      this.#abandon();
    };
  }

  /** A call for nothing but droplets that went out of sight is given up. */
  #abandon(): void {
    const running = this.#running;
    if (running?.keys.some((key) => this.#inSight.has(key))) return;
    if (running) void this.#world.bridge.cancelMetric({ requestId: running.id });
    if (this.#inSight.size > 0) return;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** Asks after that long, or sooner if that was planned. */
  #plan(afterMs: number): void {
    const atMs = this.#world.now() + afterMs;
    if (this.#timer && this.#timer.atMs <= atMs) return;
    this.#timer?.cancel();
    const cancel = this.#world.after(afterMs, () => {
      this.#timer = null;
      void this.#ask();
    });
    this.#timer = { atMs, cancel };
  }

  #due(): string[] {
    const nowMs = this.#world.now();
    return [...this.#inSight].flatMap(([key, { askedAtMs }]) =>
      askedAtMs === null || nowMs - askedAtMs >= againMs ? [key] : [],
    );
  }

  async #ask(): Promise<void> {
    // Whoever came into sight meanwhile is asked for when the call that runs has ended.
    if (this.#running) return;
    const keys = this.#world.isHidden() ? [] : this.#due().slice(0, atOnce);
    if (keys.length > 0) await this.#read(keys);
    if (this.#inSight.size > 0) this.#plan(!this.#world.isHidden() && this.#due().length > 0 ? 0 : againMs / 5);
  }

  async #read(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const seen = this.#inSight.get(key);
      if (seen) seen.askedAtMs = this.#world.now();
    }
    const id = this.#world.newId();
    this.#running = { id, keys };
    const outcome = await this.#world.bridge.readSparks({ requestId: id, dropletKeys: [...keys] });
    this.#running = null;
    for (const spark of outcome.ok ? outcome.value : []) this.#keep(spark);
  }

  #keep(spark: Spark): void {
    this.#sparks.set(spark.key, spark);
    this.#changed.emit(spark.key);
  }
}
