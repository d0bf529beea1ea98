import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { ImageId, RegionSlug } from './identifiers.ts';
import { listAs } from './typed-calls.ts';
import { integer, isTrue, number, oneOf, record, string, strings, timeMs } from './wire-values.ts';

/** What a droplet can be made from. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Images */
export interface Image {
  id: ImageId;
  name: string;
  type: 'base' | 'snapshot' | 'backup' | 'custom' | 'admin' | 'unknown';
  /** As the API spells it. */
  typeRaw: string;
  status: 'NEW' | 'available' | 'pending' | 'deleted' | 'retired' | 'unknown';
  statusRaw: string;
  distribution: string;
  /** Null for images of the team's own. */
  slug: string | null;
  isPublic: boolean;
  regionSlugs: RegionSlug[];
  minDiskGb: number | null;
  sizeGb: number | null;
  createdAtMs: number | null;
  tags: string[];
}

const types = ['base', 'snapshot', 'backup', 'custom', 'admin'] as const;
const statuses = ['NEW', 'available', 'pending', 'deleted', 'retired'] as const;

/** An image from the wire; undefined without id. */
export function parseImage(raw: unknown): Image | undefined {
  const wire = record(raw);
  const id = integer(wire?.id);
  if (!wire || id === null) return undefined;
  return {
    id,
    name: string(wire.name) ?? '',
    type: oneOf(wire.type, types),
    typeRaw: string(wire.type) ?? '',
    status: oneOf(wire.status, statuses),
    statusRaw: string(wire.status) ?? '',
    distribution: string(wire.distribution) ?? '',
    slug: string(wire.slug),
    isPublic: isTrue(wire.public),
    regionSlugs: strings(wire.regions),
    minDiskGb: number(wire.min_disk_size),
    sizeGb: number(wire.size_gigabytes),
    createdAtMs: timeMs(wire.created_at),
    tags: strings(wire.tags),
  };
}

/** Images of a kind, or all. Complete or a failure. */
export function listImages(
  api: Api,
  only: { type?: 'distribution' | 'application'; isPrivate?: boolean; tag?: string } = {},
  options: CallOptions = {},
): Promise<Outcome<Image[]>> {
  const query = { type: only.type, private: only.isPrivate, tag_name: only.tag };
  return listAs(api, 'images_list', { args: { query }, options, parse: parseImage });
}
