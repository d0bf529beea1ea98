import { vpcId } from '../../seeds/attachments.ts';
import { accepted, type Call, type Reply, rowIn } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import { listOf, type Row, rowOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { createDroplets } from './droplet-create.ts';

const path = '/v2/droplets/autoscale';

/** Deletes the pool. In the API the dangerous form deletes its droplets too, so it requires a header. */
function remove(isDangerous: boolean) {
  return (call: Call): Reply => {
    if (isDangerous && call.headers['x-dangerous'] !== 'true') throw badRequest('X-Dangerous header must be set to true');
    const pool = rowIn(call, path, call.path.autoscale_pool_id);
    call.team.table(path).remove(pool.id);
    return accepted();
  };
}

const membersOf = (id: unknown) => `${path}/${id}/members`;

const memberOf = (droplet: Row): Row => ({
  droplet_id: droplet.id,
  created_at: droplet.created_at,
  updated_at: droplet.created_at,
  health_status: 'healthy',
  unhealthy_reason: '',
  status: 'active',
  current_utilization: { cpu: 0.4, memory: 0.38 },
});

/** Makes the droplets that a new pool begins with. What the API would refuse is not made. */
function fillPool({ world, team }: Call, pool: Row): void {
  if (!team.table(path).find(pool.id)) return;
  const { target_number_instances, min_instances } = rowOf(pool, 'config');
  const { ssh_keys: _, image, ...template } = rowOf(pool, 'droplet_template');
  const names = Array.from(
    { length: Number(target_number_instances ?? min_instances ?? 1) },
    (_one, at) => `${pool.name}-${at + 1}`,
  );
  const made = names.flatMap((name) => {
    try {
      const asNumber = /^\d+$/.test(String(image)) ? Number(image) : image;
      return [rowOf(createDroplets(world, team, { ...template, name, image: asNumber }), 'droplet')];
    } catch {
      return [];
    }
  });
  for (const droplet of made) team.table(membersOf(pool.id)).add(memberOf(droplet));
  team.table(path).change(pool.id, { active_resources_count: made.length });
}

export const autoscale: Family = {
  seeds: {
    [path]: ({ team, world }) =>
      team.breadth !== 'full'
        ? []
        : [
            {
              id: team.random('pool').uuid(),
              name: 'edge-pool',
              config: { min_instances: 2, max_instances: 6, target_cpu_utilization: 0.6, cooldown_minutes: 10 },
              droplet_template: {
                name: 'edge',
                region: 'ams3',
                size: 's-1vcpu-2gb',
                image: 'ubuntu-24-04-x64',
                ssh_keys: listOf(
                  {
                    keys: team
                      .table('/v2/account/keys')
                      .list()
                      .map(({ fingerprint }) => fingerprint),
                  },
                  'keys',
                ),
                tags: ['edge', 'prod'],
                vpc_uuid: vpcId(team, 'ams3'),
                with_droplet_agent: true,
                ipv6: true,
              },
              current_utilization: { cpu: 0.41, memory: 0.38 },
              created_at: isoOf(world.startMs - 151 * dayMs),
              updated_at: isoOf(world.startMs - 6 * dayMs),
              status: 'active',
              active_resources_count: 2,
            },
          ],
    [membersOf('{autoscale_pool_id}')]: ({ team, parents: [id] }) =>
      team.table(path).find(id)?.name !== 'edge-pool'
        ? []
        : team
            .table('/v2/droplets')
            .list()
            .filter(({ name }) => String(name).startsWith('edge-'))
            .slice(0, 2)
            .map(memberOf),
  },
  effects: {
    [path]: {
      born: (call, row) => {
        later(call.world, 3_000, () => fillPool(call, row));
        return { ...row, status: 'active', active_resources_count: 0, current_utilization: { cpu: 0, memory: 0 } };
      },
    },
  },
  handlers: {
    autoscalepools_delete: remove(false),
    autoscalepools_delete_dangerous: remove(true),
  },
};
