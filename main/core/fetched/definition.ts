import type { ZodType } from 'zod';
import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../digitalocean/api.ts';
import type { Clock } from '../ports.ts';

/** Entries of one page, the most that the API gives. */
export const pageSize = 200;

/** Requests that reading so many entries takes: an empty list costs one as well. */
export const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / pageSize));

/**
 * Everything about one kind of data that Buoy fetches for each connection. State, pollers, saved view, waking and notices
 * are driven by these; `all.ts` lists them.
 *
 * @typeParam Held what the state keeps of it
 * @typeParam Answer what one read brings
 * @typeParam Needs what `read` and the intervals look at in the connection
 */
export interface Definition<Held, Answer, Needs = unknown> {
  /** Held before anything was read. */
  empty: Held;
  /**
   * What an answer makes of the data held; gives the same object back where both say the same. `in-reducer`: the answer
   * changes more than this data, so the reducer has a fold of its own for it.
   */
  fold: ((held: Held, answer: Answer) => Held) | 'in-reducer';
  /**
   * Requests an hour that one token may spend on it. All shares together stay within a fifth of the 5,000 that the API grants
   * (read 2026-08-07), so that the person's own programs keep the rest.
   */
  sharePerHour: number;
  /** Milliseconds between polls while nothing presses, given the interval that the person chose. The budget may stretch it. */
  intervalMs(chosenMs: number): number;
  /** A shorter interval, milliseconds, while something presses; `null`: nothing does. */
  urgentIntervalMs?(connection: Needs, nowMs: number): number | null;
  /** Requests that one poll takes at that size. Default 1. */
  requests?(held: Held): number;
  read(context: ReadContext<Needs>): Promise<Read<Answer>>;
  /** How it stands in the saved view; `null`: it is not kept over a restart. */
  saved: SavedForm<Held> | null;
  /** A change of it may change when pollers of the connection are due. */
  wakesPollers: boolean;
  /** Notices are made of it: an answer after a long silence may tell of much at once. */
  bearsNews: boolean;
}

/** One read: what it works on. */
export interface ReadContext<Needs> {
  api: Api;
  clock: Clock;
  /** For every call of this read: the poll lane, its deadline, and the signal that calls it off. */
  options: CallOptions;
  /** The connection as it is now; `undefined` once it is removed. */
  connection(): Needs | undefined;
  /** Whether the person keeps that droplet at the top. */
  isPinned(dropletId: number): boolean;
}

/** What one read brought, and what it cost. */
export interface Read<Answer> {
  outcome: Outcome<Answer>;
  /** Requests. */
  cost: number;
}

/** How data is written into the saved view and read back. */
export interface SavedForm<Held> {
  write(held: Held): unknown;
  /** `null`: not understood, or missing as in a view that an older version wrote. */
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
