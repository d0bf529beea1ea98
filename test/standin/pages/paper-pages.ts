import { setImmediate } from 'node:timers';
import { decode, encode } from '../page/codec.ts';
import type { FrameFacts, Page, PageDriver, PageSink, PageSpec } from './page-driver.ts';

type Reply = { ok: true; payload: string } | { ok: false; message: string };

const loads = new Set<Promise<unknown>>();

/** Waits until no paper page is loading. */
export async function paperRests(): Promise<void> {
  while (loads.size > 0) await Promise.allSettled(loads);
}

/** A page without a browser: it asks for its file, says that it loaded, and does what a test makes it do. */
export class PaperPage implements Page {
  readonly spec: PageSpec;
  readonly sink: PageSink;
  /** What main sent, decoded. */
  readonly received: { channel: string; args: unknown[] }[] = [];
  readonly visited: string[] = [];
  size: { width: number; height: number };
  isClosed = false;
  /** A page cannot call anything before its first document. */
  hasDocument = false;
  #url = '';
  #nextCall = 1;
  #waiting = new Map<number, (reply: Reply) => void>();

  constructor(spec: PageSpec, sink: PageSink) {
    this.spec = spec;
    this.sink = sink;
    this.size = { width: spec.width, height: spec.height };
  }

  load(url: string): Promise<string | null> {
    const loading = this.#load(url);
    loads.add(loading);
    void loading.finally(() => loads.delete(loading));
    return loading;
  }

  async #load(url: string): Promise<string | null> {
    this.visited.push(url);
    const isSameDocument = this.#url !== '' && this.#url !== url && this.#url.split('#')[0] === url.split('#')[0];
    this.#url = url;
    if (isSameDocument) return null;
    const response = await this.sink.fetch({ url: url.split('#')[0] ?? url, method: 'GET', headers: {} });
    if (response === null) return 'ERR_FAILED';
    if (this.isClosed) return 'ERR_FAILED';
    this.sink.committed(url);
    this.hasDocument = true;
    setImmediate(() => {
      this.sink.painted();
      this.sink.loaded();
    });
    return null;
  }

  send(channel: string, payload: string): void {
    this.received.push({ channel, args: decode(payload) as unknown[] });
  }

  reply(callId: number, reply: Reply): void {
    this.#waiting.get(callId)?.(reply);
    this.#waiting.delete(callId);
  }

  resize(width: number, height: number): void {
    this.size = { width, height };
  }

  crash(): void {
    setImmediate(() => this.sink.crashed());
  }

  close(): void {
    this.isClosed = true;
  }

  /** `ipcRenderer.invoke` as the page's preload calls it. */
  invoke(channel: string, args: unknown[], frame?: FrameFacts): Promise<unknown> {
    const callId = this.#nextCall++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(callId, (reply) => (reply.ok ? resolve(decode(reply.payload)) : reject(new Error(reply.message))));
      this.sink.invoked(callId, channel, encode(args), frame ?? { url: this.#url, isMain: true });
    });
  }
}

/** Every paper page, by the id of its contents. */
export const paper = new Map<number, PaperPage>();

export const paperPages: PageDriver = {
  open(spec, sink) {
    const page = new PaperPage(spec, sink);
    paper.set(spec.id, page);
    return page;
  },
};
