/** The command palette and the list of shortcuts. */
export const paletteWords = {
  label: 'Find or run',
  placeholder: 'Droplet, command or view',
  droplets: 'Droplets',
  commands: 'Commands',
  views: 'Views',
  choose: 'choose',
  open: 'open',
  run: 'run',
  actions: 'actions',
  back: 'back',
  none: (text: string) => `Nothing is called “${text}”`,
  noneHint: 'Names, tags and addresses of droplets are searched, and every command and view.',
  goTo: (view: string) => `Go to ${view}`,
  refresh: 'Refresh now',
  pauseHour: 'Pause for 1 hour',
  resume: 'Resume polling',
  openDemo: 'Open the demo account',
  closeDemo: 'Leave the demo account',
  addConnection: 'Add a connection',
  theme: { light: 'Use the light theme', dark: 'Use the dark theme', system: 'Use the theme of the system' },
  shortcuts: 'Keyboard shortcuts',
  quit: 'Quit Buoy',
  showDroplet: (name: string) => `Show ${name}`,
  copyAddress: (address: string) => `Copy ${address}`,
  verbOn: (verb: string, name: string) => `${verb.replace('…', '')} ${name}${verb.endsWith('…') ? '…' : ''}`,
};

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
        [['Shift', '↓'], 'Select on'],
        [['Mod', 'A'], 'Select all shown'],
        [['Enter'], 'Open'],
      ],
    },
    {
      name: 'On a droplet',
      keys: [
        [['C'], 'Copy its address'],
        [['S'], 'Open SSH'],
        [['P'], 'Pin to the tray'],
      ],
    },
  ] as { name: string; keys: [string[], string][] }[],
  modMac: '⌘',
  modOther: 'Ctrl',
};
