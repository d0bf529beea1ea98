import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Api, CallOptions } from '../api.ts';
import type { RegionSlug, SizeSlug } from './identifiers.ts';
import { listAs } from './typed-calls.ts';
import { isTrue, number, record, string, strings } from './wire-values.ts';

/** A size of droplets. https://docs.digitalocean.com/reference/api/digitalocean/#tag/Sizes */
export interface Size {
  slug: SizeSlug;
  description: string;
  memoryMb: number;
  vcpus: number;
  diskGb: number;
  transferTb: number;
  priceMonthlyUsd: number | null;
  priceHourlyUsd: number | null;
  isAvailable: boolean;
  regionSlugs: RegionSlug[];
}

/** A size from the wire; undefined without slug. */
export function parseSize(raw: unknown): Size | undefined {
  const wire = record(raw);
  const slug = string(wire?.slug);
  if (!wire || slug === null) return undefined;
  return {
    slug,
    description: string(wire.description) ?? '',
    memoryMb: number(wire.memory) ?? 0,
    vcpus: number(wire.vcpus) ?? 0,
    diskGb: number(wire.disk) ?? 0,
    transferTb: number(wire.transfer) ?? 0,
    priceMonthlyUsd: number(wire.price_monthly),
    priceHourlyUsd: number(wire.price_hourly),
    isAvailable: isTrue(wire.available),
    regionSlugs: strings(wire.regions),
  };
}

export function listSizes(api: Api, options: CallOptions = {}): Promise<Outcome<Size[]>> {
  return listAs(api, 'sizes_list', { options, parse: parseSize });
}
