import type { ZodType } from 'zod';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { PinnedThing, Settings } from '../../../preload/contract/settings.ts';
import type { Api, CallOptions } from '../digitalocean/api.ts';
import type { Clock } from '../ports.ts';

/** Entries of one page, the most that the API gives. */
export const pageSize = 200;

/** Requests that reading so many entries costs: one a page, and one for an empty list. */
export const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / pageSize));

/**
 * Everything about one kind of data that Buoy fetches for each connection. Definitions drive the state, the pollers, the
 * saved view and the notices; `all.ts` lists them.
 *
 * @typeParam Held what the state keeps
 * @typeParam Answer what one read answers
 * @typeParam Needs what `read` and the intervals need of the connection
 */
export interface Definition<Held, Answer, Needs = unknown> {
  /** The data before anything was read. */
  empty: Held;
  /**
   * Folds an answer into the data. Must return the same object when nothing changed, because later comparisons are by
   * identity. `in-reducer`: the answer changes other parts of the state too, so the reducer folds it.
   */
  fold: ((held: Held, answer: Answer) => Held) | 'in-reducer';
  /**
   * Requests an hour that one token may spend on it. All shares together stay within a fifth of the 5,000 that the API grants
   * (read 2026-08-07), so that the person's own programs keep the rest. A function: from the room that all others leave.
   */
  sharePerHour: number | ((connection: Needs, room: Room) => number);
  /** Milliseconds between polls, given what the person chose in Settings. The budget may stretch it. */
  intervalMs(chosenMs: number, watching: Settings['polling']['watching']): number;
  /** A shorter interval in milliseconds while something is urgent, such as a running action; `null`: nothing is. */
  urgentIntervalMs?(connection: Needs, nowMs: number): number | null;
  /** Milliseconds from the start to the first poll. Default 0: at once. */
  startsAfterMs?: number;
  /**
   * What the token may not read is not asked for again until it has the right, which shows when anything else that needs the same
   * scope is answered, until it is another token, or until a person asks. Default false: asked as usual.
   */
  restsWhileForbidden?: boolean;
  /** Requests that one poll costs with this much data. Default 1. */
  requests?(held: Held): number;
  /** Ids of operations after which it is read again at once, when a person used them. */
  changedBy?: readonly string[];
  /** One poll. Never rejects: the outcome is an answer or a failure. */
  read(context: ReadContext<Needs>): Promise<Read<Answer>>;
  /** How it is written into the saved view; `null`: it does not survive a restart. */
  saved: SavedForm<Held> | null;
  /** When this data changes, the connection's pollers may become due earlier or later. */
  wakesPollers: boolean;
  /** Notices are made from it. After a long silence one answer may change much, which is then told as one notice. */
  bearsNews: boolean;
}

/** What the shares of others leave of the requests of an hour, and how closely the person wants to watch. */
export interface Room {
  requests: number;
  watching: Settings['polling']['watching'];
}

/** What one read may use. */
export interface ReadContext<Needs> {
  api: Api;
  clock: Clock;
  /** For every call of this read: the poll lane, its deadline, and the signal that aborts it. */
  options: CallOptions;
  /** The connection as it is now; `undefined` once it is removed. */
  connection(): Needs | undefined;
  /** A person asked to read everything now. */
  isAsked: boolean;
  /** Whether the person keeps that droplet at the top. */
  isPinned(dropletId: number): boolean;
  /** The connection's pinned things that are no droplets. */
  pins(): readonly PinnedThing[];
  /** Requests an hour that this kind may spend now. */
  sharePerHour: number;
  watching: Settings['polling']['watching'];
}

/** How one read ended, and what it cost. */
export interface Read<Answer> {
  /** `null`: what it needs is not known yet, so nothing was asked. */
  outcome: Outcome<Answer> | null;
  /** Requests, also for a failure. */
  cost: number;
}

/** How data is written into the saved view and read back. */
export interface SavedForm<Held> {
  write(held: Held): unknown;
  /** `null`: it cannot be read, or is missing because an older version wrote the view. */
  read(saved: unknown): { held: Held } | null;
}

/** The saved form of data that is written as `schema` describes it. */
export function savedAs<Held, Saved>(
  schema: ZodType<Saved>,
  forms: { write(held: Held): Saved; read(saved: Saved): Held },
): SavedForm<Held> {
  return {
    write: forms.write,
    read(saved) {
      const parsed = schema.safeParse(saved);
      return parsed.success ? { held: forms.read(parsed.data) } : null;
    },
  };
}
