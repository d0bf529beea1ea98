import type { Bridge } from '../../../../preload/contract/bridge.ts';
import type { Confirmation, ConfirmationAnswer } from '../../../../preload/contract/command.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import type { ApiRequest, ApiResult } from '../../../../preload/contract/schema.ts';
import { Signal } from '../../../page/signal.ts';

export type Answered = Extract<ApiResult, { status: 'answered' }>;
export type Mismatch = Extract<ApiResult, { status: 'mismatch' }>['problems'];

/** How one request stands. */
export type Exchange =
  | { phase: 'idle' }
  /** `text` is what has arrived of a stream so far. */
  | { phase: 'sending'; request: ApiRequest; text: string; isStopping: boolean }
  | { phase: 'answered'; request: ApiRequest; result: Answered; text: string }
  | { phase: 'failed'; request: ApiRequest; failure: Failure; text: string }
  | { phase: 'mismatch'; request: ApiRequest; problems: Mismatch }
  /** The person answered no to the core's question. */
  | { phase: 'cancelled'; request: ApiRequest };

/** Milliseconds between renders of arriving text: a model writes faster than anyone reads. */
const drawEveryMs = 50;

/** Sends one request at a time, asks the person what the core wants confirmed, and collects streamed text. */
export class RequestSender {
  readonly #bridge: Pick<Bridge, 'sendRequest' | 'cancelRequest' | 'on'>;
  readonly #ask: (confirmation: Confirmation) => Promise<ConfirmationAnswer | null>;
  readonly #after: (ms: number, run: () => void) => () => void;
  readonly #changed = new Signal();
  #exchange: Exchange = { phase: 'idle' };
  #arrived = '';
  #cancelDraw: (() => void) | null = null;

  constructor(world: {
    bridge: Pick<Bridge, 'sendRequest' | 'cancelRequest' | 'on'>;
    ask: (confirmation: Confirmation) => Promise<ConfirmationAnswer | null>;
    after: (ms: number, run: () => void) => () => void;
  }) {
    this.#bridge = world.bridge;
    this.#ask = world.ask;
    this.#after = world.after;
  }

  exchange = (): Exchange => this.#exchange;
  subscribe = (listener: () => void): (() => void) => this.#changed.subscribe(listener);

  /** Never rejects. Does nothing while another request is under way. */
  async send(request: ApiRequest): Promise<void> {
    if (this.#exchange.phase === 'sending') return;
    this.#arrived = '';
    this.#set({ phase: 'sending', request, text: '', isStopping: false });
    const stop = this.#bridge.on('streamChunk', (chunk) => {
      if (chunk.requestId === request.requestId) this.#receive(chunk.text);
    });
    const end = await this.#exchangeOf(request);
    stop();
    this.#cancelDraw?.();
    this.#cancelDraw = null;
    this.#set(end);
  }

  /** Cancels the request that is under way. It then ends with a failure that says so. */
  cancel(): void {
    if (this.#exchange.phase !== 'sending') return;
    const { requestId } = this.#exchange.request;
    this.#set({ ...this.#exchange, isStopping: true });
    void this.#bridge.cancelRequest({ requestId });
  }

  /** Discards the answer. */
  clear(): void {
    if (this.#exchange.phase !== 'sending') this.#set({ phase: 'idle' });
  }

  async #exchangeOf(request: ApiRequest): Promise<Exchange> {
    let outcome = await this.#bridge.sendRequest(request);
    // If the answer is stale, the core asks again. So this may loop.
    while (outcome.ok && outcome.value.status === 'needs-confirmation') {
      const confirmation = await this.#ask(outcome.value.confirmation);
      if (confirmation === null) return { phase: 'cancelled', request };
      outcome = await this.#bridge.sendRequest({ ...request, confirmation });
    }
    if (!outcome.ok) return { phase: 'failed', request, failure: outcome.failure, text: this.#arrived };
    const result = outcome.value;
    if (result.status === 'mismatch') return { phase: 'mismatch', request, problems: result.problems };
    if (result.status !== 'answered') return { phase: 'cancelled', request };
    return { phase: 'answered', request, result, text: this.#arrived };
  }

  #receive(text: string): void {
    this.#arrived += text;
    this.#cancelDraw ??= this.#after(drawEveryMs, () => {
      this.#cancelDraw = null;
      if (this.#exchange.phase === 'sending') this.#set({ ...this.#exchange, text: this.#arrived });
    });
  }

  #set(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#changed.emit();
  }
}
