import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { actionNoun, actionTitle } from './actions.ts';
import { counted, listed } from './numbers.ts';
import { clockTime } from './time.ts';

/**
 * How commands end, and why they did not start. A sentence alone is the message of a success; an object is a failure, with its
 * next step where there is one.
 */
export const commandWords = sentences({
  refreshed: 'Up to date.',
  refreshedIn: (label: string) => `${label} is up to date.`,
  nothingToRefresh: { message: 'There is no connection to refresh.', nextStep: 'Add a token, or open the demo account.' },
  paused: (untilMs: number | null, nowMs: number) =>
    untilMs === null ? 'Paused until you resume: no requests, no notices.' : `Paused until ${clockTime(untilMs, nowMs)}.`,
  pauseInPast: { message: 'That time has passed, so nothing was paused.' },
  resumed: 'Resumed.',
  unknownDroplet: (key: string) => ({
    message: `Buoy no longer knows the droplet ${key}.`,
    nextStep: 'It may have been destroyed: refresh to see.',
  }),
  busy: (name: string, first: string) => ({
    message: `${name} is busy: ${first}.`,
    nextStep: 'DigitalOcean runs one action at a time on a droplet. Try again when it is done.',
  }),
  busyElsewhere: (name: string) => ({
    message: `${name} is busy with another action.`,
    nextStep: 'DigitalOcean runs one action at a time on a droplet. Try again when it is done.',
  }),
  locked: (name: string) => ({
    message: `DigitalOcean has locked ${name}, as it does while it works on a droplet itself.`,
    nextStep: 'Try again when the lock is gone. Buoy looked just now.',
  }),
  didNotStart: (type: string, name: string) => ({
    message: `No answer to “${actionNoun(type)} ${name}”. DigitalOcean lists no such action, so it did not start.`,
    nextStep: 'Try again.',
  }),
  /** The only outcome that stays unknown: the look that should have settled it failed too. */
  notKnown: (type: string, name: string) => ({
    message: `No answer to “${actionNoun(type)} ${name}”, and the droplet's actions could not be read. It may have started.`,
    nextStep: 'Look at Activity before you try again.',
  }),
  /** `names` are the droplets on which it started, `notStarted` is the number of the others. */
  started: (type: string, names: readonly string[], value: string | null, notStarted: number) => {
    const [only] = names;
    const name = names.length === 1 && only !== undefined ? only : counted(names.length, 'droplet');
    const title = actionTitle({ type, status: 'in-progress', name, value: names.length === 1 ? value : null });
    return notStarted === 0 ? title : `${title}. ${notStarted} did not start`;
  },
  noneStarted: (type: string, names: readonly string[], first: Failure) => ({
    message: `${actionNoun(type)} did not start on ${listed(names)}. ${first.message}`,
  }),
  needsValue: {
    rename: { message: 'A new name is missing.', nextStep: 'Type the name that the droplet should have.' },
    resize: { message: 'A size is missing.', nextStep: 'Choose the size that the droplet should have.' },
    image: { message: 'An image is missing.', nextStep: 'Choose the image that the disk is made from.' },
  },
  renameOne: { message: 'Several droplets cannot be renamed at once.', nextStep: 'Rename them one by one.' },
  tagStarted: (type: string, tag: string, count: number) =>
    `${actionTitle({ type, status: 'in-progress', name: counted(count, 'droplet'), value: null })} tagged ${tag}`,
  tagNone: (tag: string) => ({
    message: `DigitalOcean started nothing: no droplet tagged ${tag} can take this action now.`,
    nextStep: 'Refresh, and look at the tag.',
  }),
  tagUnknown: (type: string, tag: string) => ({
    message: `No answer to “${actionNoun(type)}” for the tag ${tag}. It may have started on some droplets.`,
    nextStep: 'Look at Activity before you try again.',
  }),
  destroying: (name: string) => `Destroying ${name}`,
  destroyed: (name: string) => `${name} is destroyed`,
  destroyFailed: (name: string) => `${name} was not destroyed`,
  destroyUnknown: (name: string) => ({
    message: `No answer to “Destroy ${name}”, and the droplet could not be read. It may be gone.`,
    nextStep: 'Refresh before you try again.',
  }),
  destroyNotStarted: (name: string) => ({
    message: `No answer to “Destroy ${name}”. The droplet is still there.`,
    nextStep: 'Try again.',
  }),
  noticesCleared: 'The history is empty.',
  snoozed: (untilMs: number, nowMs: number) => `No more of this until ${clockTime(untilMs, nowMs)}.`,
  nothingToSnooze: { message: 'This has ended meanwhile, so there is nothing to snooze.' },
  notWritten: (failure: Failure) => ({
    message: `The change holds, but would be lost if Buoy quit now, because it could not be saved. ${failure.message}`,
    ...(failure.nextStep === undefined ? {} : { nextStep: failure.nextStep }),
  }),
} as const);

/** Name of a snapshot to which the person gave none: "web-01-2026-11-24-0932", in UTC like DigitalOcean's own times. */
export function snapshotName(name: string, nowMs: number): string {
  const at = new Date(nowMs).toISOString();
  return `${name}-${at.slice(0, 10)}-${at.slice(11, 16).replace(':', '')}`;
}
