import type { Settings } from '../../preload/contract/settings.ts';
import type {
  ActionRow,
  AttentionRow,
  BudgetView,
  ConnectionRow,
  DropletRow,
  Freshness,
  FullView,
  MenuNode,
  MetaView,
  NoticeRow,
  TrayView,
} from '../../preload/contract/view.ts';

/** An account that does not exist, for pictures and tests of the page. Addresses and domains are those kept for examples. */
export const inventedNow = new Date(2026, 10, 23, 14, 8, 12).getTime();
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const freshness = (fetchedAtMs: number | null = inventedNow - 12 * second): Freshness => ({
  fetchedAtMs,
  isFetching: false,
  isStale: false,
  failure: null,
});

const budget = (remaining: number, usedByBuoy: number): BudgetView => ({
  limit: 5000,
  remaining,
  resetAtMs: inventedNow + 21 * minute,
  usedByBuoy,
  throttledUntilMs: null,
  queued: 0,
});

export const connection = (own: Pick<ConnectionRow, 'id' | 'teamName' | 'monogram'> & Partial<ConnectionRow>): ConnectionRow => ({
  label: own.teamName,
  email: 'mara@example.com',
  accountStatus: 'active',
  dropletLimit: 25,
  status: 'ok',
  statusText: 'All well.',
  lastWorkedAtMs: inventedNow - 12 * second,
  isDemo: false,
  isForThisRunOnly: false,
  dropletCount: 0,
  attentionCount: 0,
  dropletsMonthlyUsd: 0,
  droplets: freshness(),
  actions: freshness(),
  balance: null,
  balanceFreshness: freshness(),
  budget: budget(4870, 130),
  ...own,
});

const balance = (used: string, forecastUsd: number, account = '0.00') => ({
  monthToDateUsage: used,
  monthToDateBalance: used,
  accountBalance: account,
  generatedAtMs: new Date(2026, 10, 23, 13, 0).getTime(),
  forecastUsd,
});

export const inventedConnections = (): ConnectionRow[] => [
  connection({
    id: 'hw',
    teamName: 'Harbour Works',
    monogram: 'HW',
    dropletCount: 14,
    attentionCount: 2,
    dropletsMonthlyUsd: 504,
    balance: balance('664.02', 882),
    budget: budget(4612, 243),
  }),
  connection({
    id: 'tp',
    teamName: 'Tidepool',
    monogram: 'TP',
    dropletCount: 7,
    dropletsMonthlyUsd: 126,
    balance: balance('131.74', 175),
    budget: budget(4801, 187),
  }),
  connection({
    id: 'me',
    teamName: 'Personal',
    monogram: 'ME',
    dropletCount: 2,
    dropletsMonthlyUsd: 12,
    balance: balance('24.40', 32, '-25.00'),
    budget: budget(4866, 134),
  }),
];

const regions: Record<string, string> = {
  fra1: 'Frankfurt 1',
  nyc3: 'New York 3',
  ams3: 'Amsterdam 3',
  sgp1: 'Singapore 1',
  blr1: 'Bangalore 1',
};

type Sketch = [
  name: string,
  region: string,
  vcpus: number,
  memoryGb: number,
  price: number,
  address: string | null,
  ageMs: number,
  tags: string[],
  extra?: Partial<DropletRow>,
];

const year = 365.25 * day;
const monthMs = 30.5 * day;
const off = { status: 'off', condition: 'off', conditionText: 'Off, still billed' } as const;

