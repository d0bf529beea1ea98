/**
 * What draws the pages of windows: Chromium in another process, or paper pages in this one. Values that cross IPC arrive here
 * already encoded (`page/codec.ts`), so a driver only carries text.
 */
export interface PageDriver {
  open(spec: PageSpec, sink: PageSink): Page;
}

export interface PageSpec {
  id: number;
  /** Text of the preload; `null` if it could not be read. */
  preload: string | null;
  width: number;
  height: number;
  argv: string[];
  platform: string;
}

export interface Page {
  /** Loads an address. Resolves to `null`, or to the name of the net error, such as `ERR_FAILED`. */
  load(url: string): Promise<string | null>;
  send(channel: string, payload: string): void;
  reply(callId: number, reply: { ok: true; payload: string } | { ok: false; message: string }): void;
  resize(width: number, height: number): void;
  crash(): void;
  close(): void;
}

/** What a page does to its window. */
export interface PageSink {
  fetch(request: PageRequest): Promise<PageResponse | null>;
  /** The page wants to navigate. False: it must stay. */
  mayNavigate(url: string, kind: 'navigate' | 'frame' | 'redirect'): boolean;
  windowOpened(url: string): void;
  committed(url: string): void;
  loaded(): void;
  painted(): void;
  invoked(callId: number, channel: string, payload: string, frame: FrameFacts): void;
  sent(channel: string, payload: string, frame: FrameFacts): void;
  preloadFailed(message: string): void;
  crashed(): void;
  /** The page closed itself, as `window.close()` does. */
  closedItself(): void;
}

export interface FrameFacts {
  url: string;
  isMain: boolean;
  /** Its document has ended by the time that its message arrives. */
  isGone?: boolean;
}

export interface PageRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
}

export interface PageResponse {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}
