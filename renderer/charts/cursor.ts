import { Signal } from '../page/signal.ts';

/** The moment under the cursor, Unix seconds; `null`: none. Charts that stand side by side share one. */
export class ChartCursor {
  readonly #changed = new Signal();
  #seconds: number | null = null;

  readonly get = (): number | null => this.#seconds;
  readonly subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);
  readonly set = (seconds: number | null): void => {
    if (seconds === this.#seconds) return;
    this.#seconds = seconds;
    this.#changed.emit();
  };
}
