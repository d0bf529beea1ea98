import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { Failure } from '../../../preload/contract/failure.ts';
import type { LogBatch, LogLine, LogState } from '../../../preload/contract/log.ts';
import type { LogSource } from '../../../preload/contract/log-route.ts';
import { Signal } from '../../page/signal.ts';
import { logWords } from '../../words/logs.ts';

/** What is known of a log now. A new object whenever something changed. */
export interface LogReading {
  /** Null until the core has opened it. */
  state: LogState | null;
  /** In order. Remarks have a number between those of the lines around them. */
  lines: readonly LogLine[];
  /** So many lines that the page had, or that the log had before, are dropped. */
  dropped: number;
  /** New lines came faster than a person reads. */
  isFast: boolean;
}

export interface LogFeedOptions {
  bridge: Pick<Bridge, 'openLog' | 'readLog' | 'allowLogHost' | 'saveLog' | 'on'>;
  source: LogSource;
  now: () => number;
  /** Whether anybody can see the page. Unseen it reads nothing, or the core would believe that somebody looks. */
  isSeen: () => boolean;
  /** Called now and then while the page is seen. Returns the function that stops it. */
  onTick: (listener: () => void) => () => void;
}

const nothing: LogReading = { state: null, lines: [], dropped: 0, isFast: false };
/** More lines than this in the time below are too many to be read aloud. */
const fastLines = 5;
const fastMs = 5_000;

/**
 * Reads one log from the core as long as it is shown. The core says once that there is more; the page then reads all of it in
 * batches. It also reads now and then by itself, which says that somebody still looks.
 */
export class LogFeed {
  readonly #options: LogFeedOptions;
  readonly #changed = new Signal();
  #reading = nothing;
  #logId: string | null = null;
  #after = 0;
  #isPulling = false;
  #isWanted = false;
  #stops: (() => void)[] = [];
  /** When each of the latest batches came, and how many lines were in it. */
  #recent: { atMs: number; count: number }[] = [];

  constructor(options: LogFeedOptions) {
    this.#options = options;
  }

  reading = (): LogReading => this.#reading;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Begins to read. Returns the function that stops; the core goes on for a while, so that a return finds all lines. */
  start(): () => void {
    this.#stops = [
      this.#options.bridge.on('logChanged', ({ logId }) => {
        if (logId === this.#logId && this.#options.isSeen()) void this.#pull();
      }),
      this.#options.onTick(() => void this.#pull()),
    ];
    void this.#open(false);
    return () => {
      for (const stop of this.#stops.splice(0)) stop();
      this.#logId = null;
    };
  }

  /** Reads it anew from its beginning. */
  readAgain = (): void => {
    this.#set(nothing);
    this.#after = 0;
    void this.#open(true);
  };

  async allow(host: string): Promise<void> {
    if (this.#logId === null) return;
    const outcome = await this.#options.bridge.allowLogHost({ logId: this.#logId, host });
    if (!outcome.ok) this.#fail(outcome.failure);
    else await this.#pull();
  }

  /** Keeps the lines after that one as a file. */
  save(after: number): ReturnType<Bridge['saveLog']> {
    return this.#options.bridge.saveLog({ logId: this.#logId ?? '-', after });
  }

  async #open(isFresh: boolean): Promise<void> {
    const { bridge, source } = this.#options;
    const opened = await bridge.openLog({ source, isFresh });
    if (this.#stops.length === 0) return;
    if (!opened.ok) return this.#fail(opened.failure);
    this.#logId = opened.value.logId;
    await this.#pull();
  }

  async #pull(): Promise<void> {
    const logId = this.#logId;
    if (logId === null) return;
    this.#isWanted = true;
    if (this.#isPulling) return;
    this.#isPulling = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      const read = await this.#options.bridge.readLog({ logId, after: this.#after });
      if (logId !== this.#logId) break;
      if (read.ok) this.#take(read.value);
      else this.#lose(read.failure);
    }
    this.#isPulling = false;
    // Another log was opened meanwhile, for which this loop was not asked.
    if (this.#logId !== null && logId !== this.#logId) await this.#pull();
  }

  #take({ state, lines, first, newest }: LogBatch): void {
    const before = this.#reading;
    const arrived = this.#withGap(lines);
    const kept = before.lines.filter(({ seq }) => seq >= first);
    const last = lines.at(-1)?.seq ?? this.#after;
    const isFast = this.#isFastWith(this.#after === 0 ? 0 : lines.length);
    this.#after = last;
    if (last < newest) this.#isWanted = true;
    const isSame = arrived.length === 0 && kept.length === before.lines.length && isFast === before.isFast;
    if (isSame && JSON.stringify(state) === JSON.stringify(before.state)) return;
    const all = arrived.length === 0 && kept.length === before.lines.length ? before.lines : [...kept, ...arrived];
    this.#set({ state, lines: all, dropped: first - 1, isFast });
  }

  /** The lines, behind a remark where some before them were dropped before the page could read them. */
  #withGap(lines: readonly LogLine[]): readonly LogLine[] {
    const next = lines[0]?.seq ?? 0;
    const missing = next - this.#after - 1;
    if (this.#after === 0 || missing <= 0) return lines;
    const remark = { seq: next - 0.5, who: null, atMs: null, prefix: '', text: logWords.skipped(missing), isNote: true };
    return [remark, ...lines];
  }

  #isFastWith(count: number): boolean {
    const nowMs = this.#options.now();
    this.#recent = [...this.#recent, { atMs: nowMs, count }].filter(({ atMs }) => nowMs - atMs < fastMs);
    return this.#recent.reduce((sum, one) => sum + one.count, 0) > fastLines;
  }

  /** The core no longer has it: nobody looked for long. What the page has stays. */
  #lose(failure: Failure): void {
    if (failure.kind === 'not-found') this.#set({ ...this.#reading, state: { kind: 'ended', why: 'unwatched' } });
    else this.#fail(failure);
  }

  #fail(failure: Failure): void {
    this.#set({ ...this.#reading, state: { kind: 'failed', failure } });
  }

  #set(next: LogReading): void {
    this.#reading = next;
    this.#changed.emit();
  }
}