const harbour: Sketch[] = [
  [
    'api-01',
    'fra1',
    2,
    8,
    63,
    '203.0.113.31',
    1.2 * year,
    ['api', 'prod'],
    { actionKey: 'hw:902', condition: 'running', conditionText: 'Taking snapshot' },
  ],
  ['api-02', 'fra1', 2, 8, 63, '203.0.113.32', 1.2 * year, ['api', 'prod']],
  ['bastion-01', 'fra1', 1, 1, 6, '203.0.113.10', 2.3 * year, ['ops']],
  ['build-runner-02', 'nyc3', 4, 8, 48, '198.51.100.61', 7.2 * monthMs, ['ci'], { ...off, isPinned: true }],
  [
    'cache-01',
    'fra1',
    2,
    16,
    84,
    '203.0.113.40',
    1.1 * year,
    ['cache', 'prod'],
    { status: 'off', condition: 'down', conditionText: 'Down', downSinceMs: inventedNow - 6 * minute },
  ],
  ['edge-ams-01', 'ams3', 1, 2, 12, '198.51.100.12', 5.3 * monthMs, ['edge', 'prod']],
  ['edge-sgp-01', 'sgp1', 1, 2, 12, '198.51.100.87', 5.3 * monthMs, ['edge', 'prod']],
  ['mail-relay-01', 'fra1', 1, 2, 12, '203.0.113.25', 2.1 * year, ['ops']],
  ['metrics-01', 'fra1', 4, 8, 48, '203.0.113.50', 9.4 * monthMs, ['ops', 'prod']],
  [
    'web-01',
    'fra1',
    2,
    4,
    24,
    '203.0.113.21',
    8.2 * monthMs,
    ['web', 'prod'],
    {
      isPinned: true,
      publicV6: ['2001:db8:2f:1::21'],
      privateV4: ['192.0.2.21'],
      volumeIds: ['7a1c9e30-0001'],
      snapshotIds: [51200101, 51200162],
      features: ['ipv6', 'monitoring', 'private_networking'],
      vpcUuid: '9f3a61c2-0001',
    },
  ],
  [
    'web-02',
    'fra1',
    2,
    4,
    24,
    '203.0.113.22',
    8.2 * monthMs,
    ['web', 'prod'],
    { actionKey: 'hw:903', condition: 'running', conditionText: 'Rebooting' },
  ],
  ['web-03', 'fra1', 2, 4, 24, '203.0.113.23', 3.4 * day, ['web', 'prod']],
  [
    'worker-01',
    'fra1',
    2,
    4,
    42,
    '203.0.113.71',
    4.3 * monthMs,
    ['jobs', 'prod'],
    { actionKey: 'hw:901', condition: 'running', conditionText: 'Resizing' },
  ],
  ['worker-02', 'fra1', 2, 4, 42, '203.0.113.72', 4.3 * monthMs, ['jobs', 'prod']],
];
const tidepool: Sketch[] = [
  ['ci-runner-01', 'ams3', 4, 8, 48, '192.0.2.44', 2.4 * monthMs, ['ci']],
  ['docs-01', 'ams3', 1, 1, 6, '192.0.2.18', 1.1 * year, ['web']],
  [
    'preview-18',
    'ams3',
    1,
    1,
    6,
    null,
    1 * minute,
    ['preview'],
    { status: 'new', condition: 'starting', conditionText: 'Starting' },
  ],
  ['preview-with-a-very-long-name-eu-2', 'ams3', 1, 1, 6, '192.0.2.62', 2 * day, ['preview']],
  ['staging-db-01', 'ams3', 2, 4, 24, '192.0.2.29', 6 * monthMs, ['staging']],
  ['staging-web-01', 'ams3', 2, 2, 18, '192.0.2.30', 6 * monthMs, ['staging', 'web']],
  ['status-01', 'ams3', 1, 2, 18, '192.0.2.31', 6 * monthMs, []],
];
const personal: Sketch[] = [
  ['blog', 'blr1', 1, 1, 6, '192.0.2.90', 3.1 * year, [], { isPinned: true }],
  ['garden', 'blr1', 1, 1, 6, '192.0.2.91', 10 * monthMs, []],
];

