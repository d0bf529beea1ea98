import type { Thing } from './covered.ts';
import type { Verdict } from './judge.ts';

/**
 * Who keeps its looks where the requests do not reach for everyone, the first longest. The sentence on the page says it in these
 * words.
 */
export const ranks = ['firing', 'pinned', 'prod', 'other'] as const;
export type Rank = (typeof ranks)[number];

/** Tags of what a team calls its production. */
const prodTags = new Set(['prod', 'production']);

/** The rank of a thing by itself. */
export function rankOf(thing: Thing, isPinned: (thing: Thing) => boolean): Exclude<Rank, 'firing'> {
  if (isPinned(thing)) return 'pinned';
  return thing.tags.some((tag) => prodTags.has(tag.toLowerCase())) ? 'prod' : 'other';
}

/** Whether the next look at it should come soon: it fires, may still fire, or is about to. */
export const isUrgent = ({ judgement, firingSinceMs, isLeaning }: Verdict): boolean =>
  judgement === 'firing' || firingSinceMs !== null || isLeaning;

/**
 * What alert policies give up where their requests do not reach, in this order: each step only where those before it were not
 * enough. (How many requests they have, and what uptime checks have, is in `budget.ts`: of what is left for both, checks come first.)
 * Words for the steps are in `words/monitoring.ts`.
 */
export const givenUpInOrder = ['half as often', 'turns for other', 'turns for prod', 'turns for pinned', 'beyond'] as const;
export type GivenUp = (typeof givenUpInOrder)[number];
