import { sentences } from '../../preload/contract/isolates.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import { type TokenFacts, type TokenProblem, tokenLength } from '../../preload/contract/token-shape.ts';
import { wholeNumber } from './locale.ts';

/** Words of the settings. */
export const settingsWords = sentences({
  sections: {
    connections: 'Connections',
    polling: 'Polling',
    notices: 'Notices',
    appearance: 'Appearance',
    system: 'System',
    network: 'Network',
    spend: 'Spend',
    ssh: 'SSH',
    storage: 'What is stored where',
    about: 'About',
  },
  addConnection: 'Add a connection',
  addAnother: 'Add another token',
  rename: 'Rename…',
  renameTitle: (name: string) => `Rename ${name}`,
  label: 'Label',
  replace: 'Replace token…',
  replaceTitle: (name: string) => `Replace the token of ${name}`,
  replaceDo: 'Replace token',
  remove: 'Remove…',
  removeTitle: (name: string) => `Remove ${name} from Buoy?`,
  removeLines: ['The token is deleted from your keychain and its data from Buoy.', 'Nothing changes at DigitalOcean.'],
  removeDo: 'Remove',
  moreFor: (name: string) => `More for ${name}`,
  thisRunOnly: 'for this run only',
  demo: 'demo',
  dropletsOfLimit: (count: number, limit: number | null) =>
    limit === null ? `${wholeNumber(count)} droplets` : `${wholeNumber(count)} of ${wholeNumber(limit)} droplets`,
  budget: 'Requests this hour',
  budgetBuoy: (count: number) => `Buoy ${wholeNumber(count)}`,
  budgetElsewhere: (count: number) => `elsewhere ${wholeNumber(count)}`,
  budgetLeft: (count: number) => `${wholeNumber(count)} left`,
  budgetUnknown: 'No request was made yet.',
  budgetReset: (time: string) => `more from ${time}`,
  interval: 'Ask for droplets and actions',
  intervalHint: 'Longer intervals leave more requests to you. Running actions are asked for every 5 s.',
  everySeconds: (seconds: number) =>
    seconds < 60 ? `Every ${seconds} s` : seconds === 60 ? 'Every minute' : `Every ${seconds / 60} min`,
  watching: 'Watch uptime checks and alert policies',
  watchings: { sparing: 'Sparingly', usual: 'Usual', close: 'Closely' },
  watchingHints: {
    sparing: 'Half of the usual requests: looks come at most every 10 min.',
    usual: 'Looks come every 5 min where the requests reach. Monitoring says what takes turns.',
    close: 'Four times the usual requests, every 2 min where they reach. All that Buoy asks by itself stays a fifth of the hour.',
  },
  pause: 'Pause',
  pauseHint: 'No requests and no notices while paused.',
  pauseHour: 'For 1 hour',
  pauseTomorrow: 'Until tomorrow 08:00',
  pauseOpen: 'Until I resume',
  resume: 'Resume now',
  kinds: 'Tell me when',
  quiet: 'Quiet hours',
  quietHint: 'Notices are kept, but not shown.',
  from: 'From',
  to: 'To',
  snooze: 'Snooze',
  snoozed: (time: string) => `Snoozed until ${time}`,
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  startAtLogin: 'Start at login',
  startAtLoginHint: 'In the tray, without a window.',
  startAtLoginShown: 'With its window, since no tray was found on this desktop.',
  startAtLoginUnseen: 'Without a window.',
  startAtLoginNot: 'This desktop cannot start Buoy at login.',
  proxy: 'Proxy',
  proxyModes: { system: 'System', none: 'None', own: 'Own' },
  proxyHints: {
    system: 'The one that the environment (HTTPS_PROXY) or the system names, if any.',
    none: 'Requests go straight to DigitalOcean.',
    own: 'Every request goes through the one below.',
  },
  proxyUrl: 'Address of the proxy',
  proxyUrlHint: 'HTTP, HTTPS or SOCKS5. Without one, requests go straight to DigitalOcean.',
  proxyWrong: 'Not an address such as proxy.example.com:3128 or socks5://127.0.0.1:1080',
  proxyPassword: 'Passwords are not kept in the settings. Start Buoy with HTTPS_PROXY instead',
  closing: 'Closing the window',
  closingHint: 'No tray was found on this desktop. Kept running, Buoy sends notices; start it again to see its window.',
  closings: { ask: 'Asks', quit: 'Quits', stay: 'Keeps running' },
  trayMenu: 'Tray menu',
  trayMenuHint: 'What the tray shows, in this window.',
  trayMenuOpen: 'Open',
  threshold: 'Tell me when a month costs more than',
  thresholdHint: 'Over all teams, in US dollars. Leave it empty for no limit.',
  thresholdWrong: 'An amount in dollars, such as 1000',
  warnAt: 'Tell me before that, from',
  warnAtHint: 'A share of the limit, in percent. Leave it empty for no such notice.',
  warnAtWrong: 'A whole number from 10 to 99',
  keptCosts: 'Kept although they serve nothing',
  keptCostsHint: (count: number) => `${count} ${count === 1 ? 'thing is' : 'things are'} not listed in Billing.`,
  tellAllAgain: 'List all of them again',
  sshUser: 'User',
  sshPort: 'Port',
  sshPortWrong: 'A number from 1 to 65535',
  sshUserWrong: 'A user name',
  sshHint: 'For Open SSH and the copied command.',
  storage: [
    ['Token', 'your system’s keychain, nowhere else'],
    ['Settings', 'a file that only you can read'],
    ['Durations and notices', 'the same folder'],
    ['Sent to', 'DigitalOcean, no one else'],
  ] as const,
  storageNoKeychain: 'only in memory: this computer has no keychain',
  version: (version: string) => `Buoy ${version}`,
  licence: 'MIT licence. Not made by DigitalOcean.',
  openDemo: 'Look around on the demo account',
  closeDemo: 'Leave the demo account',
  shortcuts: 'Keyboard shortcuts',
  quit: 'Quit Buoy',
});