export const droplet = (connectionId: string, id: number, sketch: Sketch): DropletRow => {
  const [name, region, vcpus, memoryGb, price, address, ageMs, tags, extra] = sketch;
  return {
    key: `${connectionId}:${id}`,
    connectionId,
    id,
    name,
    status: 'active',
    statusRaw: 'active',
    condition: 'active',
    conditionText: 'Active',
    downSinceMs: null,
    isLocked: false,
    isPinned: false,
    actionKey: null,
    regionSlug: region,
    regionName: regions[region] ?? region,
    sizeSlug: `s-${vcpus}vcpu-${memoryGb}gb`,
    memoryMb: memoryGb * 1024,
    vcpus,
    diskGb: memoryGb * 20,
    priceMonthlyUsd: price,
    priceHourlyUsd: Math.round((price / 672) * 100_000) / 100_000,
    imageName: '12 x64',
    imageDistribution: 'Debian',
    publicV4: address === null ? [] : [address],
    privateV4: [],
    publicV6: [],
    tags,
    features: ['monitoring'],
    volumeIds: [],
    snapshotIds: [],
    backupIds: [],
    vpcUuid: null,
    createdAtMs: inventedNow - ageMs,
    ...extra,
  };
};

export const inventedDroplets = (): DropletRow[] => [
  ...harbour.map((sketch, index) => droplet('hw', 387100400 + index, sketch)),
  ...tidepool.map((sketch, index) => droplet('tp', 387200100 + index, sketch)),
  ...personal.map((sketch, index) => droplet('me', 387300100 + index, sketch)),
];

/** Many droplets, for scale. */
export const manyDroplets = (count: number): DropletRow[] =>
  Array.from({ length: count }, (_, index) =>
    droplet('hw', 500_000_000 + index, [
      `node-${String(index + 1).padStart(5, '0')}`,
      ['fra1', 'nyc3', 'ams3', 'sgp1'][index % 4] ?? 'fra1',
      1 + (index % 4),
      2 ** (1 + (index % 4)),
      [12, 24, 48, 96][index % 4] ?? 12,
      `203.0.${113 + Math.floor(index / 65_536)}.${index % 256}`,
      (index % 900) * day + minute,
      [['web', 'prod'], ['jobs'], ['edge', 'prod'], []][index % 4] ?? [],
    ]),
  );

export const action = (
  own: Pick<ActionRow, 'key' | 'type' | 'title' | 'resourceName' | 'startedAtMs'> & Partial<ActionRow>,
): ActionRow => ({
  connectionId: own.key.split(':')[0] ?? '',
  status: 'in-progress',
  resourceType: 'droplet',
  resourceId: null,
  route: null,
  completedAtMs: null,
  startedBy: 'buoy',
  usualMs: null,
  usualRangeMs: null,
  isSlow: false,
  failure: null,
  ...own,
});

const at = (hours: number, minutes: number, daysAgo = 0) => new Date(2026, 10, 23 - daysAgo, hours, minutes).getTime();

const ended = (
  key: string,
  type: string,
  title: string,
  resourceName: string,
  startedAtMs: number,
  tookMs: number,
  more: Partial<ActionRow> = {},
): ActionRow =>
  action({ key, type, title, resourceName, startedAtMs, completedAtMs: startedAtMs + tookMs, status: 'completed', ...more });

const onDroplet = (key: string): Partial<ActionRow> => ({ resourceId: key.split(':')[1] ?? null, route: `#/droplets/${key}` });

