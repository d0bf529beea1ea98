import { sentences } from '../../preload/contract/isolates.ts';
import { counted, locale, wholeNumber } from './locale.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** "Harbour Works, Tidepool and Personal". */
export const listed = (names: readonly string[]): string => list.format(names);

/** Buoy's files are in one folder, on Windows too. */
const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '');
const nameIn = (path: string): string => path.replace(/^.*[\\/]/, '');

/** Words of strips and states that say what does not work as usual, and what to do next. */
export const stateWords = sentences({
  offlineLead: 'Offline.',
  showingFrom: (ago: string) => `Showing data from ${ago}.`,
  nothingYet: 'Nothing has been read yet.',
  commandsOff: 'Commands are off until you are back online.',
  offlineReason: 'Off until you are back online',
  tryNow: 'Try now',
  throttled: (until: string) => `Throttled until ${until}`,
  held: (until: string | null) => (until === null ? 'Waiting' : `Waiting until ${until}`),
  inLine: (teams: string, queued: number) =>
    queued === 0
      ? `Buoy does not poll ${teams} until then.`
      : `${counted(queued, 'request', 'requests')} of ${teams} ${queued === 1 ? 'waits' : 'wait'} in line.`,
  usedElsewhere: (team: string, used: number, limit: number) =>
    `${wholeNumber(used)} of the ${wholeNumber(limit)} requests of ${team} were used elsewhere.`,
  whatUsesIt: 'What uses it?',
  refusedLead: (teams: string) => `DigitalOcean refuses the token of ${teams}.`,
  lastWorked: (when: string) => `It last worked ${when}.`,
  replaceToken: 'Replace token…',
  vaultWaitingLead: (team: string) => `Waiting for your keyring, which keeps the token of ${team}.`,
  vaultWaitingDetail: 'A window may be asking for the keyring’s password.',
  secretLostLead: (team: string) => `The token of ${team} is no longer in your keyring.`,
  secretLostDetail: 'The rest of the connection is kept. Replace the token to use it again.',
  statusPage: 'Status page',
  /** "Being looked into · began 40 min ago". */
  incidentState: (state: string, ago: string | null) => (ago === null ? state : `${state} · began ${ago}`),
  failingLead: (team: string) => `${team} could not be read.`,
  actionsFailingLead: (team: string) => `The actions of ${team} could not be read.`,
  /** Beside what a team lacks, where that would be shown. */
  notAllowedLead: (team: string, what: string) => `The token of ${team} may not read ${what}.`,
  notReadLead: (team: string, what: string) => `${team}: ${what} could not be read.`,
  /** What is missing from a list follows. */
  leftOutLead: (team: string) => `${team}:`,
  scopeNeeded: (scopes: readonly string[]) => `It needs ${listed(scopes)}.`,
  pausedLead: (until: string | null) => (until ? `Paused until ${until}.` : 'Paused until you resume.'),
  pausedDetail: 'No requests, no notices.',
  resume: 'Resume now',
  noTrayLead: 'No tray was found on this desktop.',
  noTrayDetail: {
    gnome: 'GNOME needs the extension “AppIndicator and KStatusNotifierItem Support” for one. Until then Buoy is this window.',
    other: 'A panel with a tray (StatusNotifier) brings one, such as Waybar’s or Xfce’s. Until then Buoy is this window.',
  },
  noTrayClosing: {
    ask: 'Closing it asks whether to quit.',
    quit: 'Closing it quits.',
    stay: 'Closed, Buoy runs on; start it again to see it.',
  },
  understood: 'Got it',
  setAsideLead: (files: number) => `${files === 1 ? 'One' : wholeNumber(files)} of Buoy’s files could not be read.`,
  setAsideDetail: (paths: readonly string[]) =>
    paths.length === 1
      ? `It is kept at ${listed(paths)}, and Buoy started a new one.`
      : `They are kept in ${folderOf(paths[0] ?? '')} as ${listed(paths.map(nameIn))}, and Buoy started new ones.`,
  demoLead: 'Demo account.',
  demoDetail: 'Invented teams on this computer; nothing reaches DigitalOcean.',
  connectAccount: 'Connect an account',
  missingScope: (what: string) => `This token is not allowed to read ${what}`,
  missingScopeDetail: 'DigitalOcean needs this scope for it. Everything else keeps working.',
  scope: 'Scope',
  request: 'Request',
  attempts: (count: number, status: number | undefined) =>
    status === undefined
      ? `Tried ${counted(count, 'time', 'times')}.`
      : `Tried ${counted(count, 'time', 'times')}; the last answer was ${status}.`,
  nextTry: (time: string) => `Buoy asks again at ${time}.`,
  askingDroplets: (teams: number) => `Asking for the droplets of ${counted(teams, 'team', 'teams')}`,
  askingActions: 'Asking for the latest actions',
});
