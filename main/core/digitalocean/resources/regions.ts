import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { RegionSlug, SizeSlug } from './identifiers.ts';
import { listAs } from './typed-calls.ts';
import { isTrue, record, string, strings } from './wire-values.ts';

/** A data centre. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Regions */
export interface Region {
  slug: RegionSlug;
  name: string;
  /** New droplets can be made there. */
  isAvailable: boolean;
  features: string[];
  sizeSlugs: SizeSlug[];
}

/** A region from the wire; undefined without slug. */
export function parseRegion(raw: unknown): Region | undefined {
  const wire = record(raw);
  const slug = string(wire?.slug);
  if (!wire || slug === null) return undefined;
  return {
    slug,
    name: string(wire.name) ?? slug,
    isAvailable: isTrue(wire.available),
    features: strings(wire.features),
    sizeSlugs: strings(wire.sizes),
  };
}

export function listRegions(api: Api, options: CallOptions = {}): Promise<Outcome<Region[]>> {
  return listAs(api, 'regions_list', { options, parse: parseRegion });
}
