import { Signal } from './signal.ts';

/** A small choice of how the page looks (team, grouping) that outlives the window. Nothing of the account is kept here. */
export class Remembered<T extends string> {
  readonly #changed = new Signal();
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly #name: string;
  #value: T;

  /** `storage` may be `null` or refuse: the choice then lasts as long as the page. `accepts` guards what an older version wrote. */
  constructor(options: {
    storage: Pick<Storage, 'getItem' | 'setItem'> | null;
    name: string;
    initial: T;
    accepts: (text: string) => text is T;
  }) {
    this.#storage = options.storage;
    this.#name = `buoy.${options.name}`;
    const kept = this.#read();
    this.#value = kept !== null && options.accepts(kept) ? kept : options.initial;
  }

  get = (): T => this.#value;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  readonly set = (value: T): void => {
    if (value === this.#value) return;
    this.#value = value;
    try {
      this.#storage?.setItem(this.#name, value);
    } catch {
      // Full or forbidden storage: the choice still holds for this page.
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
