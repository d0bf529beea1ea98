import type { Address } from '../../../preload/contract/addresses.ts';
import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { billedMonth, lastBilledDay } from '../../../preload/contract/time-words.ts';
import { count, counted, listed, money, roundMoney } from './numbers.ts';
import { ago, clockTime, span } from './time.ts';
import { untilWords } from './waiting.ts';

/** The tray: its first two lines, and the words of its menu. */
export const trayWords = sentences({
  loading: { title: 'Buoy', subtitle: 'Starting' },
  noConnection: { title: 'No account yet', subtitle: 'Add a token, or look around on the demo account' },
  addToken: 'Add a token…',
  openDemo: 'Open the demo account',
  refused: (labels: string, lastWorkedAtMs: number | null, nowMs: number) => ({
    title: 'Token refused',
    subtitle: lastWorkedAtMs === null ? labels : `${labels} · last worked ${clockTime(lastWorkedAtMs, nowMs)}`,
  }),
  secretLost: (labels: string) => ({ title: 'Token lost', subtitle: `${labels} · no longer in your keyring` }),
  vault: (labels: string) => ({ title: 'Waiting for your keyring', subtitle: labels }),
  replaceToken: 'Replace token…',
  paused: (untilMs: number | null, nowMs: number) => ({
    title: untilMs === null ? 'Paused' : `Paused until ${clockTime(untilMs, nowMs)}`,
    subtitle: 'No requests, no notices',
  }),
  resume: 'Resume now',
  /** `isOnline`: this computer has a network, but DigitalOcean is not reached through it. */
  offline: (isOnline: boolean, fetchedAtMs: number | null, nowMs: number) => ({
    title: isOnline ? 'DigitalOcean is not reached' : 'Offline',
    subtitle: fetchedAtMs === null ? 'Nothing was read yet' : `Showing data from ${ago(fetchedAtMs, nowMs)}`,
  }),
  tryNow: 'Try now',
  throttled: (untilMs: number, nowMs: number, isUsedElsewhere: boolean) => ({
    title: `Throttled ${untilWords(untilMs, nowMs)}`,
    subtitle: isUsedElsewhere ? 'By DigitalOcean: something else uses this token' : 'By DigitalOcean',
  }),
  whatUsesIt: 'What uses it?',
  attention: (things: number) => `${things} ${things === 1 ? 'needs' : 'need'} attention`,
  busy: (actions: number) => `${counted(actions, 'action')} running`,
  well: 'All well',
  held: (untilMs: number | null, nowMs: number) =>
    `Waiting${untilMs === null ? '' : ` ${untilWords(untilMs, nowMs)}`} to stay within limits`,
  checking: 'Asking DigitalOcean',
  failing: 'Not everything could be read',
  /** Where the kind of all failures says more. */
  failingBy: {
    'server-error': 'DigitalOcean has trouble answering',
    timeout: 'DigitalOcean takes too long to answer',
    intercepted: 'Something in between answers',
    untrusted: 'The connection cannot be trusted',
  } as Readonly<Partial<Record<Failure['kind'], string>>>,
  /** Nothing needs a person, but not everything that could was read. */
  wellAsRead: 'No problem seen',
  notRead: (names: readonly string[]) => `not read: ${listed(names)}`,
  /** Where entries of a list are left out: "not read: some droplets". */
  some: (name: string) => `some ${name}`,
  summary: (droplets: number, teams: number) =>
    teams === 1 ? counted(droplets, 'droplet') : `${counted(droplets, 'droplet')} in ${counted(teams, 'team')}`,
  updated: (fetchedAtMs: number | null, nowMs: number) =>
    fetchedAtMs === null ? 'not read yet' : `updated ${ago(fetchedAtMs, nowMs)}`,
  read: (fetchedAtMs: number | null, nowMs: number) =>
    fetchedAtMs === null ? 'not read yet' : `read ${ago(fetchedAtMs, nowMs)}`,
  needsAttention: 'Needs attention',
  running: 'Running',
  coming: 'Coming up',
  moreComing: (more: number) => `${count(more)} more in Buoy`,
  pinned: 'Pinned',
  droplets: 'Droplets',
  noDroplets: 'No droplets',
  allInWindow: (total: number) => `All ${count(total)} in the window`,
  lasts: (ms: number) => span(ms),
  runningFor: (ms: number) => `for ${span(ms)}`,
  longerThanUsual: 'longer than usual',
  copy: (text: string, kind: Address['kind']) => (kind === 'reserved' ? `Copy ${text}, reserved` : `Copy ${text}`),
  copySsh: 'Copy SSH command',
  noAddress: 'No address',
  noAddressYet: 'No address yet',
  size: (region: string, size: string) => (region === '' ? size : `${region} · ${size}`),
  monthly: (usd: number | null) => (usd === null ? 'price unknown' : `${money(usd)} a month`),
  usually: (text: string) => `usually ${text}`,
  tags: (tags: readonly string[]) => `Tags: ${tags.join(', ')}`,
  locked: (condition: string) => `${condition}, locked`,
  lockedReason: 'Locked by DigitalOcean',
  show: 'Show in Buoy',
  month: (usedUsd: string, atMs: number) => `${billedMonth(atMs)} ${money(usedUsd)}`,
  forecast: (usd: string | null, atMs: number) => (usd === null ? null : `about ${roundMoney(usd)} by ${lastBilledDay(atMs)}`),
  teamMoney: (label: string, usedUsd: string) => `${label} ${money(usedUsd)}`,
  refresh: 'Refresh',
  pause: 'Pause',
  pauseHour: 'For 1 hour',
  pauseTomorrow: 'Until tomorrow',
  pauseOpen: 'Until resumed',
  open: 'Open Buoy',
  quit: 'Quit Buoy',
  asks: (label: string) => `${label}…`,
} as const);
