import type { CheckRow, MeasuredRow, PolicyRow, UptimeDayView, WatchRow } from '../../../preload/contract/watching.ts';
import { day, hour, inventedNow, minute } from './invented-time.ts';

const two = (value: number) => String(value).padStart(2, '0');
/** So many days until today, all of them up but for an outage in minutes, by how many days ago. */
function daysOf(count: number, outages: Readonly<Record<number, number>> = {}): UptimeDayView[] {
  return Array.from({ length: count }, (_, index) => {
    const ago = count - 1 - index;
    const at = new Date(inventedNow - ago * day);
    const downSeconds = (outages[ago] ?? 0) * 60;
    const daySeconds = ago === 0 ? 50_880 : 86_400;
    return {
      day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
      upSeconds: daySeconds - downSeconds,
      downSeconds,
      unknownSeconds: 0,
    };
  });
}

const region = (name: string, status: CheckRow['regions'][number]['status'] = 'up') => ({
  name,
  status,
  sinceMs: inventedNow - 8 * hour,
  uptimePercent: 99.98,
});

export const aCheckRow = (fields: Partial<CheckRow> = {}): CheckRow => ({
  key: 'hw:shop',
  connectionId: 'hw',
  checkId: 'shop',
  name: 'shop.example.com',
  target: 'https://shop.example.com',
  status: 'up',
  sinceMs: inventedNow - 17 * day,
  regions: [region('Eastern United States'), region('Western Europe')],
  uptimePercent: 99.98,
  previousOutage: null,
  days: daysOf(30, { 16: 4 }),
  lookedAtMs: inventedNow - 3 * minute,
  certificate: { name: 'shop.example.com', endsAtMs: inventedNow + 9 * day + hour },
  ...fields,
});

export const inventedChecks = (): CheckRow[] => [
  aCheckRow(),
  aCheckRow({
    key: 'hw:legacy',
    checkId: 'legacy',
    name: 'legacy.example.com',
    target: 'https://legacy.example.com',
    status: 'down',
    sinceMs: inventedNow - 6 * minute,
    regions: [region('Eastern United States'), region('Western Europe', 'down')],
    certificate: null,
    uptimePercent: 98.4,
    previousOutage: { region: 'Western Europe', startedAtMs: inventedNow - 9 * hour, endedAtMs: inventedNow - 8 * hour },
    days: daysOf(30, { 0: 90, 1: 12, 18: 3 }),
  }),
  aCheckRow({
    key: 'hw:docs',
    checkId: 'docs',
    name: 'docs.example.com',
    target: 'https://docs.example.com',
    regions: [region('Western Europe')],
    uptimePercent: 100,
    days: daysOf(12),
  }),
  aCheckRow({ key: 'tp:staging', connectionId: 'tp', checkId: 'staging', name: 'staging', status: 'paused', sinceMs: null }),
];

export const aPolicyRow = (fields: Partial<PolicyRow> = {}): PolicyRow => ({
  key: 'hw:p1',
  connectionId: 'hw',
  uuid: 'p1',
  type: 'v1/insights/droplet/cpu',
  name: 'Workers hot',
  rule: 'CPU above 80 % for 5 min',
  about: 'worker-01 and worker-02',
  state: 'fine',
  stateText: 'Quiet',
  firing: [],
  firedText: '',
  watchedText: '2 droplets, every 10 min',
  asides: [],
  lookedAtMs: inventedNow - 4 * minute,
  ...fields,
});

export const inventedPolicies = (): PolicyRow[] => [
  aPolicyRow({
    state: 'firing',
    stateText: 'Fires on 1 of 2',
    firing: [{ name: 'worker-02', value: '91 %', sinceMs: inventedNow - 7 * minute, route: '#/droplets/hw:387100413' }],
    firedText: 'fired 3 times in 7 days',
  }),
  aPolicyRow({
    key: 'hw:p2',
    uuid: 'p2',
    type: 'v1/insights/droplet/memory_utilization_percent',
    name: 'Memory nearly full',
    rule: 'Memory above 90 % for 10 min',
    about: '11 droplets by tag prod',
    state: 'unknown',
    stateText: 'Quiet on 6, unknown on 3',
    watchedText: '4 droplets, every 10 min',
    asides: [
      '2 droplets are off and send no metrics: cache-01 and build-runner-02.',
      '5 droplets take turns to spare requests, each about every 2 h.',
    ],
  }),
  aPolicyRow({
    key: 'hw:p3',
    uuid: 'p3',
    type: 'v1/insights/droplet/disk_read',
    name: 'Disk busy',
    rule: 'Disk reads above 50 MB/s for 5 min',
    about: 'every droplet',
    state: 'unwatched',
    stateText: 'Not watched',
    watchedText: '',
    asides: ['No metric for this kind: DigitalOcean’s API does not tell what it compares, so only DigitalOcean can.'],
    lookedAtMs: null,
  }),
  aPolicyRow({
    key: 'tp:p4',
    connectionId: 'tp',
    uuid: 'p4',
    name: 'Staging busy',
    about: 'staging-01',
    state: 'muted',
    stateText: 'Muted',
  }),
];

export const aWatchRow = (fields: Partial<WatchRow> = {}): WatchRow => ({
  key: 'hw',
  connectionId: 'hw',
  checksText: '3 uptime checks, each asked about every 5 min.',
  policiesText:
    'The budget allows 6 of 13 pairs of a policy and a thing; pinned and prod come first. The other 7 take turns, each about every 2 h.',
  requestsText: 'At most 60 requests an hour for watching.',
  isStretched: true,
  givenUp: ['things are looked at half as often', 'things that are neither pinned nor tagged prod take turns'],
  droplets: { watched: 17, all: 23 },
  unwatched: [
    { why: 'beyond', count: 2, names: ['edge-ams-01', 'edge-sgp-01'] },
    { why: 'silent', count: 2, names: ['bastion-01', 'wiki'] },
    { why: 'off', count: 2, names: ['build-runner-02', 'cache-01'] },
  ],
  ...fields,
});

export const inventedWatching = (): WatchRow[] => [
  aWatchRow(),
  aWatchRow({
    key: 'tp',
    connectionId: 'tp',
    checksText: null,
    policiesText: null,
    requestsText: null,
    isStretched: false,
    givenUp: [],
    droplets: { watched: 0, all: 0 },
    unwatched: [],
  }),
];

const measured = (percent: number, state: 'firing' | 'leaning' | 'quiet' = 'quiet') => ({
  percent,
  atMs: inventedNow - minute,
  state,
});

/** What policies found on one of the droplets. */
export const inventedMeasured = (): MeasuredRow[] => [
  {
    key: 'hw:387100413',
    connectionId: 'hw',
    cpu: measured(91, 'firing'),
    memory: measured(63),
    disk: measured(84, 'leaning'),
  },
];
