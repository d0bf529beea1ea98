import { Signal } from './signal.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** What is remembered, under which name, and how it is written. */
export interface RememberedOptions<T> {
  /** Unique within the page. */
  name: string;
  initial: T;
  /** Reads what `format` wrote, maybe in another version; `null` if the text no longer means anything. */
  parse: (text: string) => T | null;
  /** Use `String` for a value that is text already. */
  format: (value: T) => string;
}

/**
 * A small choice about the page's look (team, grouping, columns) that outlives the window. Nothing about the account is kept
 * here.
 */
export class Remembered<T> {
  readonly #changed = new Signal();
  readonly #storage: Kept | null;
  readonly #name: string;
  readonly #format: (value: T) => string;
  #value: T;

  /** If `storage` is `null` or throws, the choice lasts as long as this object. */
  constructor(storage: Kept | null, { name, initial, parse, format }: RememberedOptions<T>) {
    this.#storage = storage;
    this.#name = `buoy.${name}`;
    this.#format = format;
    const kept = this.#read();
    this.#value = (kept === null ? null : parse(kept)) ?? initial;
  }

  get = (): T => this.#value;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  readonly set = (value: T): void => {
    if (value === this.#value) return;
    this.#value = value;
    try {
      this.#storage?.setItem(this.#name, this.#format(value));
    } catch {
      // Storage is full or forbidden. The choice still holds for this page.
    }
    this.#changed.emit();
  };

  #read(): string | null {
    try {
      return this.#storage?.getItem(this.#name) ?? null;
    } catch {
      return null;
    }
  }
}
