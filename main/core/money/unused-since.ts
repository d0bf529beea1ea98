import { dayMs } from './calendar.ts';

/** A thing that was seen serving nothing at two times, and at every look in between. */
export interface UnusedSince {
  /** Its family and its id, `volumes_list:v1`. */
  key: string;
  /** When it was seen so first, Unix milliseconds. */
  sinceMs: number;
  /** When it was seen so last. */
  seenMs: number;
}

/** What one look found. */
export interface UnusedLook {
  /** Families of which all things were seen. */
  familyIds: readonly string[];
  /** The things of these families that serve nothing. */
  keys: readonly string[];
  atMs: number;
}

/** Two looks that are further apart say little of what was between them. */
const apartAtMostMs = 35 * dayMs;
/** Of each team; what costs most is looked at in its list. */
const keptAtMost = 500;

export const unusedKey = (familyId: string, id: string): string => `${familyId}:${id}`;

/**
 * What is known after a look. A thing that is gone, or is used again, is forgotten, so that it begins anew should it serve nothing
 * later. What lies in a family that was not seen stays as it is.
 */
export function withLook(known: readonly UnusedSince[], { familyIds, keys, atMs }: UnusedLook): readonly UnusedSince[] {
  const before = new Map(known.map((one) => [one.key, one]));
  const isElsewhere = ({ key }: UnusedSince) => !familyIds.some((id) => key.startsWith(`${id}:`));
  const seen = keys.map((key): UnusedSince => {
    const one = before.get(key);
    if (!one || atMs - one.seenMs > apartAtMostMs || atMs < one.sinceMs) return { key, sinceMs: atMs, seenMs: atMs };
    // A look is noted once a day, since each is written to disk.
    return atMs - one.seenMs < dayMs ? one : { ...one, seenMs: atMs };
  });
  const next = [...known.filter(isElsewhere), ...seen].slice(0, keptAtMost);
  return next.length === known.length && next.every((one) => before.get(one.key) === one) ? known : next;
}
