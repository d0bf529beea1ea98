import type { PlannedDroplet } from '../../seeds/droplet-plan.ts';
import { publicImage } from '../../seeds/images.ts';
import { regionOr, sizeOf } from '../../seeds/regions.ts';
import { type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';

/** The facts from which a droplet's row is written. */
export interface DropletFacts extends PlannedDroplet {
  id: number;
  createdAtMs: number;
  vpcUuid: string;
  volumeIds: readonly string[];
  snapshotIds: readonly number[];
  backupIds: readonly number[];
  nowMs: number;
  hasIpv6: boolean;
  hasMonitoring: boolean;
}

export function dropletRow(facts: DropletFacts): Row {
  const size = sizeOf(facts.size) ?? sizeOf('s-1vcpu-1gb');
  const image = publicImage(facts.image) ?? publicImage('ubuntu-24-04-x64');
  return {
    id: facts.id,
    name: facts.name,
    memory: size?.memory,
    vcpus: size?.vcpus,
    disk: size?.disk,
    disk_info: size?.disk_info,
    locked: false,
    status: facts.status,
    kernel: null,
    created_at: isoOf(facts.createdAtMs),
    features: featuresOf(facts),
    backup_ids: facts.backupIds,
    next_backup_window: facts.hasBackups ? nextWindow(facts.nowMs) : null,
    snapshot_ids: facts.snapshotIds,
    image,
    volume_ids: facts.volumeIds,
    size,
    size_slug: size?.slug,
    networks: networksOf(facts),
    region: regionOr(facts.region),
    tags: facts.tags,
    vpc_uuid: facts.vpcUuid,
  };
}

function featuresOf({ hasBackups, hasIpv6, hasMonitoring }: DropletFacts): string[] {
  return [
    ...(hasBackups ? ['backups'] : []),
    ...(hasIpv6 ? ['ipv6'] : []),
    ...(hasMonitoring ? ['monitoring', 'droplet_agent'] : ['droplet_agent']),
    'private_networking',
  ];
}

/** The coming night, 02:00 to 06:00. */
export function nextWindow(nowMs: number): Row {
  const start = Math.ceil(nowMs / dayMs) * dayMs + 2 * 3_600_000;
  return { start: isoOf(start), end: isoOf(start + 4 * 3_600_000) };
}

function networksOf({ id, address, hasIpv6 }: DropletFacts): Row {
  return {
    v4: [
      { ip_address: privateAddress(id), netmask: '255.255.240.0', gateway: '10.19.0.1', type: 'private' },
      ...(address === '' ? [] : [publicV4(address)]),
    ],
    v6: hasIpv6 ? [publicV6(id)] : [],
  };
}

function privateAddress(id: number): string {
  return `10.${19 + ((id >> 16) % 4)}.${(id >> 8) % 256}.${(id % 254) + 1}`;
}

export function publicV4(address: string): Row {
  const gateway = address.replace(/\.\d+$/, '.1');
  return { ip_address: address, netmask: '255.255.255.0', gateway, type: 'public' };
}

export function publicV6(id: number): Row {
  const hex = id.toString(16).padStart(8, '0');
  return {
    ip_address: `2001:db8:2f:1::${hex.slice(0, 4)}:${hex.slice(4)}`,
    netmask: 64,
    gateway: '2001:db8:2f:1::1',
    type: 'public',
  };
}

/** The part of a droplet that depends on its size. */
export function resizedTo(row: Row, slug: string, isDiskGrown: boolean): Row {
  const size = sizeOf(slug);
  if (!size) return {};
  const disk = isDiskGrown ? { disk: size.disk, disk_info: size.disk_info } : { disk: row.disk, disk_info: row.disk_info };
  return { memory: size.memory, vcpus: size.vcpus, size, size_slug: size.slug, ...disk };
}

export const dropletRegion = (row: Row): string => textOf(rowOf(row, 'region'), 'slug');
export const isBackedUp = (row: Row): boolean => Array.isArray(row.features) && row.features.includes('backups');

/** The list of features, with one added or removed. */
export function withFeature(row: Row, feature: string, isOn: boolean): unknown[] {
  const others = Array.isArray(row.features) ? row.features.filter((one) => one !== feature) : [];
  return isOn ? [feature, ...others] : others;
}
