import type { Bill, CostLine, Costs, Days, Idle, IdleThing } from '../../../preload/contract/bills.ts';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import { success } from '../../../preload/contract/failure.ts';

const line = (id: string, name: string, kind: string, usd: string, changeUsd: string): CostLine => ({
  key: `hw ${id}`,
  name,
  kind,
  connectionId: 'hw',
  place: kind === 'Droplets' ? { familyId: 'droplets_list', id } : null,
  isGone: kind === 'Snapshots',
  usd,
  changeUsd,
});

const lines = [
  line('db', 'db-main', 'Managed Databases', '110.20', '0'),
  line('387100404', 'cache-01', 'Droplets', '63.28', '31.64'),
  line('s1', 'preview-09-final', 'Snapshots', '3.48', '-4.10'),
];

export const inventedCosts = (own: Partial<Costs> = {}): Costs => ({
  period: '2026-11',
  isRunning: true,
  against: '2026-10',
  usd: '176.96',
  changeUsd: '27.54',
  billedUsd: null,
  groups: lines.map((one, index) => ({
    key: one.key,
    name: one.name,
    connectionId: null,
    usd: one.usd,
    changeUsd: one.changeUsd,
    share: 1 / (index + 1),
    count: 1,
    lines: [one],
    rest: null,
  })),
  rest: null,
  isOverlapping: false,
  periods: ['2026-11', '2026-10', '2026-09'],
  connectionIds: ['hw', 'tp', 'me'],
  unread: [],
  ...own,
});

const bill = (period: string, usd: string, isPreview = false): Bill => ({
  connectionId: 'hw',
  uuid: `i-${period}`,
  period,
  usd,
  updatedAtMs: isPreview ? Date.UTC(2026, 10, 22, 9) : null,
  isPreview,
});
export const inventedInvoices = {
  bills: [bill('2026-11', '664.02', true), bill('2026-10', '939.04'), bill('2026-09', '921.50')],
  unread: [],
};

const thing = (own: Partial<IdleThing> & Pick<IdleThing, 'id' | 'reason' | 'name'>): IdleThing => ({
  key: `hw:volumes_list:${own.id}`,
  connectionId: 'hw',
  familyId: 'volumes_list',
  detail: '200 GB, fra1',
  sinceMs: null,
  isAtLeast: false,
  cost: { kind: 'billed', usd: '20.00', period: '2026-10' },
  monthlyUsd: '20.00',
  soFarUsd: null,
  job: { name: 'delete', label: 'Delete…' },
  ...own,
});
export const inventedIdle: Idle = {
  things: [
    thing({
      id: '387100406',
      reason: 'off',
      name: 'build-runner-02',
      familyId: 'droplets_list',
      key: 'hw:droplets_list:387100406',
      sinceMs: Date.UTC(2026, 10, 2, 9),
      monthlyUsd: '48',
      soFarUsd: '33.60',
      job: { name: 'destroy', label: 'End cost…' },
    }),
    thing({
      id: 'v1',
      reason: 'volume',
      name: 'old-uploads',
      sinceMs: Date.UTC(2026, 10, 12, 9),
      isAtLeast: true,
      soFarUsd: '7.20',
    }),
    thing({ id: 'v2', reason: 'volume', name: 'scratch', monthlyUsd: null, cost: { kind: 'not-told', period: '2026-10' } }),
  ],
  unread: [],
};

const days = (period: string, count: number, perDay: number, until = count) =>
  Array.from({ length: count }, (_, index) => ({
    day: `${period}-${String(index + 1).padStart(2, '0')}`,
    usd: index < until ? String((index + 1) * perDay) : null,
  }));
export const inventedDays: Days = {
  current: { period: '2026-11', days: days('2026-11', 30, 35, 22), source: 'seen' },
  last: { period: '2026-10', days: days('2026-10', 31, 30), source: 'told' },
  days: [{ day: '2026-11-22', usd: '35.10', parts: [{ name: 'Droplets', usd: '30.00' }] }],
  unread: [],
};

export const inventedBills: Pick<Bridge, 'readCosts' | 'readBills' | 'readBill' | 'readPayments' | 'readDays' | 'readIdle'> = {
  readCosts: async () => success(inventedCosts()),
  readBills: async () => success(inventedInvoices),
  readBill: async () => success({ products: [{ name: 'Droplets', usd: '531.40', count: '22' }], charges: [] }),
  readPayments: async () =>
    success({
      payments: [
        {
          connectionId: 'hw',
          atMs: Date.UTC(2026, 10, 1, 12),
          type: 'Payment',
          description: 'Payment (Visa 0000)',
          usd: '-939.04',
        },
        {
          connectionId: 'hw',
          atMs: Date.UTC(2026, 10, 1),
          type: 'Invoice',
          description: 'Invoice for October 2026',
          usd: '939.04',
        },
        { connectionId: 'hw', atMs: Date.UTC(2026, 8, 3), type: 'ACHFailure', description: '', usd: '921.50' },
      ],
      unread: [],
    }),
  readDays: async () => success(inventedDays),
  readIdle: async () => success(inventedIdle),
};
