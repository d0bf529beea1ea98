import { counted, locale, wholeNumber } from './locale.ts';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** "Harbour Works, Tidepool and Personal". */
export const listed = (names: readonly string[]): string => list.format(names);

/** Words of strips and states that say what does not work as usual, and what to do next. */
export const stateWords = {
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
      ? `${teams} is not polled until then.`
      : `${counted(queued, 'request', 'requests')} of ${teams} ${queued === 1 ? 'waits' : 'wait'} in line.`,
  usedElsewhere: (team: string, used: number, limit: number) =>
    `${wholeNumber(used)} of the ${wholeNumber(limit)} requests of ${team} were used elsewhere.`,
  whatUsesIt: 'What uses it?',
  refusedLead: (teams: string) => `DigitalOcean refuses the token of ${teams}.`,
  lastWorked: (when: string) => `It last worked ${when}.`,
  replaceToken: 'Replace token…',
  vaultWaitingLead: (team: string) => `Waiting for your keyring, for ${team}.`,
  vaultWaitingDetail: 'It may show a window that asks for its password.',
  secretLostLead: (team: string) => `The token of ${team} is no longer in your keyring.`,
  secretLostDetail: 'Everything else of the connection is kept.',
  failingLead: (team: string) => `${team} could not be read.`,
  pausedLead: (until: string | null) => (until ? `Paused until ${until}.` : 'Paused until you resume.'),
  pausedDetail: 'No requests, no notices.',
  resume: 'Resume now',
  setAsideLead: 'Settings could not be read.',
  setAsideDetail: (path: string) => `They are kept in ${path}; Buoy started with its usual ones.`,
  demoLead: 'Demo account.',
  demoDetail: 'Invented teams on this computer; nothing reaches DigitalOcean.',
  connectAccount: 'Connect an account',
  missingScope: (what: string) => `This token may not read ${what}`,
  missingScopeDetail: 'DigitalOcean needs this scope for it. Everything else keeps working.',
  scope: 'Scope',
  request: 'Request',
  attempts: (count: number, status: number | undefined) =>
    status === undefined
      ? `Tried ${counted(count, 'time', 'times')}.`
      : `It answered ${status} in ${counted(count, 'try', 'tries')}.`,
  nextTry: (time: string) => `Buoy asks again at ${time}.`,
  askingDroplets: (teams: number) => `Asking for the droplets of ${counted(teams, 'team', 'teams')}`,
  askingActions: 'Asking for the latest actions',
};
