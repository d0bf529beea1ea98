import { bodyOf, type Call, created, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf, Table, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';
import { urnOf } from './urns.ts';

const path = '/v2/security/scans';

const rules: readonly (readonly [name: string, severity: string, details: string])[] = [
  ['SSH open to the world', 'HIGH', 'Port 22 accepts connections from any address.'],
  ['Backups are off', 'MEDIUM', 'The droplet would be lost with its disk.'],
  ['Database without trusted sources', 'CRITICAL', 'Any address may connect.'],
];

function findingsAt({ team }: Pick<Ground, 'team'>, atMs: number): Row[] {
  return rules.map(([name, severity, details], index) => ({
    rule_uuid: team.random('rule', name).uuid(),
    name,
    details,
    found_at: isoOf(atMs),
    severity,
    business_impact: '',
    technical_details: details,
    mitigation_steps: [{ step: 1, title: 'Restrict access', description: 'Allow only the addresses that need it.' }],
    affected_resources_count: index + 1,
  }));
}

function scan(call: Call): Reply {
  const { team, world } = call;
  const id = team.random('new scan', world.nextId()).uuid();
  const table = team.table(path);
  const row = table.add({ id, status: 'IN_PROGRESS', created_at: isoOf(world.now()), findings: [] });
  later(world, 12_000, () => table.change(id, { status: 'COMPLETED', findings: findingsAt({ team }, world.now()) }));
  return created({ scan: row });
}

function latest({ team }: Call): Reply {
  const last = team.table(path).list().at(-1);
  if (!last) throw notFound();
  return ok({ scan: last });
}

function affected(call: Call): Reply {
  const found = listOf(rowIn(call, path, call.path.scan_id), 'findings')
    .filter(isRow)
    .find(({ rule_uuid }) => rule_uuid === call.path.finding_uuid);
  if (!found) throw notFound();
  const droplets = call.team.table('/v2/droplets').list().slice(0, Number(found.affected_resources_count));
  return listReply(
    call,
    new Table(
      'urn',
      droplets.map((row) => ({ urn: urnOf('droplet', row), name: textOf(row, 'name'), type: 'droplet' })),
    ),
  );
}

const settings = '/v2/security/settings';

const settingsOf = ({ team }: Call): Row =>
  team.document(settings, () => ({ settings: { suppressions: {} }, tier_coverage: {}, plan_downgrades: {} }));

/** Tiers that are not named keep what they cover. */
function setPlan(call: Call): Reply {
  const before = settingsOf(call);
  const tier_coverage = { ...rowOf(before, 'tier_coverage'), ...rowOf(bodyOf(call), 'tier_coverage') };
  return ok(call.team.keep(settings, { ...before, tier_coverage }));
}

/** One for each thing that a rule is to be ignored for. */
function suppress(call: Call): Reply {
  const { rule_uuid, resources } = bodyOf(call);
  const made = (Array.isArray(resources) ? resources : []).map((urn) => {
    const [, resource_type, resource_id] = String(urn).split(':');
    const id = call.team.random('suppression', call.world.nextId()).uuid();
    return { id, rule_uuid, rule_name: '', resource_id, resource_type };
  });
  return { status: 201, json: { resources: made, meta: { page: 1, pages: 1, total: made.length } } };
}

export const security: Family = {
  seeds: {
    [path]: (ground) => {
      const atMs = ground.world.startMs - 2 * dayMs;
      if (ground.team.breadth !== 'full') return [];
      return [
        {
          id: ground.team.random('scan').uuid(),
          status: 'COMPLETED',
          created_at: isoOf(atMs),
          findings: findingsAt(ground, atMs),
        },
      ];
    },
  },
  handlers: {
    security_create_scan: scan,
    security_get_latest_scan: latest,
    security_list_settings: (call) => ok(settingsOf(call)),
    security_update_settings_plan: setPlan,
    security_list_scan_finding_affected_resources: affected,
    security_create_scan_rule: () => ({ status: 201 }),
    security_create_suppression: suppress,
    security_delete_suppression: () => noContent(),
  },
};
