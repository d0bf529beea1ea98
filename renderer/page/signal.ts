/**
 * The listeners of one thing. A listener may emit again, and a listener that is removed during an emit is not called any more.
 */
export class Signal {
  readonly #listeners = new Set<() => void>();

  /** Returns the unsubscribe function. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  emit(): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener();
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }
}

/** Signals by key. A signal exists only while it has listeners, so 10,000 rows cost nothing until they are shown. */
export class KeyedSignal {
  readonly #signals = new Map<string, Signal>();

  subscribe(key: string, listener: () => void): () => void {
    const signal = this.#signals.get(key) ?? new Signal();
    this.#signals.set(key, signal);
    const stop = signal.subscribe(listener);
    return () => {
      stop();
      if (!signal.isHeard && this.#signals.get(key) === signal) this.#signals.delete(key);
    };
  }

  emit(key: string): void {
    this.#signals.get(key)?.emit();
  }

  emitAll(): void {
    for (const signal of [...this.#signals.values()]) signal.emit();
  }
}
