import type { QueryValue } from '../../../preload/contract/api-address.ts';
import type { HeldWindow, Outcome } from '../../../preload/contract/failure.ts';

/**
 * Which queue a request waits in. Requests of a person's command go first, then those of a run over many things that a person
 * started, then those of polls.
 */
export type Lane = 'command' | 'many' | 'poll';

/** Values for one operation. Names are the API's own; arrays in a query become repeated keys. */
export interface CallArguments {
  path?: Record<string, string | number>;
  query?: Record<string, QueryValue>;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface CallOptions {
  /** Default `command`. */
  lane?: Lane;
  signal?: AbortSignal;
  /** Milliseconds for everything, waiting and repeats included. Default 120,000, but 60,000 for polls. */
  deadlineMs?: number;
  /** Send even if the body does not fit the published schema. Default true: the published schema contradicts itself. */
  isSchemaMismatchAllowed?: boolean;
  /** Takes an event stream chunk by chunk; without it a stream is collected up to the cap. */
  onChunk?: (text: string) => void;
  /** Send HEAD in place of GET. The answer has no body. Other methods stay as they are. */
  isHeadersOnly?: boolean;
  /** Credential for servers that never get the account token (agents, inference keys). */
  otherCredential?: string;
  /** For operations on an agent's own server, and for presigned URLs. */
  otherBaseUrl?: string;
  /**
   * For listings: turns each raw item into what the collection holds, page by page as they arrive, so that raw pages need not
   * be kept. Undefined for something that is not an item: it is left out, with a warning; a list of nothing else is a `bad-answer`.
   */
  readItem?: (raw: unknown) => unknown;
  /** For listings: an answer without the list is a `bad-answer`. Default: it counts as empty, as some services leave out empty lists. */
  isListNeeded?: boolean;
  /** Told how many entries of a typed list say too little to be told apart, after each list that has any. */
  onLeftOut?: (entries: number) => void;
}

/** An answer with what came beside its body. */
export interface Answer<T = unknown> {
  status: number;
  /** Names in lower case. Authorization is never among them. */
  headers: Record<string, string>;
  mediaType: string | null;
  /** Parsed JSON, text, bytes for binary media types, or `null` for an empty answer. */
  body: T;
  /** Requests that this call cost. */
  attempts: number;
  durationMs: number;
  /** Where the body does not fit the published schema. It was sent all the same. */
  warnings: string[];
}

/** A whole collection: every page, merged by id. */
export interface Collection<T = unknown> {
  items: T[];
  total: number;
  /** Requests that this listing cost. */
  attempts: number;
  /** Where the server's own numbers or links contradict what its pages hold. */
  warnings: string[];
  /** The server counts more than its pages hold. */
  isShort: boolean;
  /** Entries that say too little to be told apart. They are not among the items. */
  leftOut: number;
}

/** What is known of the token's budget. `null`: not known yet. */
export interface Budget {
  /** Requests an hour that the API grants. */
  limit: number;
  /** Left in the rolling hour, as corrected by headers. */
  remaining: number;
  /** When the oldest request of the hour leaves the count, Unix milliseconds. */
  resetAtMs: number | null;
  /** Requests that Buoy itself made in the last hour with this token. */
  usedByBuoy: number;
  /** DigitalOcean answered 429: nothing is sent until then, Unix milliseconds; `null`: it did not, or that is over. */
  throttled: { untilMs: number } | null;
  /**
   * What the first request in line waits for because Buoy itself holds it back, and until when (Unix milliseconds; `null`:
   * known only once a running request is answered). `null` while nothing waits, and for waits of less than 3 s.
   */
  held: { window: HeldWindow; untilMs: number | null } | null;
  /** Requests waiting for their turn. */
  queued: number;
}

/** One token's access to the API: paced, bounded, and repeated where that is safe. Calls never throw or reject. */
export interface Api {
  /** Any operation of the catalogue by its id. */
  call<T = unknown>(operationId: string, args?: CallArguments, options?: CallOptions): Promise<Outcome<Answer<T>>>;
  /** Every page of a listing, complete or a failure. */
  listAll<T = unknown>(operationId: string, args?: CallArguments, options?: CallOptions): Promise<Outcome<Collection<T>>>;
  budget(): Budget;
  /** The server that stands in for DigitalOcean's; `null`: requests go to DigitalOcean. */
  readonly ownServer: string | null;
  /** Called when `throttled` begins and when `held` begins, changes or ends, at most four times a second. Stops with `close`. */
  subscribeBudget(listener: (budget: Budget) => void): () => void;
  /** Aborts what runs and refuses every later call. The caller closes the transport. */
  close(): Promise<void>;
}
