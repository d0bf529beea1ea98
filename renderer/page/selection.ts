import { KeyedSignal, Signal } from './signal.ts';

/** Which rows are selected. Listeners are per row, so that selecting one row re-renders one row. */
export class Selection {
  readonly #changed = new Signal();
  readonly #rowChanged = new KeyedSignal();
  #keys: ReadonlySet<string> = new Set();

  keys = (): ReadonlySet<string> => this.#keys;
  has = (key: string): boolean => this.#keys.has(key);
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);
  subscribeRow = (key: string, listener: () => void): (() => void) => this.#rowChanged.subscribe(key, listener);

  toggle = (key: string): void => {
    const next = new Set(this.#keys);
    if (!next.delete(key)) next.add(key);
    this.#put(next);
  };

  add(keys: Iterable<string>): void {
    this.#put(new Set([...this.#keys, ...keys]));
  }

  /** Deselects the rows that no longer exist. */
  keepOnly(isThere: (key: string) => boolean): void {
    this.#put(new Set([...this.#keys].filter(isThere)));
  }

  clear = (): void => this.#put(new Set());

  #put(next: ReadonlySet<string>): void {
    const before = this.#keys;
    const differing = [...next].filter((key) => !before.has(key)).concat([...before].filter((key) => !next.has(key)));
    if (differing.length === 0) return;
    this.#keys = next;
    for (const key of differing) this.#rowChanged.emit(key);
    this.#changed.emit();
  }
}
