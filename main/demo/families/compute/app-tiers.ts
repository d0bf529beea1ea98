import { bodyOf, type Call, ok, rowIn } from '../../wire/call.ts';
import { isRow, listOf, type Row, rowOf } from '../../world/table.ts';
import type { Family } from '../family.ts';

const regions: readonly (readonly [slug: string, label: string, flag: string, continent: string, centers: string[]])[] = [
  ['nyc', 'New York', 'usa', 'North America', ['nyc1', 'nyc3']],
  ['sfo', 'San Francisco', 'usa', 'North America', ['sfo3']],
  ['tor', 'Toronto', 'canada', 'North America', ['tor1']],
  ['ams', 'Amsterdam', 'netherlands', 'Europe', ['ams3']],
  ['fra', 'Frankfurt', 'germany', 'Europe', ['fra1']],
  ['lon', 'London', 'uk', 'Europe', ['lon1']],
  ['sgp', 'Singapore', 'singapore', 'Asia', ['sgp1']],
  ['blr', 'Bangalore', 'india', 'Asia', ['blr1']],
];

const sizes: readonly (readonly [
  slug: string,
  name: string,
  cpus: string,
  megabytes: number,
  monthly: number,
  isDedicated: boolean,
])[] = [
  ['apps-s-1vcpu-0.5gb', 'Shared 1 vCPU 0.5 GB', '1', 512, 5, false],
  ['apps-s-1vcpu-1gb', 'Shared 1 vCPU 1 GB', '1', 1024, 12, false],
  ['apps-s-1vcpu-2gb', 'Shared 1 vCPU 2 GB', '1', 2048, 25, false],
  ['apps-s-2vcpu-4gb', 'Shared 2 vCPU 4 GB', '2', 4096, 50, false],
  ['apps-d-1vcpu-1gb', 'Dedicated 1 vCPU 1 GB', '1', 1024, 34, true],
  ['apps-d-2vcpu-4gb', 'Dedicated 2 vCPU 4 GB', '2', 4096, 98, true],
];

/** A region as the API tells it. Without one, DigitalOcean takes the first. */
export function appRegion(code: string): Row {
  const index = Math.max(
    0,
    regions.findIndex(([slug]) => slug === code),
  );
  const [slug, label, flag, continent, data_centers] = regions[index] ?? ['', '', '', '', []];
  return { slug, label, flag, continent, data_centers, default: index === 0, disabled: false, reason: '' };
}

/** USD a month for all instances of a spec. */
function monthlyCost(spec: Row): number {
  const components = ['services', 'workers'].flatMap((kind) => listOf(spec, kind).filter(isRow));
  return components.reduce((sum, { instance_size_slug, instance_count }) => {
    const monthly = sizes.find(([slug]) => slug === instance_size_slug)?.[4] ?? 0;
    return sum + monthly * Number(instance_count ?? 1);
  }, 0);
}

/** Where apps can run and which container sizes they can have: the same for every team. */
export const appTiers: Family = {
  seeds: {
    '/v2/apps/regions': () => regions.map(([slug]) => appRegion(slug)),
    '/v2/apps/tiers/instance_sizes': () =>
      sizes.map(([slug, name, cpus, megabytes, monthly, isDedicated]) => ({
        slug,
        name,
        cpu_type: isDedicated ? 'DEDICATED' : 'SHARED',
        cpus,
        memory_bytes: String(megabytes * 1_048_576),
        bandwidth_allowance_gib: String(50 * Math.ceil(megabytes / 1024)),
        usd_per_month: monthly.toFixed(2),
        usd_per_second: (monthly / 2_419_200).toFixed(10),
        tier_slug: isDedicated ? 'professional' : 'basic',
        scalable: isDedicated,
        single_instance_only: false,
        deprecation_intent: false,
      })),
  },
  handlers: {
    apps_validate_appSpec: (call: Call) => {
      const spec = rowOf(bodyOf(call), 'spec');
      return ok({ app_name_available: true, app_is_static: false, spec, app_cost: monthlyCost(spec) });
    },
    /** The given destinations replace those that were there. */
    apps_assign_alertDestinations: (call: Call) => {
      const place = `/v2/apps/${call.path.app_id}/alerts`;
      const { id } = rowIn(call, place, call.path.alert_id);
      const { emails = [], slack_webhooks = [] } = bodyOf(call);
      return ok({ alert: call.team.table(place).change(id, { emails, slack_webhooks }) });
    },
  },
};
