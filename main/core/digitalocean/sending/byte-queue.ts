/** When this many bytes wait to be read, the sender is asked to pause. */
const highWaterBytes = 256 * 1024;

/** Where the pieces come from. Asked to pause when too many bytes wait, and to resume when all of them were read. */
interface Source {
  pause(): void;
  resume(): void;
  /** The reader stopped before the end. */
  leave(): void;
}

type Waiting<T> = { resolve(result: IteratorResult<T>): void; reject(error: Error): void };

/** Bytes, or a text, which counts as one byte for each character. */
type Piece = Uint8Array | string;
const sizeOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.byteLength);

/** Passes pieces from one writer to one reader, with back-pressure. When the reader leaves the loop early, the source is told. */
export class ByteQueue<T extends Piece> implements AsyncIterableIterator<T> {
  readonly #source: Source;
  #chunks: T[] = [];
  #bytes = 0;
  #isPaused = false;
  #end: { error: Error | null } | null = null;
  #waiting: Waiting<T> | null = null;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Adds a piece, or hands it to the reader that waits. Pieces after the end are dropped. */
  push(chunk: T): void {
    if (this.#end) return;
    if (this.#waiting) {
      this.#waiting.resolve({ done: false, value: chunk });
      this.#waiting = null;
      return;
    }
    this.#chunks.push(chunk);
    this.#bytes += sizeOf(chunk);
    if (this.#bytes < highWaterBytes || this.#isPaused) return;
    this.#isPaused = true;
    this.#source.pause();
  }

  /** The source has sent everything. */
  end(): void {
    this.#close(null);
  }

  /** The reader still gets the pieces that came before the error, then the error. */
  fail(error: Error): void {
    this.#close(error);
  }

  next(): Promise<IteratorResult<T>> {
    const chunk = this.#chunks.shift();
    if (chunk !== undefined) {
      this.#bytes -= sizeOf(chunk);
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

  return(): Promise<IteratorResult<T>> {
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