export const inventedActions = (): ActionRow[] => [
  action({
    key: 'hw:901',
    type: 'resize',
    title: 'Resizing worker-01',
    resourceName: 'worker-01',
    startedAtMs: inventedNow - 142 * second,
    usualMs: 222 * second,
    usualRangeMs: [180 * second, 250 * second],
    ...onDroplet('hw:387100412'),
  }),
  action({
    key: 'hw:902',
    type: 'snapshot',
    title: 'Taking a snapshot of api-01',
    resourceName: 'api-01',
    startedAtMs: inventedNow - 168 * second,
    usualMs: 9 * minute,
    startedBy: 'elsewhere',
    ...onDroplet('hw:387100400'),
  }),
  action({
    key: 'hw:903',
    type: 'reboot',
    title: 'Rebooting web-02',
    resourceName: 'web-02',
    startedAtMs: inventedNow - 28 * second,
    usualMs: 48 * second,
    ...onDroplet('hw:387100410'),
  }),
  action({
    key: 'tp:904',
    type: 'create',
    title: 'Creating preview-18',
    resourceName: 'preview-18',
    startedAtMs: inventedNow - 40 * second,
    startedBy: 'elsewhere',
    ...onDroplet('tp:387200102'),
  }),
  ended('hw:890', 'reboot', 'Rebooted web-03', 'web-03', at(13, 40), 23 * second, {
    usualMs: 25 * second,
    ...onDroplet('hw:387100411'),
  }),
  ended('tp:889', 'snapshot', 'Snapshot of ci-runner-01 failed', 'ci-runner-01', at(12, 16), 9 * second, {
    status: 'errored',
    ...onDroplet('tp:387200100'),
    failure: {
      kind: 'unprocessable',
      message: 'The droplet has a pending event',
      nextStep: 'Wait until it is done, then try again.',
      requestId: '4f6c1e0a-93b2-4d7e-a1c3-0d1e5b7a9f20',
      status: 422,
    },
  }),
  ended('hw:888', 'power_cycle', 'Power cycled web-01', 'web-01', at(11, 2), 31 * second, {
    usualMs: 30 * second,
    ...onDroplet('hw:387100409'),
  }),
  ended('hw:887', 'snapshot', 'Took a snapshot of metrics-01', 'metrics-01', at(4, 0), 21 * minute, {
    usualMs: 8 * minute,
    startedBy: 'elsewhere',
    ...onDroplet('hw:387100408'),
  }),
  ended('tp:886', 'rebuild', 'Rebuilt preview-17', 'preview-17', at(0, 12), 64 * second, { startedBy: 'elsewhere' }),
  ended('hw:885', 'resize', 'Resized web-03', 'web-03', at(18, 22, 1), 190 * second, onDroplet('hw:387100411')),
  ended('hw:884', 'snapshot', 'Took a snapshot of web-01', 'web-01', at(18, 20, 1), 240 * second, {
    usualMs: 240 * second,
    ...onDroplet('hw:387100409'),
  }),
  ended('tp:883', 'destroy', 'Destroyed preview-16', 'preview-16', at(17, 30, 1), 12 * second, { startedBy: 'elsewhere' }),
  ended(
    'hw:882',
    'enable_backups',
    'Enabled backups of mail-relay-01',
    'mail-relay-01',
    at(9, 5, 1),
    4 * second,
    onDroplet('hw:387100407'),
  ),
  ended('tp:881', 'snapshot', 'Took a snapshot of staging-db-01', 'staging-db-01', at(4, 0, 1), 5 * minute, {
    startedBy: 'elsewhere',
  }),
  ...Array.from({ length: 9 }, (_, index) =>
    ended(
      `hw:${870 - index}`,
      'reboot',
      `Rebooted edge-ams-01`,
      'edge-ams-01',
      at(8, index * 5, 2),
      (20 + index) * second,
      onDroplet('hw:387100405'),
    ),
  ),
];

export const inventedAttention = (): AttentionRow[] => [
  {
    key: 'down hw:387100404',
    severity: 'danger',
    kind: 'droplet-down',
    title: 'cache-01 is down',
    detail: 'Harbour Works · fra1 · off for 6 min, not by Buoy',
    sinceMs: inventedNow - 6 * minute,
    connectionId: 'hw',
    route: '#/droplets/hw:387100404',
    command: { label: 'Power on', command: { kind: 'droplet-action', dropletKeys: ['hw:387100404'], type: 'power_on' } },
  },
  {
    key: 'errored tp:889',
    severity: 'danger',
    kind: 'action-errored',
    title: 'Snapshot of ci-runner-01 failed',
    detail: 'Tidepool · the droplet has a pending event',
    sinceMs: at(12, 16),
    connectionId: 'tp',
    route: '#/activity/tp:889',
    command: null,
  },
  {
    key: 'spend',
    severity: 'warn',
    kind: 'spend',
    title: 'Spend is at 82 % of $1,000',
    detail: 'All teams · reaches the limit around 28 November',
    sinceMs: at(13, 0),
    connectionId: null,
    route: '#/billing',
    command: null,
  },
];

