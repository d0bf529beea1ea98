import type { HeldWindow } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { clockTime } from './time.ts';

/** Why Buoy waits, by window. A test compares the numbers with those of `pace.ts` and of the catalogue. */
const keepsTo: Readonly<Record<HeldWindow, string>> = {
  minute: 'to stay within DigitalOcean’s 250 requests a minute',
  hour: 'because the token’s requests for this hour are used up',
  'poll-share': 'so that its polls leave the rest of the token’s requests to you',
  'account-keys': 'to stay within DigitalOcean’s 10 reads of SSH keys in 60 s',
  'cdn-endpoints': 'to stay within DigitalOcean’s 5 requests for CDN endpoints in 10 s',
  'purged-files': 'to stay within DigitalOcean’s 50 purged files in 20 s',
};

/** What else to say about a long wait. */
const meanwhile: Readonly<Partial<Record<HeldWindow, string>>> = {
  hour: 'Settings show what used them.',
  'poll-share': 'What you ask for is still sent at once.',
};

/** "until 14:32", or how else a wait ends. */
export const untilWords = (untilMs: number | null, nowMs: number): string =>
  untilMs === null ? 'until DigitalOcean answers' : `until ${clockTime(untilMs, nowMs)}`;

/**
 * Who waits, for what and until when: in the status of a connection, in the tray and in failures. Use `throttled` only after a
 * 429, and `held` only while Buoy waits on its own.
 */
export const waitWords = sentences({
  /** `isUsedElsewhere`: others made most of the hour's requests. Without that nobody knows who caused it. */
  throttled: (untilMs: number, nowMs: number, isUsedElsewhere: boolean) =>
    `DigitalOcean throttles this token ${untilWords(untilMs, nowMs)}${
      isUsedElsewhere ? ', because something else uses it too' : ''
    }. Settings show what used it.`,
  held: (window: HeldWindow, untilMs: number | null, nowMs: number) =>
    `Buoy is waiting ${untilWords(untilMs, nowMs)} ${keepsTo[window]}. ${meanwhile[window] ?? 'It goes on by itself.'}`,
  mustWait: (window: HeldWindow, untilMs: number, nowMs: number) =>
    `Buoy has to wait ${untilWords(untilMs, nowMs)} ${keepsTo[window]}`,
} as const);
