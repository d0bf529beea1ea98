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
 * enough. Words for the steps are in `words/monitoring.ts`. They stand in a longer table, of everything that asks by itself:
 *
 * | | gives up | held by |
 * | --- | --- | --- |
 * | 1 | the drawings of CPU in lists and on pins, which stop well before polls have to | `metrics/spark-budget.ts` |
 * | 2 | alert policies, by the steps below, down to a third of what is left for watching | `plan.ts`, `budget.ts` |
 * | 3 | uptime checks, which are asked less often | `budget.ts` |
 * | 4 | pinned things and lists, each within its own share | `fetched`, `pollers/intervals.ts` |
 * | – | a person's own requests never do | `digitalocean/pacing` |
 */
export const givenUpInOrder = ['half as often', 'turns for other', 'turns for prod', 'turns for pinned', 'beyond'] as const;
export type GivenUp = (typeof givenUpInOrder)[number];
