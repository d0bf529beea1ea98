/** Smaller bodies are parsed at once: that takes at most a tenth of a millisecond. */
const lightBytes = 64 * 1024;

/** Runs heavy work one piece per turn of the event loop, so that ten big pages at once do not freeze the tray's menu. */
export class Turns {
  readonly #nextTurn: (run: () => void) => void;
  #waiting: (() => void)[] = [];
  #isRunning = false;

  constructor(nextTurn: (run: () => void) => void) {
    this.#nextTurn = nextTurn;
  }

  /** Runs `work` at once when its `bytes` are few, else in a turn of its own. Rejects with what `work` throws. */
  take<T>(bytes: number, work: () => T): T | Promise<T> {
    if (bytes < lightBytes) return work();
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      this.#schedule();
    });
  }

  /** Goes through the steps, at once when the `bytes` behind them are few, else each in a turn of its own. */
  async walk<T>(bytes: number, steps: Generator<void, T>): Promise<T> {
    if (bytes < lightBytes) return toEnd(steps);
    for (;;) {
      const step = await this.take(bytes, () => steps.next());
      if (step.done) return step.value;
    }
  }

  #schedule(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#nextTurn(() => {
      this.#isRunning = false;
      const next = this.#waiting.shift();
      if (this.#waiting.length > 0) this.#schedule();
      next?.();
    });
  }
}

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
