import { sampleDistanceMs } from '../metrics/derive.ts';
import type { Sample } from '../metrics/matrix.ts';
import { isWrong, type Rule } from './rule.ts';

/*
 * Whether a policy fires. The API does not say, so Buoy judges the samples of the policy's metric by the policy's own rule.
 *
 * How DigitalOcean means the window was looked up in November 2026. The specification gives its four lengths and no meaning. The
 * glossary (https://docs.digitalocean.com/glossary/alert-interval/) calls it the time for which "average usage" must be over the
 * threshold, but its own example wants usage over it "for a sustained five minutes". The guide to alerts
 * (https://docs.digitalocean.com/products/monitoring/how-to/set-up-alerts/) says how long a droplet must exceed the threshold
 * before anybody is told, and the article on the design of May 2017 prefers certainty over early detection. So two of three say
 * sustained, and that is what is done here: every sample of the window must be on the wrong side. An average would fire after one
 * short peak, and would go on firing when it is over.
 */

export type Judgement = 'fine' | 'firing' | 'unknown';

/** What is known of one policy on one thing. */
export interface Verdict {
  /** `unknown`: the samples show neither that it fires nor that it does not. */
  judgement: Judgement;
  /**
   * The first sample of the stretch on the wrong side, as far back as was read, in Unix milliseconds. It stays while it is unknown
   * whether what fired is over; `null`: it has not fired since it was last seen fine.
   */
  firingSinceMs: number | null;
  /** The newest sample, which may be old; `null`: there is none. */
  latest: Sample | null;
  /** The newest sample is on the wrong side, but not for the whole window. */
  isLeaning: boolean;
}

/** It is over only once every sample of this time is on the right side, so that a value around the limit does not flap. */
export const clearMs = 300_000;
/** How much is read beyond what is judged: the beginning of a stretch, and enough samples to know how far apart they are. */
const marginMs = 600_000;
/** Samples that are older than this are late: what happens now is unknown. Two minutes of delay are usual for metrics. */
const lateMs = 300_000;
/** Samples from further ahead than this have a wrong clock, and count as not measured. */
const aheadMs = 60_000;
/** From one and a half usual distances on, a sample is missing between two. */
export const missingFrom = 1.5;
/** Samples do not come to the second: a stretch may begin a quarter of a distance late. */
export const tolerance = 1.25;

/** How far back samples must reach to judge a rule, in milliseconds. */
export const lookBackMs = ({ windowMs }: Rule): number => Math.max(windowMs, clearMs) + marginMs;

/**
 * Judges samples, oldest first, at `nowMs` by DigitalOcean's clock. `before` is what the last look found: what fires goes on firing
 * until it has been on the right side for `clearMs`. Where samples are missing nothing goes on, and both are to be seen anew.
 */
export function judge(
  rule: Rule,
  samples: readonly Sample[],
  { nowMs, before }: { nowMs: number; before: Verdict | null },
): Verdict {
  const known = samples.filter(({ atMs, value }) => Number.isFinite(value) && atMs <= nowMs + aheadMs);
  const latest = known.at(-1) ?? null;
  const usualMs = sampleDistanceMs(known);
  const heldSinceMs = before?.firingSinceMs ?? null;
  const unknown: Verdict = { judgement: 'unknown', firingSinceMs: heldSinceMs, latest, isLeaning: false };
  if (latest === null || usualMs === null || usualMs <= 0) return unknown;
  if (latest.atMs < nowMs - Math.max(lateMs, missingFrom * usualMs)) return unknown;
  const wrong = stretch(known, usualMs, (value) => isWrong(rule, value));
  const firing: Verdict = {
    judgement: 'firing',
    firingSinceMs: heldSinceMs ?? wrong.fromMs ?? latest.atMs,
    latest,
    isLeaning: false,
  };
  const isLeaning = wrong.fromMs !== null;
  if (fills(wrong, latest.atMs, rule.windowMs, usualMs)) return firing;
  const fine: Verdict = { judgement: 'fine', firingSinceMs: null, latest, isLeaning };
  if (heldSinceMs === null) {
    // One sample on the right side within the window shows that it does not fire. Without it, what is missing may hide anything.
    return isLeaning && wrong.afterMs === null ? { ...unknown, isLeaning } : fine;
  }
  const right = stretch(known, usualMs, (value) => !isWrong(rule, value));
  if (fills(right, latest.atMs, clearMs, usualMs)) return fine;
  return before?.judgement === 'firing' && isUnbroken(before.latest, known, usualMs) ? firing : { ...unknown, isLeaning };
}

/** Samples that end with the newest one, all on one side and none missing between them. Times are Unix milliseconds. */
interface Stretch {
  /** Its first sample; `null`: the newest one is on the other side. */
  fromMs: number | null;
  /** The sample on the other side that it follows; `null`: it begins where samples are missing, or where they begin. */
  afterMs: number | null;
}

function stretch(samples: readonly Sample[], usualMs: number, isOnSide: (value: number) => boolean): Stretch {
  let fromMs: number | null = null;
  for (const { atMs, value } of samples.toReversed()) {
    if (fromMs !== null && fromMs - atMs > missingFrom * usualMs) break;
    if (!isOnSide(value)) return { fromMs, afterMs: atMs };
    fromMs = atMs;
  }
  return { fromMs, afterMs: null };
}

/**
 * Whether a stretch fills the time that ends with its newest sample: every sample of that time is in it, and the first is no more
 * than a distance from its beginning. Two are needed at least, because one shows a moment.
 */
function fills({ fromMs, afterMs }: Stretch, newestMs: number, lengthMs: number, usualMs: number): boolean {
  const beginMs = newestMs - lengthMs;
  if (fromMs === null || fromMs === newestMs) return false;
  return fromMs <= beginMs + tolerance * usualMs && (afterMs === null || afterMs <= beginMs);
}

/** Whether no sample is missing since the one that was the newest at the last look. */
function isUnbroken(since: Sample | null, samples: readonly Sample[], usualMs: number): boolean {
  if (since === null) return false;
  let beforeMs = since.atMs;
  return samples.every(({ atMs }) => {
    if (atMs <= since.atMs) return true;
    const isNext = atMs - beforeMs <= missingFrom * usualMs;
    beforeMs = atMs;
    return isNext;
  });
}
