import type { CallArgs, CallName, CallResult } from '../../../preload/contract/schema.ts';

/** What a call takes and answers, and what it must refuse. */
export type Sample<N extends CallName> = {
  args: CallArgs<N>;
  /** Does not fit the contract. */
  badArgs: unknown;
  result: CallResult<N>;
  /** Does not fit the contract; `undefined` if every value fits. */
  badResult: unknown;
};

type BillCall = Extract<CallName, 'readCosts' | 'readBills' | 'readBill' | 'readPayments' | 'readDays' | 'readIdle'>;

/** Of the calls that are about the bill. */
export const billSamples: { [N in BillCall]: Sample<N> } = {
  readCosts: {
    args: { connectionIds: ['c1'], period: '2026-10', against: null, by: 'project', order: 'cost' },
    badArgs: { connectionIds: ['c1'], period: 'October', against: null, by: 'project', order: 'cost' },
    result: {
      period: '2026-10',
      isRunning: false,
      against: '2026-09',
      usd: '31.20',
      changeUsd: '-1.00',
      billedUsd: null,
      groups: [
        {
          key: 'c1 Shop',
          name: 'Shop',
          connectionId: 'c1',
          usd: '31.20',
          changeUsd: '-1.00',
          share: 1,
          count: 1,
          lines: [
            {
              key: 'c1 7',
              name: 'web-01',
              kind: 'Droplets',
              connectionId: 'c1',
              place: { familyId: 'droplets_list', id: '7' },
              isGone: false,
              usd: '31.20',
              changeUsd: '-1.00',
            },
          ],
          rest: null,
        },
      ],
      rest: null,
      isOverlapping: false,
      periods: ['2026-10'],
      connectionIds: ['c1'],
      unread: [],
    },
    badResult: { period: '2026-10', usd: 31.2 },
  },
  readBills: {
    args: { connectionIds: ['c1'] },
    badArgs: { connectionIds: [] },
    result: {
      bills: [{ connectionId: 'c1', uuid: 'i1', period: '2026-10', usd: '31.20', updatedAtMs: null, isPreview: false }],
      unread: [{ connectionId: 'c2', failure: { kind: 'forbidden', message: 'No.' } }],
    },
    badResult: { bills: [{ usd: 31 }], unread: [] },
  },
  readBill: {
    args: { connectionId: 'c1', uuid: 'i1' },
    badArgs: { connectionId: 'c1' },
    result: { products: [{ name: 'Droplets', usd: '31.20', count: '2' }], charges: [{ name: 'Taxes', usd: '1.00' }] },
    badResult: { products: [] },
  },
  readPayments: {
    args: { connectionIds: ['c1'] },
    badArgs: { connectionIds: [] },
    result: {
      payments: [
        { connectionId: 'c1', atMs: 1_761_998_400_000, type: 'Payment', description: 'Payment (Visa 0000)', usd: '-31.20' },
      ],
      unread: [],
    },
    badResult: { payments: [{ usd: -31.2 }], unread: [] },
  },
  readDays: {
    args: { connectionIds: ['c1'] },
    badArgs: { connectionIds: 'c1' },
    result: {
      current: { period: '2026-11', days: [{ day: '2026-11-01', usd: '1.20' }], source: 'seen' },
      last: { period: '2026-10', days: [{ day: '2026-10-01', usd: null }], source: 'none' },
      days: [{ day: '2026-11-01', usd: '1.20', parts: [{ name: 'Droplets', usd: '1.20' }] }],
      unread: [],
    },
    badResult: { days: [] },
  },
  readIdle: {
    args: { connectionIds: ['c1'], isForced: true },
    badArgs: { isForced: true },
    result: {
      things: [
        {
          key: 'c1:volumes_list:v1',
          reason: 'volume',
          connectionId: 'c1',
          familyId: 'volumes_list',
          id: 'v1',
          name: 'old-uploads',
          detail: '200 GB, fra1',
          sinceMs: null,
          cost: { kind: 'billed', usd: '20.00', period: '2026-10' },
          monthlyUsd: '20.00',
          isAtLeast: false,
          soFarUsd: null,
          job: { name: 'delete', label: 'Delete…' },
        },
      ],
      unread: [{ connectionId: 'c1', what: 'snapshots', failure: { kind: 'forbidden', message: 'No.' } }],
    },
    badResult: { things: [{ reason: 'old' }], unread: [] },
  },
};
