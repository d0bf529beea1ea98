/** How many requests a token may make. Read in the API's reference in 2026: 250 a minute and 5,000 an hour, both rolling. */
export interface Limits {
  minute: number;
  minuteWindowMs: number;
  hour: number;
  hourWindowMs: number;
}

export const usualLimits: Limits = { minute: 250, minuteWindowMs: 60_000, hour: 5_000, hourWindowMs: 3_600_000 };

/** Requests in a rolling window. Each leaves the count one window after it was made. A refused request never counts. */
export class RollingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  #times: number[] = [];
  #first = 0;

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  count(nowMs: number): number {
    while ((this.#times[this.#first] ?? Number.POSITIVE_INFINITY) <= nowMs - this.#windowMs) this.#first += 1;
    if (this.#first > 10_000) {
      this.#times = this.#times.slice(this.#first);
      this.#first = 0;
    }
    return this.#times.length - this.#first;
  }

  isSpent(nowMs: number): boolean {
    return this.count(nowMs) >= this.#limit;
  }

  remaining(nowMs: number): number {
    return Math.max(0, this.#limit - this.count(nowMs));
  }

  add(nowMs: number): void {
    this.#times.push(nowMs);
  }

  /** When the oldest request leaves the count, in Unix milliseconds; a whole window from now when there is none. */
  freesAtMs(nowMs: number): number {
    return (this.#times[this.#first] ?? nowMs) + this.#windowMs;
  }
}

/** What a token's windows say about one more request. */
export type Admission = { isAdmitted: true } | { isAdmitted: false; retryAfterSeconds: number | null };

/** Both windows of a token, and the special ones that some operations have too. */
export class Allowance {
  readonly #limits: Limits;
  readonly #minute: RollingWindow;
  readonly #hour: RollingWindow;
  readonly #special = new Map<string, RollingWindow>();

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#minute = new RollingWindow(limits.minute, limits.minuteWindowMs);
    this.#hour = new RollingWindow(limits.hour, limits.hourWindowMs);
  }

  /** Counts a request or refuses it. Only the short windows say after how many seconds to come back. */
  admit(nowMs: number, special: { group: string; requests: number; windowSeconds: number } | null): Admission {
    if (this.#hour.isSpent(nowMs)) return { isAdmitted: false, retryAfterSeconds: null };
    const windows = [this.#minute, ...(special ? [this.#windowFor(special.group, special.requests, special.windowSeconds)] : [])];
    const spent = windows.find((window) => window.isSpent(nowMs));
    if (spent) return { isAdmitted: false, retryAfterSeconds: Math.max(1, Math.ceil((spent.freesAtMs(nowMs) - nowMs) / 1000)) };
    for (const window of windows) window.add(nowMs);
    this.#hour.add(nowMs);
    return { isAdmitted: true };
  }

  /** Counts entries of a body against their own limit. Returns whether they still fit. */
  admitItems(nowMs: number, group: string, limit: { maximum: number; windowSeconds: number }, count: number): boolean {
    const window = this.#windowFor(`${group} items`, limit.maximum, limit.windowSeconds);
    if (window.remaining(nowMs) < count) return false;
    for (let index = 0; index < count; index += 1) window.add(nowMs);
    return true;
  }

  /** Counts requests that somebody else made with the same token. */
  spend(nowMs: number, count: number): void {
    for (let index = 0; index < count; index += 1) this.#hour.add(nowMs);
  }

  headers(nowMs: number): Record<string, string> {
    return {
      'ratelimit-limit': String(this.#limits.hour),
      'ratelimit-remaining': String(this.#hour.remaining(nowMs)),
      'ratelimit-reset': String(Math.ceil(this.#hour.freesAtMs(nowMs) / 1000)),
    };
  }

  #windowFor(name: string, requests: number, windowSeconds: number): RollingWindow {
    const known = this.#special.get(name);
    if (known) return known;
    const made = new RollingWindow(requests, windowSeconds * 1000);
    this.#special.set(name, made);
    return made;
  }
}
