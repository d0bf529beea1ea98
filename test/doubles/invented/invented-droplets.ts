import type { DropletRow } from '../../../preload/contract/view.ts';
import { day, inventedNow, minute } from './invented-time.ts';

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
      reservedIps: ['198.51.100.5'],
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
    reservedIps: [],
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

/** Many droplets, to test large lists. */
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
