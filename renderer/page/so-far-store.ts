import type { Bridge } from '../../preload/contract/bridge.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { KeyedSignal } from './signal.ts';

/** What the store needs from the page. */
export interface SoFarWorld {
  bridge: Pick<Bridge, 'tellCosts'>;
  after(ms: number, run: () => void): () => void;
  now(): number;
}

/** Rows that only pass by while somebody scrolls are never asked for. */
const settleMs = 200;
/** The preview of an invoice is made anew a few times a day. The core reads it once for all things of a team. */
const freshMs = 3_600_000;

/**
 * What droplets in sight have cost this month by the preview of their team's invoice. Where that names none, nobody knows more than
 * price and age tell.
 */
export class SoFarStore {
  readonly #world: SoFarWorld;
  readonly #changed = new KeyedSignal();
  readonly #told = new Map<string, { usd: string | null; askedAtMs: number }>();
  readonly #inSight = new Map<string, { droplet: DropletRow; watchers: number }>();
  #timer: (() => void) | null = null;

  constructor(world: SoFarWorld) {
    this.#world = world;
  }

  /** US dollars as decimal text; `null`: not told, or not known yet. */
  get = (key: string): string | null => this.#told.get(key)?.usd ?? null;

  subscribe(droplet: DropletRow, listener: () => void): () => void {
    const { key } = droplet;
    const stop = this.#changed.subscribe(key, listener);
    const seen = this.#inSight.get(key) ?? { droplet, watchers: 0 };
    seen.watchers += 1;
    this.#inSight.set(key, seen);
    this.#plan(settleMs);
    return () => {
      stop();
      seen.watchers -= 1;
      if (seen.watchers > 0) return;
      this.#inSight.delete(key);
      if (this.#inSight.size > 0) return;
      this.#timer?.();
      this.#timer = null;
    };
  }

  #plan(afterMs: number): void {
    this.#timer?.();
    this.#timer = this.#world.after(afterMs, () => {
      this.#timer = null;
      this.#ask();
      this.#plan(freshMs / 4);
    });
  }

  #ask(): void {
    const nowMs = this.#world.now();
    const due = [...this.#inSight.values()].flatMap(({ droplet }) => {
      const known = this.#told.get(droplet.key);
      return known && nowMs - known.askedAtMs < freshMs ? [] : [droplet];
    });
    for (const [connectionId, droplets] of Map.groupBy(due, (one) => one.connectionId)) void this.#read(connectionId, droplets);
  }

  async #read(connectionId: string, droplets: readonly DropletRow[]): Promise<void> {
    const askedAtMs = this.#world.now();
    for (const { key } of droplets) this.#told.set(key, { usd: this.get(key), askedAtMs });
    const things = droplets.map(({ id }) => ({ id: String(id), row: { id } }));
    const outcome = await this.#world.bridge.tellCosts({
      connectionId,
      familyId: 'droplets_list',
      things,
      reach: 'shared',
      isSoFarTold: true,
    });
    for (const [index, { key }] of droplets.entries()) {
      const cost = outcome.ok ? outcome.value[index] : null;
      const soFar = cost && 'soFar' in cost ? (cost.soFar ?? null) : null;
      const usd = soFar?.isAbout === false ? soFar.usd : null;
      if (usd === this.get(key)) continue;
      this.#told.set(key, { usd, askedAtMs });
      this.#changed.emit(key);
    }
  }
}
