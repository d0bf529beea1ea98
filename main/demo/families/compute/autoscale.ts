import { vpcId } from '../../seeds/attachments.ts';
import { accepted, type Call, type Reply, rowIn } from '../../wire/call.ts';
import { badRequest } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf } from '../../world/table.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

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

const utilization = (row: Row): Row => rowOf(row, 'current_utilization');

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
    [`${path}/{autoscale_pool_id}/members`]: ({ team }) =>
      team
        .table('/v2/droplets')
        .list()
        .filter(({ name }) => String(name).startsWith('edge-'))
        .slice(0, 2)
        .map((row) => ({
          droplet_id: row.id,
          created_at: row.created_at,
          updated_at: row.created_at,
          health_status: 'healthy',
          unhealthy_reason: '',
          status: 'active',
          current_utilization: { cpu: 0.4, memory: 0.38 },
        })),
  },
  effects: {
    [path]: {
      born: (_, row) => ({
        ...row,
        status: 'active',
        active_resources_count: 0,
        current_utilization: isRow(row.current_utilization) ? utilization(row) : { cpu: 0, memory: 0 },
      }),
    },
  },
  handlers: {
    autoscalepools_delete: remove(false),
    autoscalepools_delete_dangerous: remove(true),
  },
};
