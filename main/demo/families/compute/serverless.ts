import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

const path = '/v2/functions/namespaces';

/** Functions: namespaces, their triggers and their keys. */
export const serverless: Family = {
  seeds: {
    [path]: ({ team, world }) =>
      team.breadth === 'little'
        ? []
        : ['webhooks', 'thumbnails'].map((label) => {
            const random = team.random('namespace', label);
            const at = isoOf(world.startMs - 130 * dayMs);
            return {
              namespace: `fn-${random.uuid()}`,
              label,
              region: 'fra1',
              uuid: random.uuid(),
              api_host: 'https://faas-fra1.example.com',
              key: `demo-${random.hex(32)}`,
              created_at: at,
              updated_at: at,
            };
          }),
    [`${path}/{namespace_id}/triggers`]: ({ world, parents: [namespace] }) => [
      {
        namespace,
        name: 'nightly',
        function: 'reports/daily',
        type: 'SCHEDULED',
        is_enabled: true,
        created_at: isoOf(world.startMs - 90 * dayMs),
        updated_at: isoOf(world.startMs - 90 * dayMs),
        scheduled_details: { cron: '0 4 * * *', body: { name: 'daily' } },
        scheduled_runs: {
          last_run_at: isoOf(Math.floor(world.startMs / dayMs) * dayMs + 4 * 3_600_000),
          next_run_at: isoOf(Math.ceil(world.startMs / dayMs) * dayMs + 4 * 3_600_000),
        },
      },
    ],
  },
  effects: {
    [path]: {
      born: ({ team, world }, row) => ({
        ...row,
        namespace: `fn-${team.random('new namespace', world.nextId()).uuid()}`,
        api_host: 'https://faas-fra1.example.com',
      }),
    },
  },
};