const notice = (own: Pick<NoticeRow, 'key' | 'kind' | 'atMs' | 'title' | 'body'> & Partial<NoticeRow>): NoticeRow => ({
  connectionId: 'hw',
  route: null,
  isRead: true,
  isSilent: false,
  count: 1,
  ...own,
});

export const inventedNotices = (): NoticeRow[] => [
  notice({
    key: 'n1',
    kind: 'droplet-down',
    atMs: inventedNow - 6 * minute,
    title: 'cache-01 is down',
    body: 'Harbour Works, fra1. It went off, not by Buoy',
    route: '#/droplets/hw:387100404',
    isRead: false,
  }),
  notice({
    key: 'n2',
    kind: 'action-completed',
    atMs: at(13, 40),
    title: 'web-03 is back',
    body: 'Harbour Works. Rebooted in 23 s',
    route: '#/droplets/hw:387100411',
  }),
  notice({
    key: 'n3',
    kind: 'action-errored',
    atMs: at(12, 16),
    title: 'Snapshot of ci-runner-01 failed',
    body: 'Tidepool. The droplet has a pending event',
    connectionId: 'tp',
    route: '#/activity/tp:889',
  }),
  notice({
    key: 'n4',
    kind: 'action-slow',
    atMs: at(4, 17),
    title: 'Snapshot of metrics-01 takes longer than usual',
    body: 'Harbour Works. 17 min so far, usually 8',
    isSilent: true,
  }),
  notice({
    key: 'n5',
    kind: 'action-completed',
    atMs: at(18, 25, 1),
    title: 'web-03 was resized',
    body: 'Harbour Works. Done in 3 min 10 s',
    count: 2,
  }),
  notice({
    key: 'n6',
    kind: 'spend-threshold',
    atMs: at(9, 0, 1),
    title: 'Spend passed 80 % of $1,000',
    body: 'All teams, month to date',
    connectionId: null,
    route: '#/billing',
  }),
];

export const inventedSettings = (): Settings => ({
  appearance: 'system',
  polling: { intervalSeconds: 60, isGentleOnBattery: true },
  notices: {
    isOn: true,
    muted: ['uptime-up'],
    quietHours: { isOn: true, from: '22:00', to: '07:00' },
    snoozedUntilMs: null,
  },
  spendThresholdUsd: 1000,
  startAtLogin: false,
  isPowerCycleConfirmed: true,
  pinned: ['hw:387100403', 'hw:387100409', 'me:387300100'],
  favouriteOperations: [],
  ssh: { user: 'root', port: 22 },
});

export const inventedMeta = (): MetaView => ({
  version: '0.1.0',
  platform: 'linux',
  capabilities: {
    tray: true,
    keychain: true,
    desktopNotices: true,
    startAtLogin: true,
    saveDialog: true,
    quit: true,
    demo: true,
    terminal: true,
  },
  isDemoOpen: false,
  isOnline: true,
  pause: null,
  vaultProblem: null,
  setAside: null,
  isLoaded: true,
});

const node = (own: Pick<MenuNode, 'id' | 'label'> & Partial<MenuNode>): MenuNode => ({
  type: 'item',
  detail: null,
  icon: null,
  isEnabled: true,
  deed: null,
  children: [],
  progress: null,
  ...own,
});
const separator = (id: string) => node({ id, label: '', type: 'separator' });
const heading = (label: string) => node({ id: `heading ${label}`, label, type: 'heading' });

