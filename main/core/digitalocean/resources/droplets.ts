import type { Outcome } from '../../../../preload/contract/failure.ts';
import { namelessDroplet } from '../../words/droplets.ts';
import type { Api, CallOptions } from '../api.ts';
import type { DropletId, ImageId, RegionSlug, SizeSlug } from './identifiers.ts';
import { callAs, listAs, under } from './typed-calls.ts';
import {
  identifier,
  identifiers,
  integer,
  integers,
  isTrue,
  list,
  number,
  oneOf,
  record,
  string,
  strings,
  timeMs,
  type WireRecord,
} from './wire-values.ts';

/**
 * A droplet as lists and tray show it. The API leaves out fields for which the token lacks a scope; they are empty then.
 * https://docs.digitalocean.com/reference/api/digitalocean/#tag/Droplets
 */
export interface Droplet {
  id: DropletId;
  name: string;
  /** `unknown`: a status that Buoy does not know; `statusRaw` has it. */
  status: 'new' | 'active' | 'off' | 'archive' | 'unknown';
  /** As the API spells it. */
  statusRaw: string;
  /** DigitalOcean refuses actions on it for now. */
  isLocked: boolean;
  /** Null when the API does not say. */
  createdAtMs: number | null;
  regionSlug: RegionSlug;
  regionName: string;
  sizeSlug: SizeSlug;
  /** Null when the API does not say, as are vCPUs and disk. */
  memoryMb: number | null;
  vcpus: number | null;
  diskGb: number | null;
  /** Null when the size has no public price. */
  priceMonthlyUsd: number | null;
  priceHourlyUsd: number | null;
  /** All about the image needs image:read. */
  imageName: string;
  imageDistribution: string;
  /** Absent when the API names none: the image was deleted, or has no slug. */
  imageId?: ImageId;
  imageSlug?: string;
  publicV4: string[];
  privateV4: string[];
  publicV6: string[];
  /** Needs tag:read. */
  tags: string[];
  features: string[];
  /** Needs block_storage:read. */
  volumeIds: string[];
  /** These two need image:read. */
  snapshotIds: number[];
  backupIds: number[];
  /** Needs vpc:read. */
  vpcUuid: string | null;
  /** When the next backup may start; absent without backups. */
  nextBackupWindow?: { startAtMs: number; endAtMs: number };
}

const statuses = ['new', 'active', 'off', 'archive'] as const;

/** A droplet from the wire; undefined without id. */
export function parseDroplet(raw: unknown): Droplet | undefined {
  const wire = record(raw);
  const id = integer(wire?.id);
  if (!wire || id === null) return undefined;
  const region = record(wire.region);
  const size = record(wire.size);
  const image = record(wire.image);
  const networks = record(wire.networks);
  const v4 = list(networks?.v4);
  return {
    id,
    name: string(wire.name) || namelessDroplet(id),
    status: oneOf(wire.status, statuses),
    statusRaw: string(wire.status) ?? '',
    isLocked: isTrue(wire.locked),
    createdAtMs: timeMs(wire.created_at),
    regionSlug: string(region?.slug) ?? string(wire.region) ?? '',
    regionName: string(region?.name) ?? string(region?.slug) ?? string(wire.region) ?? '',
    sizeSlug: string(wire.size_slug) ?? string(size?.slug) ?? '',
    memoryMb: number(wire.memory) ?? number(size?.memory),
    vcpus: number(wire.vcpus) ?? number(size?.vcpus),
    diskGb: number(wire.disk) ?? number(size?.disk),
    priceMonthlyUsd: number(size?.price_monthly),
    priceHourlyUsd: number(size?.price_hourly),
    imageName: string(image?.name) ?? '',
    imageDistribution: string(image?.distribution) ?? '',
    ...imageFacts(image),
    publicV4: addresses(v4, 'public'),
    privateV4: addresses(v4, 'private'),
    publicV6: addresses(list(networks?.v6), 'public'),
    tags: identifiers(wire.tags),
    features: strings(wire.features),
    volumeIds: identifiers(wire.volume_ids),
    snapshotIds: integers(wire.snapshot_ids),
    backupIds: integers(wire.backup_ids),
    vpcUuid: identifier(wire.vpc_uuid),
    ...backupWindow(record(wire.next_backup_window)),
  };
}

function imageFacts(image: WireRecord | null): Pick<Droplet, 'imageId' | 'imageSlug'> {
  const imageId = integer(image?.id);
  const imageSlug = string(image?.slug);
  return { ...(imageId === null ? {} : { imageId }), ...(imageSlug === null ? {} : { imageSlug }) };
}

/** Addresses of one type, in the API's order. */
function addresses(networks: readonly unknown[], type: 'public' | 'private'): string[] {
  const found: string[] = [];
  for (const one of networks) {
    const network = record(one);
    const address = string(network?.ip_address);
    if (network?.type === type && address !== null) found.push(address);
  }
  return found;
}

function backupWindow(wire: WireRecord | null): Pick<Droplet, 'nextBackupWindow'> {
  const startAtMs = timeMs(wire?.start);
  const endAtMs = timeMs(wire?.end);
  return startAtMs === null || endAtMs === null ? {} : { nextBackupWindow: { startAtMs, endAtMs } };
}

/** Every droplet of the team, or every one with that tag. Complete or a failure; costs one request per 200. */
export function listDroplets(api: Api, options: CallOptions = {}, tag?: string): Promise<Outcome<Droplet[]>> {
  const args = tag === undefined ? {} : { query: { tag_name: tag } };
  // A droplet that is missing here would count as destroyed.
  return listAs(api, 'droplets_list', { args, options, parse: parseDroplet, isCounted: true });
}

/** One droplet by its id; `not-found` once it is destroyed. */
export function getDroplet(api: Api, id: DropletId, options: CallOptions = {}): Promise<Outcome<Droplet>> {
  return callAs(api, 'droplets_get', { args: { path: { droplet_id: id } }, options, parse: under('droplet', parseDroplet) });
}
