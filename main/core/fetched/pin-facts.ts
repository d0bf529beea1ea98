import { isObject, type Json, type JsonObject } from '../../../preload/contract/json.ts';
import type { PinnedThing } from '../../../preload/contract/settings.ts';

/** What is shown of a pinned thing. It holds nothing secret, so that it may be written to disk. */
export interface PinFacts {
  name: string;
  /** Its state as the API spells it; `null`: it has none. */
  state: string | null;
  /** What it leads to or is about, by name; '' for nothing. */
  about: string;
  /** What it is reached by and may be copied: an address or a host name; '' for nothing. */
  address: string;
  /** Slug of its region; '' for none. */
  region: string;
}

type Facts = (row: JsonObject) => Partial<PinFacts>;

const at = (row: JsonObject, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, field) => (isObject(value) ? value[field] : undefined), row);

/** The first text at one of these places; '' if there is none. */
function text(row: JsonObject, ...paths: string[]): string {
  for (const path of paths) {
    const value = at(row, path);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/** An address has no state: it leads to a droplet, or to none and is billed all the same. */
const reserved: Facts = (row) => {
  const about = text(row, 'droplet.name');
  return { address: text(row, 'ip'), about, state: about === '' ? 'inactive' : 'assigned' };
};

/** Families that say it in their own way, by the id of the operation that lists them. */
const families: Readonly<Record<string, Facts>> = {
  apps_list: (row) => ({
    name: text(row, 'spec.name'),
    state: text(row, 'in_progress_deployment.phase', 'pending_deployment.phase', 'active_deployment.phase') || null,
    address: text(row, 'live_url'),
  }),
  cdn_list_endpoints: (row) => ({
    // People know it by its bucket, with which its host name begins.
    name: text(row, 'endpoint').split('.')[0] ?? '',
    address: text(row, 'custom_domain', 'endpoint'),
    about: text(row, 'origin'),
  }),
  loadBalancers_list: (row) => ({ address: text(row, 'ip', 'ipv6') }),
  reservedIPs_list: reserved,
  reservedIPv6_list: reserved,
};

/** Facts of a row of a listing. What a person called it when they pinned it stands in for a name that it does not tell. */
export function pinFacts({ familyId, name }: PinnedThing, row: JsonObject): PinFacts {
  const own = Object.hasOwn(families, familyId) ? families[familyId]?.(row) : undefined;
  return {
    state: text(row, 'status.state', 'status', 'state', 'phase') || null,
    about: '',
    address: '',
    region: text(row, 'region.slug', 'region', 'region_slug', 'spec.region'),
    ...own,
    name: own?.name || text(row, 'name') || name,
  };
}
