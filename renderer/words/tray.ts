import type { DropletActionType } from '../../preload/contract/command.ts';
import type { FailureKind } from '../../preload/contract/failure.ts';
import { sentences } from '../../preload/contract/isolates.ts';
import type { ConnectionRow } from '../../preload/contract/view.ts';
import { actionVerbs } from './commands.ts';
import { counted, wholeNumber } from './locale.ts';
import { noBalance } from './money.ts';

/** Words of the tray's page. Its first two lines and what can be done about them come from the core. */
export const trayWords = sentences({
  label: 'Buoy',
  refresh: 'Refresh',
  searchLabel: 'Search everything',
  search: 'Type a name, tag or what to do',
  found: (count: number, all: number | null) =>
    all === null ? wholeNumber(count) : `${wholeNumber(count)} of ${wholeNumber(all)}`,
  foundSaid: (count: number, all: number | null) =>
    all === null ? counted(count, 'result', 'results') : `${wholeNumber(count)} of ${counted(all, 'droplet', 'droplets')}`,
  results: 'What was found',
  reading: 'Reading what may fit',
  noneFound: 'Nothing matches',
  noneFoundDetail: 'Droplets are searched by name, tag, address, region and size, all else by name and by what is done with it.',
  firstOnes: (shown: number) => `The first ${wholeNumber(shown)}. Type on to see fewer.`,
  opens: 'open',
  copiesAddress: 'copy address',
  opensSsh: 'SSH',
  pinned: 'Pinned',
  movesPin: 'move',
  attention: 'Needs attention',
  incidents: 'DigitalOcean’s own trouble',
  running: 'Running',
  teams: 'Teams',
  droplets: 'Droplets',
  noDroplets: 'No droplets yet',
  asking: 'Asking DigitalOcean',
  moreInBuoy: (count: number) => `${wholeNumber(count)} more in Buoy`,
  allInBuoy: (count: number) => `All ${wholeNumber(count)} in Buoy`,
  issues: (count: number) => counted(count, 'issue', 'issues'),
  teamStates: {
    checking: 'being read',
    ok: 'all well',
    offline: 'offline',
    throttled: 'throttled',
    held: 'waiting',
    refused: 'token refused',
    'waiting-for-vault': 'waiting for keyring',
    'secret-lost': 'token lost',
    failing: 'no answer',
    paused: 'paused',
  } satisfies Record<ConnectionRow['status'], string>,
  notAllRead: 'not all read',
  down: (span: string) => `down ${span}`,
  locked: 'Locked by DigitalOcean',
  left: (span: string) => `${span} left`,
  longer: 'longer than usual',
  runningFor: (span: string) => `for ${span}`,

  back: 'Back',
  openSsh: 'Open SSH',
  copySsh: 'Copy SSH command',
  sshAs: (user: string) => `as ${user}`,
  addresses: 'Addresses',
  actions: 'Actions',
  /** Names of the actions; those that ask first end in an ellipsis. */
  verb: (type: DropletActionType, isAsking: boolean) => (isAsking ? actionVerbs[type] : actionVerbs[type].replace('…', '')),
  staysBilled: 'stays billed',
  usually: (span: string) => `usually ${span}`,
  restInBuoy: 'Resize, rebuild, destroy are in Buoy',
  show: 'Show',
  hasStarted: 'It has started',
  took: (title: string, span: string) => `${title} in ${span}`,
  dismiss: 'Dismiss',

  month: (month: string) => `in ${month}`,
  noMoney: (failure: FailureKind | null) => noBalance(failure),
  showMoney: 'Show billing',
  ofLimit: (share: string, limit: string) => `${share} of ${limit}`,
  about: (amount: string, day: string) => `about ${amount} by ${day}`,
  open: 'Open Buoy',
  settings: 'Settings',
  quit: 'Quit Buoy',
});
