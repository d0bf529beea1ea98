import type { IdleThing } from '../../../preload/contract/bills.ts';
import { identifier, list, number, record, string, timeMs, type WireRecord } from '../digitalocean/resources/wire-values.ts';
import { dayMs } from '../money/calendar.ts';
import { idleWords } from '../words/idle.ts';

/** A thing of a list that serves nothing, before it is known what it costs. */
export type FoundIdle = Pick<IdleThing, 'reason' | 'familyId' | 'id' | 'name' | 'detail'> & { row: WireRecord };

/** What the rules know of a team besides the row. `null`: it was not read, so that nobody can tell. */
export interface IdleFacts {
  dropletIds: ReadonlySet<string> | null;
  /** Images that droplets run on. */
  usedImageIds: ReadonlySet<string> | null;
  volumeIds: ReadonlySet<string> | null;
  nowMs: number;
}

interface IdleRule {
  familyId: string;
  /** Why the row serves nothing; `null`: it serves, or nobody can tell. */
  reason(row: WireRecord, facts: IdleFacts): IdleThing['reason'] | null;
  id(row: WireRecord): string | null;
  detail(row: WireRecord): string;
  /** The name of the job that ends its cost. */
  job: string;
}

/** An image that nothing runs on may still be wanted; one that lies so long is worth a question. */
const oldImageMs = 90 * dayMs;

const ofId = (row: WireRecord): string | null => identifier(row.id);
const gigabytes = (row: WireRecord): string => idleWords.gigabytes(number(row.size_gigabytes) ?? 0);
const regionOf = (row: WireRecord): string => string(record(row.region)?.slug) ?? '';

/** A load balancer sends requests to droplets, and a global one to others too. The droplets of its tag are among its ids. */
const hasTargets = (row: WireRecord): boolean =>
  [row.droplet_ids, row.target_load_balancer_ids].some((targets) => list(targets).length > 0);

/** `null` or without an id. A field that is left out, because the token may not see droplets, says nothing. */
const isUnassigned = ({ droplet }: WireRecord): boolean =>
  droplet === null || (record(droplet) !== null && identifier(record(droplet)?.id) === null);

function snapshotReason(row: WireRecord, { dropletIds, volumeIds }: IdleFacts): IdleThing['reason'] | null {
  const of = identifier(row.resource_id);
  if (of === null) return null;
  if (row.resource_type === 'droplet') return dropletIds && !dropletIds.has(of) ? 'droplet-gone' : null;
  return row.resource_type === 'volume' && volumeIds && !volumeIds.has(of) ? 'volume-gone' : null;
}

export const idleRules: readonly IdleRule[] = [
  {
    familyId: 'volumes_list',
    reason: (row) => (Array.isArray(row.droplet_ids) && row.droplet_ids.length === 0 ? 'volume' : null),
    id: ofId,
    detail: (row) => [gigabytes(row), regionOf(row)].filter(Boolean).join(', '),
    job: 'delete',
  },
  {
    familyId: 'reservedIPs_list',
    reason: (row) => (isUnassigned(row) ? 'address' : null),
    id: (row) => string(row.ip),
    detail: regionOf,
    job: 'release',
  },
  { familyId: 'snapshots_list', reason: snapshotReason, id: ofId, detail: gigabytes, job: 'delete' },
  {
    familyId: 'loadBalancers_list',
    reason: (row) => (Array.isArray(row.droplet_ids) && !hasTargets(row) ? 'no-targets' : null),
    id: ofId,
    detail: regionOf,
    job: 'delete',
  },
  {
    familyId: 'registries_list',
    reason: (row) => (number(row.storage_usage_bytes) === 0 ? 'empty-registry' : null),
    id: (row) => string(row.name),
    detail: (row) => string(record(record(row.subscription)?.tier)?.name) ?? '',
    job: 'delete',
  },
  {
    familyId: 'images_list',
    reason: (row, { usedImageIds, nowMs }) => {
      const createdMs = timeMs(row.created_at);
      const isOwn = row.public === false && row.type === 'custom';
      const isUsed = usedImageIds === null || usedImageIds.has(ofId(row) ?? '');
      return isOwn && !isUsed && createdMs !== null && nowMs - createdMs > oldImageMs ? 'old-image' : null;
    },
    id: ofId,
    detail: gigabytes,
    job: 'delete',
  },
];

/** The things of a list that serve nothing. None of these lists tells since when: Buoy remembers when it saw them so first. */
export function idleIn(rule: IdleRule, rows: readonly WireRecord[], facts: IdleFacts): FoundIdle[] {
  return rows.flatMap((row) => {
    const [reason, id] = [rule.reason(row, facts), rule.id(row)];
    if (reason === null || id === null) return [];
    const name = string(row.name) || id;
    return { reason, familyId: rule.familyId, id, name, detail: rule.detail(row), row };
  });
}

/** When a droplet went off, from its actions, newest first; `null`: they do not say. */
export function offSince(
  actions: readonly { type: string; status: string; completedAtMs: number | null; startedAtMs: number }[],
): number | null {
  const turned = actions
    .filter(({ status }) => status === 'completed')
    .toSorted((one, other) => other.startedAtMs - one.startedAtMs)
    .find(({ type }) => ['power_off', 'shutdown', 'power_on', 'reboot', 'power_cycle', 'create', 'rebuild'].includes(type));
  return turned && (turned.type === 'power_off' || turned.type === 'shutdown')
    ? (turned.completedAtMs ?? turned.startedAtMs)
    : null;
}
