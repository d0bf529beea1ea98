import { noticeKindViews } from '../../../main/core/notices/all.ts';
import type { MonthRow } from '../../../preload/contract/month-row.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import {
  type AttentionRow,
  type BudgetView,
  type ConnectionRow,
  type Freshness,
  type FullView,
  type MetaView,
  tableNames,
} from '../../../preload/contract/view.ts';
import { desktopCapabilities } from './capabilities.ts';
import { at, inventedActions } from './invented-actions.ts';
import { inventedComing } from './invented-coming.ts';
import { inventedDroplets } from './invented-droplets.ts';
import { inventedNotices } from './invented-notices.ts';
import { inventedNow, minute, second } from './invented-time.ts';
import { inventedTray } from './invented-tray.ts';
import { inventedChecks, inventedMeasured, inventedPolicies, inventedWatching } from './invented-watch-rows.ts';

/** An account that does not exist, for pictures and tests of the page. Its addresses and domains are reserved for examples. */
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
  throttled: null,
  held: null,
  queued: 0,
});

export const connection = (own: Pick<ConnectionRow, 'id' | 'teamName' | 'monogram'> & Partial<ConnectionRow>): ConnectionRow => ({
  label: own.teamName,
  email: 'mara@example.com',
  accountStatus: 'active',
  dropletLimit: 25,
  status: 'ok',
  statusText: 'All well.',
  tokenEndsOn: null,
  dates: { readAtMs: inventedNow - 3 * 3_600_000, isFetching: false, isWhole: true, unread: [], leftOut: null },
  lastWorkedAtMs: inventedNow - 12 * second,
  isDemo: false,
  isForThisRunOnly: false,
  dropletCount: 0,
  attentionCount: 0,
  dropletsMonthlyUsd: '0',
  unread: [],
  droplets: freshness(),
  actions: freshness(),
  balance: null,
  balanceFreshness: freshness(),
  budget: budget(4870, 130),
  ...own,
});

const balance = (used: string, account = '0.00') => ({
  monthToDateUsage: used,
  monthToDateBalance: used,
  accountBalance: account,
  generatedAtMs: new Date(2026, 10, 23, 13, 0).getTime(),
});

export const inventedConnections = (): ConnectionRow[] => [
  connection({
    id: 'hw',
    teamName: 'Harbour Works',
    monogram: 'HW',
    dropletCount: 14,
    attentionCount: 2,
    dropletsMonthlyUsd: '504',
    balance: balance('664.02'),
    budget: budget(4612, 243),
  }),
  connection({
    id: 'tp',
    teamName: 'Tidepool',
    monogram: 'TP',
    dropletCount: 7,
    dropletsMonthlyUsd: '126',
    balance: balance('131.74'),
    budget: budget(4801, 187),
  }),
  connection({
    id: 'me',
    teamName: 'Personal',
    monogram: 'ME',
    dropletCount: 2,
    dropletsMonthlyUsd: '12',
    balance: balance('24.40', '-25.00'),
    budget: budget(4866, 134),
  }),
];

const month = (
  key: string,
  connectionIds: string[],
  usedUsd: string,
  [lowUsd, usd, highUsd]: [string, string, string],
): MonthRow => ({
  key,
  connectionIds,
  missingIds: [],
  usedUsd,
  accountUsd: key === 'all' || key === 'me' ? '-25.00' : '0.00',
  forecast: { usd, likely: { lowUsd, highUsd } },
  generatedAtMs: new Date(2026, 10, 23, 13, 0).getTime(),
  isDated: true,
  endsAtMs: Date.UTC(2026, 11, 1) - 1,
  limit: key === 'all' ? { usd: '1000', usedShare: 0.82016, isForecastOver: true } : null,
});

export const inventedMonths = (): MonthRow[] => [
  month('hw', ['hw'], '664.02', ['856.10', '882.40', '910.25']),
  month('tp', ['tp'], '131.74', ['170.00', '175.10', '180.20']),
  month('me', ['me'], '24.40', ['30.00', '31.50', '33.55']),
  month('all', ['hw', 'tp', 'me'], '820.16', ['1056.10', '1089.00', '1124.00']),
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

export const inventedSettings = (): Settings => ({
  appearance: 'system',
  polling: { intervalSeconds: 60, isGentleOnBattery: true, hasSparks: true, watching: 'usual' },
  notices: {
    isOn: true,
    muted: ['uptime-up'],
    quietHours: { isOn: true, from: '22:00', to: '07:00' },
    snoozedUntilMs: null,
  },
  spendThresholdUsd: 1000,
  costs: { warnAtPercent: 80, kept: [] },
  startAtLogin: false,
  withoutTray: { closing: 'ask', isSaid: false },
  isPowerCycleConfirmed: true,
  lastAddresses: '',
  pinned: ['hw:387100403', 'hw:387100409', 'me:387300100'],
  pinnedThings: [],
  favouriteOperations: [],
  isStatusPageRead: false,
  coming: { certificates: 30, tokens: 14, keys: 7, versions: 90, maintenance: 1, backups: 0 },
  proxy: { mode: 'system', url: '' },
  ssh: { user: 'root', port: 22 },
});

export const inventedMeta = (): MetaView => ({
  version: '0.1.0',
  platform: 'linux',
  capabilities: { ...desktopCapabilities, terminal: true },
  missingTray: null,
  isDemoOpen: false,
  isOnline: true,
  pause: null,
  vaultProblem: null,
  setAside: [],
  isLoaded: true,
  noticeKinds: noticeKindViews,
});

/** A whole view: three teams, 23 droplets, and things that run, failed or need attention. */
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
    incidents: [],
    months: inventedMonths(),
    pins: [],
    runs: [],
    checks: inventedChecks(),
    policies: inventedPolicies(),
    watching: inventedWatching(),
    measured: inventedMeasured(),
    coming: inventedComing(),
  },
});

/** Every table without a row. */
export const noRows = (): FullView['tables'] =>
  Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as FullView['tables'];

/** The view before anything is connected. */
export const emptyView = (): FullView => ({
  ...inventedView(),
  tables: noRows(),
});