/** Paths of the settings that are on or off, such as `polling.isGentleOnBattery`. */
type SwitchPath<Group> = {
  [K in keyof Group & string]: Group[K] extends boolean ? K : Group[K] extends object ? `${K}.${SwitchPath<Group[K]>}` : never;
}[keyof Group & string];

export interface SwitchWords {
  setting: SwitchPath<Settings>;
  name: string;
  hint?: string;
}
export type SwitchSection = 'polling' | 'notices' | 'system';

/** Settings that are on or off, by section and in the order in which they stand there. The screen draws what is listed here. */
export const switchWords: Readonly<Record<SwitchSection, readonly SwitchWords[]>> = {
  polling: [
    {
      setting: 'polling.isGentleOnBattery',
      name: 'Ask less often on battery',
      hint: 'A fifth as often while the window is closed.',
    },
    {
      setting: 'isStatusPageRead',
      name: 'Ask whether DigitalOcean itself has trouble',
      hint: 'Every five minutes at status.digitalocean.com, without a token. Shown where it touches what you use.',
    },
    {
      setting: 'polling.hasSparks',
      name: 'Draw the CPU of droplets in lists',
      hint: 'Of those in sight, every half hour. It is the first to stop when requests run short.',
    },
  ],
  notices: [{ setting: 'notices.isOn', name: 'Notices', hint: 'On the desktop. All of them are kept under Activity.' }],
  system: [{ setting: 'isPowerCycleConfirmed', name: 'Ask before a power cycle' }],
};

/** Why a text is not a token. */
export const tokenShapeWords: Readonly<Record<TokenProblem, (token: TokenFacts) => string>> = {
  empty: () => 'Paste a token to go on',
  'has-spaces': () => 'A token has no spaces. Copy the token alone',
  'has-invisible': ({ prefix, invisibleAt }) =>
    `There is an invisible character ${prefix === '' ? 'inside' : `after ${prefix}…`}, at place ${invisibleAt}. Copy it again`,
  'wrong-prefix': () => 'A token starts with dop_v1_ or doo_v1_',
  'too-short': ({ length }) => `A part is missing: ${length} of ${tokenLength} characters`,
  'too-long': ({ length }) => `Too long: ${length} characters instead of ${tokenLength}`,
  'wrong-characters': () => 'After its prefix a token has only digits and the letters a to f',
  refresh: () => 'This is a refresh token. Buoy needs a personal access token',
};

export const firstRunWords = {
  title: 'Welcome aboard',
  subtitle: 'Buoy keeps an eye on your DigitalOcean team from the tray.',
  subtitleNoTray: 'Buoy keeps an eye on your DigitalOcean team.',
  tokenLabel: 'Personal access token',
  tokenPlaceholder: 'dop_v1_…',
  show: 'Show',
  hide: 'Hide',
  shapeFine: 'Looks like a token. Buoy asks DigitalOcean when you connect',
  connect: 'Connect',
  connecting: 'Asking DigitalOcean',
  create: 'Create a token',
  copyScopes: 'Copy the scopes Buoy needs',
  keepForRun: 'Keep it for this run only',
  keepForRunHint: 'Buoy forgets it when it quits, and never writes it anywhere.',
  or: 'or',
  demo: 'Look around with demo data',
  demoDetail: 'Invented teams on this computer, no account needed',
  demoOpening: 'Starting the demo account',
  storage: 'What is stored where',
  statusPage: 'Also ask status.digitalocean.com whether DigitalOcean itself has trouble',
  back: 'Back',
};
