import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { type TokenFacts, type TokenProblem, tokenLength } from '../../../preload/contract/token-shape.ts';
import type { Unread } from '../../../preload/contract/view.ts';
import { leftOutOf, type Names } from './left-out.ts';
import { listed } from './numbers.ts';
import { ago, clockTime } from './time.ts';

type Text = Pick<Failure, 'message' | 'nextStep'>;

/** What to say about a text that is not a token, before anything is sent. */
export const tokenShapeWords: Readonly<Record<TokenProblem, (token: TokenFacts) => Text>> = {
  empty: () => ({
    message: 'There is no token to check.',
    nextStep: 'Paste the token that DigitalOcean showed when it was made.',
  }),
  refresh: () => ({
    message: 'This is a refresh token (dor_v1_). It only makes other tokens and reads nothing.',
    nextStep: 'Paste the access token: it begins with dop_v1_ or doo_v1_.',
  }),
  'has-spaces': () => ({
    message: 'There are spaces or line breaks inside this token.',
    nextStep: 'Copy it again, in one piece.',
  }),
  'has-invisible': ({ prefix, invisibleAt }) => ({
    message: `There is an invisible character ${prefix === '' ? 'inside this token' : `after ${prefix}…`}, at place ${invisibleAt}.`,
    nextStep: 'It came along when the token was copied: copy it again, from where DigitalOcean showed it.',
  }),
  'wrong-prefix': () => ({
    message: 'This is not a DigitalOcean API token: it does not begin with dop_v1_ or doo_v1_.',
    nextStep: 'Make one in the control panel under API, Tokens. Spaces keys and SSH keys do not work here.',
  }),
  'too-short': ({ length }) => ({
    message: `This token has ${length} characters; a whole one has ${tokenLength}.`,
    nextStep: 'The end may be missing: copy it again.',
  }),
  'too-long': ({ length }) => ({
    message: `This token has ${length} characters; a whole one has ${tokenLength}.`,
    nextStep: 'Something was pasted along with it: copy it again.',
  }),
  'wrong-characters': () => ({
    message: 'This token has characters that no DigitalOcean token has.',
    nextStep: 'Copy it again: after the prefix there are only digits and the letters a to f.',
  }),
};

/** What to say about a token after DigitalOcean was asked, and about saved tokens. */
export const connectionWords = sentences({
  refused: {
    message: 'DigitalOcean does not accept this token.',
    nextStep: 'It may be mistyped, deleted or expired. Make a new one in the control panel and paste it here.',
  },
  strayRefusal: {
    message: 'DigitalOcean refused one request, but does not refuse the token as a whole.',
    nextStep: 'Buoy asks again by itself.',
  },
  forbidden: {
    message: 'This token may read neither the account nor droplets.',
    nextStep: 'Give it at least account:read or droplet:read in the control panel.',
  },
  notChecked: ({ message, nextStep = 'Try again in a moment.' }: Text) => ({
    message: `The token was not checked and not saved. ${message}`,
    nextStep,
  }),
  alreadyConnected: (label: string) => ({
    message: `This token is already connected as ${label}.`,
    nextStep: 'Each team needs a token of its own.',
  }),
  unknownConnection: { message: 'That connection no longer exists.' },
  notKept: (why: string) => ({
    message: `${why} The token works, but was not saved.`,
    nextStep: 'Unlock your keyring and try again, or keep the token for this run only.',
  }),
  notDeleted: (label: string, why: string) => ({
    message: `${label} was not removed: its token could not be deleted. ${why}`,
    nextStep: 'Unlock your keyring and remove it again.',
  }),
  notListed: (why: string) => ({
    message: `The token was not saved, because the list of connections could not be. ${why}`,
    nextStep: 'Make room or make it writable, then try again, or keep the token for this run only.',
  }),
  notRenamed: (label: string, why: string) => ({
    message: `${label} keeps its name, because the new one could not be saved. ${why}`,
    nextStep: 'Make room or make it writable, then try again.',
  }),
  endNotSaved: (label: string, why: string) => ({
    message: `The end of the token of ${label} could not be saved. ${why}`,
    nextStep: 'Make room or make it writable, then try again.',
  }),
  notRemoved: (label: string, why: string) => ({
    message: `${label} was not removed, because the list of connections could not be saved. ${why}`,
    nextStep: 'Make room or make it writable, then remove it again.',
  }),
  onlyTokenRemoved: (label: string, why: string) => ({
    message: `The token of ${label} was deleted, but it is still in the list of connections, which could not be saved. ${why}`,
    nextStep: 'Make room or make it writable, then remove it again.',
  }),
  tooMany: (most: number) => ({
    message: `There are ${most} connections already, the most that Buoy keeps.`,
    nextStep: 'Remove one first, or keep the token for this run only.',
  }),
  added: (label: string) => `${label} is connected.`,
  addedForThisRun: (label: string) => `${label} is connected until Buoy quits.`,
  replaced: (label: string) => `${label} works with the new token.`,
  renamed: (label: string) => `It is now called ${label}.`,
  removed: (label: string) => `${label} was removed, and its token deleted from this computer.`,
  forgotten: (label: string) => `${label} was removed. Its token was never saved.`,
  removedWithoutVault: (label: string) => `${label} was removed. There is no keyring to delete its token from.`,
  secretLost: {
    message: 'The token is no longer in your keyring.',
    nextStep: 'Paste it again in Settings.',
  },
  stillWaiting: { message: 'Buoy is waiting for your keyring to hand over the token.', nextStep: 'Unlock it if it asks.' },
  demoOpened: (teams: number) => `The demo account is open with ${teams} teams. Nothing in it is real.`,
  demoOpenAlready: 'The demo account is already open.',
  demoClosed: 'The demo account is closed.',
  noDemo: { message: 'There is no demo account here.' },
  demoFailed: (why: string) => ({ message: `The demo account did not start. ${why}`, nextStep: 'Try again.' }),
  otherTeam: (team: string, label: string) => ({
    message: `This token belongs to ${team}, not to ${label}.`,
    nextStep: 'Add it as a connection of its own instead.',
  }),
  unnamedTeam: 'Unnamed team',
} as const);