const dropletNode = (key: string, label: string, detail: string, icon: string, address: string): MenuNode =>
  node({
    id: `droplet/${key}`,
    label,
    detail,
    icon,
    children: [
      node({ id: `copy/${key}`, label: `Copy ${address}`, icon: 'copy', deed: { kind: 'copy', text: address } }),
      node({
        id: `ssh/${key}`,
        label: 'Copy SSH command',
        icon: 'terminal',
        deed: { kind: 'copy', text: `ssh root@${address}` },
      }),
      node({
        id: `reboot/${key}`,
        label: 'Reboot',
        detail: 'usually 25 s',
        icon: 'reboot',
        deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [key], type: 'reboot' } },
      }),
      node({
        id: `power_cycle/${key}`,
        label: 'Power cycle…',
        icon: 'power_cycle',
        deed: { kind: 'command', command: { kind: 'droplet-action', dropletKeys: [key], type: 'power_cycle' } },
      }),
      node({ id: `show/${key}`, label: 'Show in Buoy', icon: 'window', deed: { kind: 'route', route: `#/droplets/${key}` } }),
    ],
  });

export const inventedTray = (): TrayView => ({
  face: 'attention',
  title: '3 need attention',
  subtitle: '23 droplets in 3 teams · updated 12 s ago',
  badge: '3',
  menu: [
    heading('Needs attention'),
    node({
      id: 'a1',
      label: 'cache-01 is down',
      detail: '6 min',
      icon: 'droplet-down',
      deed: { kind: 'route', route: '#/droplets/hw:387100404' },
    }),
    node({
      id: 'a2',
      label: 'Snapshot of ci-runner-01 failed',
      detail: '1 h',
      icon: 'action-errored',
      deed: { kind: 'route', route: '#/activity/tp:889' },
    }),
    node({ id: 'a3', label: 'Spend is at 82 % of $1,000', icon: 'spend', deed: { kind: 'route', route: '#/billing' } }),
    heading('Running'),
    node({
      id: 'r1',
      label: 'Resizing worker-01',
      detail: '1 min 20 s left',
      icon: 'running',
      progress: 0.64,
      deed: { kind: 'route', route: '#/droplets/hw:387100412' },
    }),
    node({
      id: 'r2',
      label: 'Snapshot of api-01',
      detail: '6 min left',
      icon: 'running',
      progress: 0.31,
      deed: { kind: 'route', route: '#/droplets/hw:387100400' },
    }),
    heading('Pinned'),
    dropletNode('hw:387100409', 'web-01', 'Active', 'active', '203.0.113.21'),
    dropletNode('hw:387100403', 'build-runner-02', 'Off, still billed', 'off', '198.51.100.61'),
    dropletNode('me:387300100', 'blog', 'Active', 'active', '192.0.2.90'),
    separator('s1'),
    node({
      id: 'bill',
      label: 'November $820.16',
      detail: 'about $1,089 by 30 Nov',
      icon: 'bill',
      deed: { kind: 'route', route: '#/billing' },
    }),
    separator('s2'),
    node({ id: 'open', label: 'Open Buoy', icon: 'window', deed: { kind: 'route', route: '#/overview' } }),
    node({ id: 'refresh', label: 'Refresh', icon: 'refresh', deed: { kind: 'command', command: { kind: 'refresh' } } }),
    node({
      id: 'pause',
      label: 'Pause',
      detail: '1 hour, until tomorrow',
      icon: 'pause',
      children: [
        node({
          id: 'pause-hour',
          label: 'For 1 hour',
          deed: { kind: 'command', command: { kind: 'pause-polling', untilMs: inventedNow + hour } },
        }),
      ],
    }),
    node({ id: 'quit', label: 'Quit Buoy', icon: 'quit', deed: { kind: 'quit' } }),
  ],
});

/** A whole view: three teams, 23 droplets, things that run, failed and need attention. */
export const inventedView = (): FullView => ({
  revision: 1,
  nowMs: inventedNow,
  singles: { meta: inventedMeta(), tray: inventedTray(), settings: inventedSettings() },
  tables: {
    connections: inventedConnections(),
    droplets: inventedDroplets(),
    actions: inventedActions(),
    notices: inventedNotices(),
    attention: inventedAttention(),
    resources: [],
  },
});

/** Before anything is connected. */
export const emptyView = (): FullView => ({
  ...inventedView(),
  tables: { connections: [], droplets: [], actions: [], notices: [], attention: [], resources: [] },
});
