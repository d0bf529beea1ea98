import type { DropletActionType } from '../../preload/contract/command.ts';
import { sentences } from '../../preload/contract/isolates.ts';

/** Words of the command palette. */
export const paletteWords = sentences({
  label: 'Find or run',
  placeholder: 'Droplet, resource, command or view',
  droplets: 'Droplets',
  commands: 'Commands',
  views: 'Views',
  things: 'Resources',
  jobs: 'Jobs',
  families: 'Families',
  operations: 'Operations',
  choose: 'choose',
  open: 'open',
  run: 'run',
  actions: 'actions',
  back: 'back',
  none: (text: string) => `Nothing matches “${text}”`,
  noneHint: 'Droplets, other resources, what can be done with them, commands, views and operations are searched.',
  /** `lists` are titles within a sentence. */
  reading: (lists: readonly string[]) =>
    `Asking DigitalOcean for ${lists.slice(0, 3).join(', ')}${lists.length > 3 ? ' and more' : ''}`,
  notAllRead: 'Not every list was searched, to spare requests. More letters of a name or a verb narrow it down.',
  /** A thing inside others: "www of shop.example.com". */
  inside: (name: string, holders: readonly string[]) => `${name} of ${holders.join(', ')}`,
  /** Of several things of one name, by what tells them apart: "MX @". */
  named: (kind: string, name: string) => `${kind} ${name}`,
  new: 'New',
  newOne: (what: string) => `New ${what}`,
  newWords: ['create', 'make', 'add'],
  goTo: (view: string) => `Go to ${view}`,
  comingKeywords: ['calendar', 'expires', 'ends', 'certificates', 'maintenance', 'token end'],
  refresh: 'Refresh now',
  pauseHour: 'Pause for 1 hour',
  resume: 'Resume polling',
  openDemo: 'Open the demo account',
  closeDemo: 'Leave the demo account',
  addConnection: 'Add a connection',
  theme: { light: 'Use the light theme', dark: 'Use the dark theme', system: 'Use the system theme' },
  shortcuts: 'Keyboard shortcuts',
  trayMenu: 'Open the tray menu here',
  quit: 'Quit Buoy',
  showDroplet: (name: string) => `Show ${name}`,
  copyAddress: (address: string) => `Copy ${address}`,
  /** What a droplet's commands are also found by, beside what they are called. */
  copyIp: 'Copy IP address',
  copyIpWords: 'host',
  sshWords: 'connect terminal login',
  deedWords: {
    power_on: 'start boot',
    power_off: 'stop kill',
    power_cycle: 'restart reset hard',
    reboot: 'restart',
    shutdown: 'stop halt',
    snapshot: 'backup image copy',
    enable_backups: 'turn on',
    disable_backups: 'turn off',
    enable_ipv6: 'address',
    rename: 'name',
    resize: 'scale size bigger memory cpu',
    rebuild: 'reinstall image',
    restore: 'backup rollback',
    password_reset: 'root rotate',
  } satisfies Record<DropletActionType, string>,
  destroyWords: 'delete remove',
  /** "Attach: old-uploads…": a verb of several words is kept apart from the name. */
  jobOn: (verb: string, name: string) => {
    const plain = verb.replace('…', '');
    return `${plain}${plain.includes(' ') ? ':' : ''} ${name}${verb.endsWith('…') ? '…' : ''}`;
  },
  verbOn: (verb: string, name: string) => `${verb.replace('…', '')} ${name}${verb.endsWith('…') ? '…' : ''}`,
});

export const shortcutWords = {
  title: 'Keyboard shortcuts',
  groups: [
    {
      name: 'Everywhere',
      keys: [
        [['Mod', 'K'], 'Find or run'],
        [['Mod', '1'], 'The first view, up to Mod 8'],
        [['/'], 'Search in the view'],
        [['R'], 'Refresh'],
        [['Esc'], 'One step back'],
        [['?'], 'This list'],
      ],
    },
    {
      name: 'In lists',
      keys: [
        [['↑', '↓'], 'Move'],
        [['Home', 'End'], 'First and last'],
        [['Page Up', 'Page Down'], 'One page'],
        [['Space'], 'Select'],
        [['Shift', '↓'], 'Extend the selection'],
        [['Mod', 'A'], 'Select all shown'],
        [['Enter'], 'Open'],
        [['M'], 'What you can do with it'],
      ],
    },
    {
      name: 'On a droplet',
      keys: [
        [['C'], 'Copy its address'],
        [['S'], 'Open SSH'],
        [['P'], 'Pin to the tray'],
        [['Alt', '←', '→'], 'Move a pin on the overview'],
      ],
    },
    {
      name: 'In the tray',
      keys: [
        [['A–Z'], 'Search as you type'],
        [['Mod', 'C'], 'Copy the address'],
        [['Mod', 'S'], 'Open SSH'],
        [['Alt', '↑', '↓'], 'Move a pin'],
      ],
    },
  ] as { name: string; keys: [string[], string][] }[],
  modMac: '⌘',
  modOther: 'Ctrl',
};
