/** When this many bytes wait to be read, the sender is asked to pause. */
const highWaterBytes = 256 * 1024;

/** Where the bytes come from. Asked to pause when too many wait, and to resume when all of them were read. */
interface Source {
  pause(): void;
  resume(): void;
  /** The reader stopped before the end. */
  leave(): void;
}

type Waiting = { resolve(result: IteratorResult<Uint8Array>): void; reject(error: Error): void };

/** Passes bytes from one writer to one reader, with back-pressure. When the reader leaves the loop early, the source is told. */
export class ByteQueue implements AsyncIterableIterator<Uint8Array> {
  readonly #source: Source;
  #chunks: Uint8Array[] = [];
  #bytes = 0;
  #isPaused = false;
  #end: { error: Error | null } | null = null;
  #waiting: Waiting | null = null;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Adds a chunk, or hands it to the reader that waits. Chunks after the end are dropped. */
  push(chunk: Uint8Array): void {
    if (this.#end) return;
    if (this.#waiting) {
      this.#waiting.resolve({ done: false, value: chunk });
      this.#waiting = null;
      return;
    }
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
    if (this.#bytes < highWaterBytes || this.#isPaused) return;
    this.#isPaused = true;
    this.#source.pause();
  }

  /** The source has sent everything. */
  end(): void {
    this.#close(null);
  }

  /** The reader still gets the chunks that came before the error, then the error. */
  fail(error: Error): void {
    this.#close(error);
  }

  next(): Promise<IteratorResult<Uint8Array>> {
    const chunk = this.#chunks.shift();
    if (chunk) {
      this.#bytes -= chunk.byteLength;
      if (this.#isPaused && this.#bytes === 0) {
        this.#isPaused = false;
        this.#source.resume();
      }
      return Promise.resolve({ done: false, value: chunk });
    }
    if (this.#end?.error) return Promise.reject(this.#end.error);
    if (this.#end) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  return(): Promise<IteratorResult<Uint8Array>> {
    if (!this.#end) {
      this.#close(null);
      this.#source.leave();
    }
    this.#chunks = [];
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(error: Error | null): void {
    if (this.#end) return;
    this.#end = { error };
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting) return;
    if (error) waiting.reject(error);
    else waiting.resolve({ done: true, value: undefined });
  }
}
