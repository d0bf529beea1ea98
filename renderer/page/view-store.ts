import type { Bridge } from '../../preload/contract/bridge.ts';
import type { Failure } from '../../preload/contract/failure.ts';
import { rowKey } from '../../preload/contract/row-key.ts';
import type { FullView, Singles, TableName, Tables, ViewPatch } from '../../preload/contract/view.ts';
import { KeyedSignal, Signal } from './signal.ts';

export type SingleName = keyof Singles;
/** `failed`: no view could be read yet. The store keeps trying. */
export type ViewStatus = { phase: 'opening' } | { phase: 'open' } | { phase: 'failed'; failure: Failure };

/** What the store needs from the page: a clock in Unix milliseconds, and one-shot timers. */
export interface ViewStoreWorld {
  now(): number;
  /** Runs a function once after `ms` milliseconds. Returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

const firstRetryMs = 500;
const lastRetryMs = 15_000;

class Table<Row> {
  rows = new Map<string, Row>();
  list: readonly Row[] | null = null;
  readonly changed = new Signal();
  readonly rowChanged = new KeyedSignal();
}

type TableSet = { [T in TableName]: Table<Tables[T]> };

/**
 * Holds the core's view for the page. It starts with the full view, applies patches, and asks for the full view again if it
 * missed a patch. Subscriptions are per row, so that one changed row re-renders one row.
 */
export class ViewStore {
  readonly #bridge: Pick<Bridge, 'openView' | 'on'>;
  readonly #world: ViewStoreWorld;
  readonly #tables: TableSet = {
    connections: new Table(),
    droplets: new Table(),
    actions: new Table(),
    notices: new Table(),
    attention: new Table(),
    resources: new Table(),
    incidents: new Table(),
    months: new Table(),
    pins: new Table(),
    runs: new Table(),
    checks: new Table(),
    policies: new Table(),
    watching: new Table(),
    measured: new Table(),
    coming: new Table(),
  };
  #singles: Partial<Singles> = {};
  readonly #singleChanged = new KeyedSignal();
  readonly #statusChanged = new Signal();
  #status: ViewStatus = { phase: 'opening' };
  #revision = -1;
  #clockOffsetMs = 0;
  #waiting: ViewPatch[] = [];
  #isOpening = false;
  #retryMs = firstRetryMs;
  #cancelRetry: (() => void) | null = null;

  constructor(bridge: Pick<Bridge, 'openView' | 'on'>, world: ViewStoreWorld) {
    this.#bridge = bridge;
    this.#world = world;
  }

  /** Opens the view and follows it. Returns the function that stops. */
  start(): () => void {
    const stop = this.#bridge.on('viewPatch', (patch) => this.#receive(patch));
    void this.open();
    return () => {
      stop();
      this.#cancelRetry?.();
    };
  }

  /** Reads the full view, and tries again until that succeeds. Does nothing while a read is under way. */
  async open(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    const outcome = await this.#bridge.openView({});
    this.#isOpening = false;
    if (!outcome.ok) {
      if (this.#revision < 0) this.#setStatus({ phase: 'failed', failure: outcome.failure });
      this.#cancelRetry = this.#world.after(this.#retryMs, () => void this.open());
      this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
      return;
    }
    this.#retryMs = firstRetryMs;
    this.#replace(outcome.value);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const patch of waiting) this.#receive(patch);
  }

  status = (): ViewStatus => this.#status;
  subscribeStatus = (listener: () => void): (() => void) => this.#statusChanged.subscribe(listener);

  /** The host's clock, Unix milliseconds. */
  now = (): number => this.#world.now() + this.#clockOffsetMs;

  /** Returns the same object until that row changes. */
  row<T extends TableName>(table: T, key: string): Tables[T] | undefined {
    return this.#table(table).rows.get(key);
  }

  /** All rows. Returns the same array until any row of the table changes. */
  rows<T extends TableName>(table: T): readonly Tables[T][] {
    const held = this.#table(table);
    held.list ??= [...held.rows.values()];
    return held.list;
  }

  /** `undefined` before the view is open. */
  single<S extends SingleName>(name: S): Singles[S] | undefined {
    return this.#singles[name];
  }

  subscribeRow(table: TableName, key: string, listener: () => void): () => void {
    return this.#tables[table].rowChanged.subscribe(key, listener);
  }

  subscribeTable(table: TableName, listener: () => void): () => void {
    return this.#tables[table].changed.subscribe(listener);
  }

  subscribeSingle(name: SingleName, listener: () => void): () => void {
    return this.#singleChanged.subscribe(name, listener);
  }

  #table<T extends TableName>(table: T): Table<Tables[T]> {
    return this.#tables[table] as Table<Tables[T]>;
  }

  #receive(patch: ViewPatch): void {
    if (this.#isOpening) {
      this.#waiting.push(patch);
      return;
    }
    if (patch.revision <= this.#revision) return;
    if (patch.revision !== this.#revision + 1) {
      void this.open();
      return;
    }
    this.#apply(patch);
  }

  #apply(patch: ViewPatch): void {
    this.#revision = patch.revision;
    this.#clockOffsetMs = patch.nowMs - this.#world.now();
    const changedKeys: [TableName, string[]][] = [];
    for (const name of Object.keys(patch.tables) as TableName[]) changedKeys.push([name, this.#applyTable(name, patch)]);
    const singles = Object.keys(patch.singles) as SingleName[];
    this.#singles = { ...this.#singles, ...patch.singles };
    // Listeners run only when all changes are in place, so that rows and singles always agree.
    for (const [name, keys] of changedKeys) {
      if (keys.length === 0) continue;
      for (const key of keys) this.#tables[name].rowChanged.emit(key);
      this.#tables[name].changed.emit();
    }
    for (const name of singles) this.#singleChanged.emit(name);
  }

  #applyTable(name: TableName, patch: ViewPatch): string[] {
    const change = patch.tables[name];
    if (!change) return [];
    const table = this.#tables[name] as Table<Tables[TableName]>;
    const keys: string[] = [];
    for (const key of change.remove) if (table.rows.delete(key)) keys.push(key);
    for (const row of change.set) {
      const key = rowKey(name, row);
      table.rows.set(key, row);
      keys.push(key);
    }
    if (keys.length > 0) table.list = null;
    return keys;
  }

  #replace(view: FullView): void {
    this.#revision = view.revision;
    this.#clockOffsetMs = view.nowMs - this.#world.now();
    this.#singles = { ...view.singles };
    for (const name of Object.keys(this.#tables) as TableName[]) {
      const table = this.#tables[name] as Table<Tables[TableName]>;
      table.rows = new Map(view.tables[name].map((row) => [rowKey(name, row), row]));
      table.list = null;
    }
    for (const table of Object.values(this.#tables)) {
      table.rowChanged.emitAll();
      table.changed.emit();
    }
    this.#singleChanged.emitAll();
    this.#setStatus({ phase: 'open' });
  }

  #setStatus(status: ViewStatus): void {
    if (this.#status.phase === status.phase && status.phase !== 'failed') return;
    this.#status = status;
    this.#statusChanged.emit();
  }
}
