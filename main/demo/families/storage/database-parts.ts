import { bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

const pools = '/v2/databases/{database_cluster_uuid}/pools';
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

const clusters = '/v2/databases';
const clusterIn = (call: Call): Row => rowIn(call, clusters, call.path.database_cluster_uuid);
const importOf = (call: Call) => `${clusters}/${String(clusterIn(call).id)}/#import`;

/** A pool is reached like its cluster, under its own name in place of a database's. */
function poolConnections(cluster: Row, pool: Row): Row {
  const name = textOf(pool, 'name');
  const named = (field: string): Row => {
    const own = rowOf(cluster, field);
    return { ...own, database: name, uri: textOf(own, 'uri').replace(/[^/]*$/, name) };
  };
  return { connection: named('connection'), private_connection: named('private_connection') };
}

/** An import from another server copies until it is stopped, so it never ends by itself. */
function startImport(call: Call): Reply {
  const id = call.team.random('import', call.world.nextId()).uuid();
  return ok(call.team.keep(importOf(call), { id, status: 'running', created_at: isoOf(call.world.now()) }));
}

/** At first, one that ended long ago. */
const importIn = (call: Call): Row =>
  call.team.document(importOf(call), () => ({
    id: call.team.random('first import').uuid(),
    status: 'done',
    created_at: isoOf(call.world.startMs - 90 * dayMs),
  }));

function stopImport(call: Call): Reply {
  const row = importIn(call);
  if (row.status === 'running') call.team.keep(importOf(call), { ...row, status: 'canceled' });
  return noContent();
}

function resetPassword(call: Call): Reply {
  const place = `${clusters}/${String(clusterIn(call).id)}/users`;
  const { name } = rowIn(call, place, call.path.username);
  const password = `demo-${call.team.random('new password', call.world.nextId()).hex(16)}`;
  return ok({ user: call.team.table(place).change(name, { password, ...bodyOf(call) }) });
}

function installUpdate(call: Call): Reply {
  const { id, maintenance_window } = clusterIn(call);
  const window = isRow(maintenance_window) ? maintenance_window : {};
  later(call.world, 20_000, () =>
    call.team.table(clusters).change(id, { maintenance_window: { ...window, pending: false, description: [] } }),
  );
  return noContent();
}

const certificateOf = ({ name }: Row): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(`demo authority of ${String(name)}`).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** The replica becomes a cluster, with what it had. */
function promote(call: Call): Reply {
  const cluster = clusterIn(call);
  const place = `${clusters}/${String(cluster.id)}/replicas`;
  const replica = rowIn(call, place, call.path.replica_name);
  call.team.table(place).remove(replica.name);
  call.team.table(clusters).add({ ...cluster, ...replica, num_nodes: 1 });
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
    [pools]: {
      born: (call, row) => ({ ...row, ...poolConnections(clusterIn(call), row) }),
    },
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
    databases_get_ca: (call) => ok({ ca: { certificate: Buffer.from(certificateOf(clusterIn(call))).toString('base64') } }),
    databases_get_migrationStatus: (call) => ok(importIn(call)),
    databases_update_onlineMigration: startImport,
    databases_delete_onlineMigration: stopImport,
    databases_reset_auth: resetPassword,
    databases_install_update: installUpdate,
    databases_promote_replica: promote,
  },
};
