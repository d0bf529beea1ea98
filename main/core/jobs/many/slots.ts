/** So many may be at work at a time. Those that wait get a place in the order in which they asked. */
export class Slots {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves once there is a place. Every call is followed by one `give`. */
  take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#line.push(resolve));
  }

  /** Before those that only begin: what was begun is to be finished. */
  takeBack(): Promise<void> {
    if (this.#free > 0) return this.take();
    return new Promise((resolve) => this.#line.unshift(resolve));
  }

  give(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free += 1;
  }
}
