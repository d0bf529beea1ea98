import { bodyOf, type Call, created, type Reply, rowIn } from '../../wire/call.ts';
import { dayMs, hourMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';

const path = '/v2/functions/namespaces';

/** The secret of a key is told only when it is made. */
function createKey(call: Call): Reply {
  rowIn(call, path, call.path.namespace_id);
  const { name, expires_in } = bodyOf(call);
  const random = call.team.random('function key', call.world.nextId());
  const at = isoOf(call.world.now());
  const [, amount, unit] = /^(\d+)([hd])$/.exec(String(expires_in)) ?? [];
  const lifetimeMs = Number(amount) * (unit === 'h' ? hourMs : dayMs);
  const key = {
    id: `dof_v1-${random.uuid()}`,
    name,
    expires_at: amount === undefined ? null : isoOf(call.world.now() + lifetimeMs),
    created_at: at,
    updated_at: at,
  };
  call.team.table(`${path}/${call.path.namespace_id}/keys`).add(key);
  return created({ access_key: { ...key, secret: `demo-${random.hex(32)}` } });
}

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
    [`${path}/{namespace_id}/keys`]: ({ team, world, parents: [namespace] }) => {
      const isFirst = team.breadth === 'full' && namespace === team.table(path).list()[0]?.namespace;
      const lines: [name: string, days: number | null][] = isFirst
        ? [
            ['deploy', 6],
            ['reports', 75],
            ['monitoring', null],
          ]
        : [['resize', null]];
      return lines.map(([name, days]) => {
        const at = isoOf(world.startMs - 20 * dayMs);
        return {
          id: `dof_v1-${team.random('function key', String(namespace), String(name)).uuid()}`,
          name,
          expires_at: days === null ? null : isoOf(world.startMs + days * dayMs),
          created_at: at,
          updated_at: at,
        };
      });
    },
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
  handlers: { functionsAccessKey_create: createKey },
};
