import { bodyOf, type Call, noContent, ok, type Reply } from '../../wire/call.ts';
import { listOf, type Row, rowOf } from '../../world/table.ts';
import type { Family } from '../family.ts';

const topics = '/v2/databases/{database_cluster_uuid}/topics';
const credentials = '/v2/databases/metrics/credentials';

const credentialsOf = ({ team }: Call): Row =>
  team.document(credentials, () => ({
    basic_auth_username: 'metrics',
    basic_auth_password: `demo-${team.random('metrics').hex(16)}`,
  }));

function setCredentials(call: Call): Reply {
  call.team.keep(credentials, { ...credentialsOf(call), ...rowOf(bodyOf(call), 'credentials') });
  return noContent();
}

const partitions = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ id, size: 4096, in_sync_replicas: 3, earliest_offset: 0, consumer_groups: [] }));

/** What lies inside database clusters and is written otherwise than it is read. */
export const databaseParts: Family = {
  seeds: {
    [topics]: () =>
      ['orders', 'visits'].map((name) => ({
        name,
        replication_factor: 3,
        partition_count: 6,
        partitions: partitions(6),
        state: 'active',
      })),
  },
  effects: {
    [topics]: {
      // Partitions only grow, and a setting that is not named stays.
      changed: (call, row) => {
        const before = call.team.table(call.pathname.replace(/\/[^/]+$/, '')).find(row.name);
        const count = Math.max(listOf(before, 'partitions').length, Number(bodyOf(call).partition_count ?? 0));
        const config = { ...rowOf(before, 'config'), ...rowOf(bodyOf(call), 'config') };
        return { config, partition_count: count, partitions: partitions(count) };
      },
    },
  },
  handlers: {
    databases_get_cluster_metrics_credentials: (call) => ok({ credentials: { credentials: credentialsOf(call) } }),
    databases_update_cluster_metrics_credentials: setCredentials,
  },
};
