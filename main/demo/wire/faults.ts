import type { ActionOutcome, World } from '../world/world.ts';

/** What goes wrong. "After acting" means that the request took effect before the caller could know. */
export type Fault =
  /** Resets the connection without any byte of an answer. */
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  /** A refusal with only a status, or in these words. Default: before acting, without retry-after. */
  | { kind: 'status'; status: number; message?: string; retryAfterSeconds?: number; hasActed?: boolean }
  /** Never sends headers. */
  | { kind: 'hang'; hasActed?: boolean }
  /** The right answer, but its first byte comes late. */
  | { kind: 'slow'; firstByteMs: number }
  /** Headers at once, then one blank after the other without end. */
  | { kind: 'trickle'; everyMs: number }
  /** Half of the body, then the connection closes although more was announced. */
  | { kind: 'cut' }
  /** A complete answer that is not JSON. */
  | { kind: 'malformed-json' }
  /** Half of the JSON, sent as a complete answer. */
  | { kind: 'truncated-json' }
  /** The right beginning, then padding up to this size. Default 100 MB. */
  | { kind: 'huge'; bytes?: number }
  /** Other JSON than the right one. */
  | { kind: 'other-json'; json: unknown }
  /** The right bytes with another content type. */
  | { kind: 'media-type'; mediaType: string };

/** Which requests a fault applies to. Everything that is given must match; nothing given means all requests. */
export interface FaultMatch {
  operation?: string;
  method?: string;
  /** A part of the path with its query, or a pattern for it. */
  path?: string | RegExp;
  /** Values in the query, such as `{ page: '7' }`. */
  query?: Record<string, string>;
}

interface Standing {
  match: FaultMatch;
  fault: Fault;
  left: number;
}

interface Shift {
  operation: string;
  after: number;
}

export interface Incoming {
  operation: string | null;
  method: string;
  url: string;
}

/** The switches that tests use. */
export interface FaultSwitch {
  /** Sets a fault for the next `times` matching requests (default 1). Returns the function that removes it. */
  add(match: FaultMatch, fault: Fault, times?: number | 'always'): () => void;
  /** Deletes the first thing of a list after the list was requested `afterRequests` times, as somebody else might. */
  shiftPages(operation: string, afterRequests: number): void;
  /** Refuses this token with 401 from now on. The token is given by its label or by itself. */
  revoke(token: string): void;
  restore(token: string): void;
  /** How the next action ends, or the next action of a type; of `deploy`, the next deployment. After that chance decides again. */
  nextAction(outcome: ActionOutcome, type?: string): void;
  /** Closes the listener and every connection. From then on connections are refused. */
  offline(): Promise<void>;
  /** Listens again on the same port. */
  online(): Promise<void>;
  /** Removes all faults, shifts, revocations and ordered outcomes. */
  clear(): void;
}

/** The faults that are set, and what they mean for one request. */
export class FaultBoard {
  #standing: Standing[] = [];
  #shifts: Shift[] = [];
  readonly #revoked = new Set<string>();

  add(match: FaultMatch, fault: Fault, times: number | 'always'): () => void {
    const standing = { match, fault, left: times === 'always' ? Number.POSITIVE_INFINITY : times };
    this.#standing.push(standing);
    return () => {
      this.#standing = this.#standing.filter((one) => one !== standing);
    };
  }

  /** The fault for this request, which then counts as used; `null` for a request that goes well. */
  take(incoming: Incoming): Fault | null {
    const found = this.#standing.find(({ match }) => fits(match, incoming));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#standing = this.#standing.filter((one) => one !== found);
    return found.fault;
  }

  addShift(operation: string, after: number): void {
    this.#shifts.push({ operation, after });
  }

  /** Whether the first thing of this list is deleted before the answer is made. */
  isShiftDue(operation: string): boolean {
    const found = this.#shifts.find((shift) => shift.operation === operation);
    if (!found) return false;
    found.after -= 1;
    if (found.after >= 0) return false;
    this.#shifts = this.#shifts.filter((one) => one !== found);
    return true;
  }

  setRevoked(token: string, isRevoked: boolean): void {
    if (isRevoked) this.#revoked.add(token);
    else this.#revoked.delete(token);
  }

  isRevoked(token: string): boolean {
    return this.#revoked.has(token);
  }

  clear(world: World): void {
    this.#standing = [];
    this.#shifts = [];
    this.#revoked.clear();
    world.orderedOutcomes.length = 0;
  }
}

function fits(match: FaultMatch, { operation, method, url }: Incoming): boolean {
  if (match.operation !== undefined && match.operation !== operation) return false;
  if (match.method !== undefined && match.method !== method) return false;
  if (typeof match.path === 'string' && !url.includes(match.path)) return false;
  if (match.path instanceof RegExp && !match.path.test(url)) return false;
  if (!match.query) return true;
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return Object.entries(match.query).every(([name, value]) => query.get(name) === value);
}