/** Every kind of data from which notices are made, as in "Not read: actions and alerts." */
export const readNames = {
  droplets: 'droplets',
  actions: 'actions',
  checks: 'uptime checks',
  uptime: 'states of uptime checks',
  policies: 'alert policies',
  alerts: 'metrics of alert policies',
} as const satisfies Record<Unread['what'], string>;

/** One entry of such a list, and several. */
const entryNames: Readonly<Record<Unread['what'], Names>> = {
  droplets: ['droplet', 'droplets'],
  actions: ['action', 'actions'],
  checks: ['uptime check', 'uptime checks'],
  uptime: ['state of an uptime check', 'states of uptime checks'],
  policies: ['alert policy', 'alert policies'],
  alerts: ['metric of an alert policy', 'metrics of alert policies'],
};

/** What an entry needs besides an id so that anything can be said of it. */
const lacks: Readonly<Partial<Record<Unread['what'], string>>> = {
  actions: 'an id, a type or a start',
  policies: 'an id, a type or a limit',
};

/** A connection's status as one sentence, with its next step if there is one. */
export const statusWords = sentences({
  checking: 'Asking DigitalOcean for the first time.',
  ok: 'All well.',
  /** It works, but not all that could need a person is known. `scopes` may be empty. */
  notAllowed: (names: readonly string[], scopes: readonly string[]) =>
    `This token may not read ${listed(names)}${scopes.length === 0 ? '' : `, which needs ${listed(scopes)}`}.`,
  notRead: (names: readonly string[]) => `Not read: ${listed(names)}.`,
  leftOut: (lists: readonly { what: Unread['what']; entries: number }[]) =>
    [...Map.groupBy(lists, ({ what }) => lacks[what] ?? 'an id')]
      .map(([lack, alike]) =>
        leftOutOf(
          alike.map(({ what, entries }) => ({ entries, names: entryNames[what] })),
          lack,
        ),
      )
      .join(' '),
  paused: (untilMs: number | null, nowMs: number) =>
    untilMs === null ? 'Paused until you resume.' : `Paused until ${clockTime(untilMs, nowMs)}.`,
  /** `why`: what keeps DigitalOcean from being reached although there is a network. */
  offline: (why: string | null, lastWorkedAtMs: number | null, nowMs: number) =>
    `${why ?? 'Offline.'} ${lastWorkedAtMs === null ? 'Nothing was read yet.' : `Showing data from ${ago(lastWorkedAtMs, nowMs)}.`}`,
  refused: (lastWorkedAtMs: number | null, nowMs: number) =>
    lastWorkedAtMs === null
      ? 'DigitalOcean does not accept this token. Replace it in Settings.'
      : `DigitalOcean has not accepted this token since ${clockTime(lastWorkedAtMs, nowMs)}. Replace it in Settings.`,
  waitingForVault: (why: string | null) => why ?? 'Waiting for your keyring.',
  secretLost: 'The token is no longer in your keyring. Paste it again in Settings.',
  failing: (failure: Text) => failure.message,
} as const);
