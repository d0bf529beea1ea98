import { listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { urnOf } from './urns.ts';

/** Something that costs money by the hour. */
export interface Priced {
  product: string;
  id: string;
  name: string;
  monthly: number;
  createdAtMs: number;
  region: string;
  /** How projects name it; `null`: no project contains such things. */
  urn: string | null;
}

/** Hours after which a month costs no more. */
const fullMonthHours = 672;

const databaseMonthly: Record<string, number> = {
  'db-s-1vcpu-1gb': 15.15,
  'db-s-1vcpu-2gb': 30.45,
  'db-s-2vcpu-4gb': 60.9,
  'db-s-4vcpu-8gb': 122.08,
};

const priced = (product: string, row: Row, monthly: number, more: Partial<Priced> = {}): Priced => ({
  product,
  id: textOf(row, 'id'),
  name: textOf(row, 'name'),
  monthly,
  createdAtMs: Date.parse(textOf(row, 'created_at')),
  region: textOf(rowOf(row, 'region'), 'slug'),
  urn: null,
  ...more,
});

/** Everything that costs a team money now. */
export function pricedThings(team: Team): Priced[] {
  const rows = (path: string) => team.table(path).list();
  return [
    ...rows('/v2/droplets').map((row) =>
      priced('Droplets', row, Number(rowOf(row, 'size').price_monthly), { urn: urnOf('droplet', row) }),
    ),
    ...rows('/v2/volumes').map((row) => priced('Volumes', row, Number(row.size_gigabytes) * 0.1, { urn: urnOf('volume', row) })),
    ...rows('/v2/snapshots').map((row) =>
      priced('Snapshots', row, Number(row.size_gigabytes) * 0.06, { region: String(listOf(row, 'regions')[0] ?? '') }),
    ),
    ...rows('/v2/load_balancers').map((row) =>
      priced('Load Balancers', row, 12 * Number(row.size_unit ?? 1), { urn: urnOf('loadbalancer', row) }),
    ),
    ...rows('/v2/databases').map((row) => {
      const monthly = (databaseMonthly[textOf(row, 'size')] ?? 60) * Number(row.num_nodes ?? 1);
      return priced('Managed Databases', row, monthly, { region: textOf(row, 'region'), urn: urnOf('dbaas', row) });
    }),
    // What leads to a droplet is free; only the others are billed.
    ...rows('/v2/reserved_ips')
      .filter((row) => row.droplet === null)
      .map((row) => ({
        ...priced('Reserved IPs', row, 5, { urn: urnOf('reservedip', row), id: textOf(row, 'ip'), name: textOf(row, 'ip') }),
        createdAtMs: 0,
      })),
    ...rows('/v2/apps').map((row) => priced('App Platform', row, 24, { name: textOf(rowOf(row, 'spec'), 'name') })),
  ].filter(({ monthly, createdAtMs }) => Number.isFinite(monthly) && Number.isFinite(createdAtMs));
}

/** What a thing cost between two moments of one month, in US dollars: by the hour, at most its monthly price. */
export function costBetween({ monthly, createdAtMs }: Priced, fromMs: number, toMs: number): number {
  const hours = Math.max(0, toMs - Math.max(fromMs, createdAtMs)) / 3_600_000;
  return Math.min(1, hours / fullMonthHours) * monthly;
}

export const monthStart = (atMs: number, monthsBack = 0): number => {
  const date = new Date(atMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBack, 1);
};

/** "2026-11", the form in which invoices name their period. */
export const periodOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

/** What a team spent between two moments. */
export function spentBetween(team: Team, fromMs: number, toMs: number): number {
  // Each thing is a line of the bill, in whole cents.
  return pricedThings(team).reduce((sum, thing) => sum + Math.round(costBetween(thing, fromMs, toMs) * 100), 0) / 100;
}
