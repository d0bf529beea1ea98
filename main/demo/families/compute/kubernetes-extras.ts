import { madeBy } from '../../seeds/kubernetes-made.ts';
import { accepted, bodyOf, type Call, noContent, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listOf, type Row, textOf } from '../../world/table.ts';
import { dayMs, isoOf, later } from '../../world/world.ts';
import type { Family } from '../family.ts';

const path = '/v2/kubernetes/clusters';
const clusterIn = (call: Call): Row => rowIn(call, path, call.path.cluster_id);
const lintOf = (cluster: Row) => `${path}/${textOf(cluster, 'id')}/#lint`;

/** What a cluster made by itself: for its ingress and its claims. */
function associated(call: Call): Reply {
  const cluster = clusterIn(call);
  const made = (kind: string, name: string): Row => ({
    id: call.team.random('made', kind, textOf(cluster, 'id'), name).uuid(),
    name,
  });
  const listed = madeBy(call.team, cluster);
  if (listed) return ok({ ...listed, volume_snapshots: [] });
  return ok({
    load_balancers: [made('load balancer', `${textOf(cluster, 'name')}-ingress`)],
    volumes: ['data', 'cache'].map((name) => made('volume', `pvc-${textOf(cluster, 'name')}-${name}`)),
    volume_snapshots: [],
  });
}

function destroy(call: Call): Reply {
  const { id } = clusterIn(call);
  const table = call.team.table(path);
  for (const one of listOf(bodyOf(call), 'load_balancers')) call.team.table('/v2/load_balancers').remove(one);
  for (const one of listOf(bodyOf(call), 'volumes')) call.team.table('/v2/volumes').remove(one);
  table.change(id, { status: { state: 'deleting', message: '' } });
  later(call.world, 12_000, () => {
    table.remove(id);
    call.team.forgetBelow(`${path}/${String(id)}`);
  });
  return noContent();
}

const diagnostics = [
  ['latest-tag', 'warning', "Avoid using latest tag for container 'web'"],
  ['resource-requirements', 'warning', "Set resource requests and limits for container 'web'"],
  ['privileged-containers', 'error', "Privileged container 'agent' found"],
].map(([check_name, severity, message]) => ({
  check_name,
  severity,
  message,
  object: { name: 'web', kind: 'pod', namespace: 'default' },
}));

function runLint(call: Call): Reply {
  const place = lintOf(clusterIn(call));
  const run_id = call.team.random('lint', call.world.nextId()).uuid();
  const requested_at = isoOf(call.world.now());
  call.team.keep(place, { run_id, requested_at, diagnostics: [] });
  later(call.world, 10_000, () =>
    call.team.keep(place, { run_id, requested_at, completed_at: isoOf(call.world.now()), diagnostics }),
  );
  return accepted({ run_id });
}

function lintResult(call: Call): Reply {
  const cluster = clusterIn(call);
  const at = isoOf(call.world.startMs - 30 * dayMs);
  const run_id = call.team.random('first lint', textOf(cluster, 'id')).uuid();
  return ok(call.team.document(lintOf(cluster), () => ({ run_id, requested_at: at, completed_at: at, diagnostics })));
}

const changeRegistries =
  (change: (registries: readonly unknown[], given: readonly unknown[]) => unknown[]) =>
  (call: Call): Reply => {
    const table = call.team.table(path);
    for (const id of listOf(bodyOf(call), 'cluster_uuids')) {
      const registries = change(listOf(table.find(id), 'registries'), listOf(bodyOf(call), 'registries'));
      table.change(id, { registries, registry_enabled: registries.length > 0 });
    }
    return noContent();
  };

/** What clusters do beside running: checks, registries, and going with what they made. */
export const kubernetesExtras: Family = {
  handlers: {
    kubernetes_list_associatedResources: associated,
    kubernetes_destroy_associatedResourcesSelective: destroy,
    kubernetes_destroy_associatedResourcesDangerous: destroy,
    kubernetes_run_clusterLint: runLint,
    kubernetes_get_clusterLintResults: lintResult,
    kubernetes_add_registries: changeRegistries((now, given) => [...new Set([...now, ...given])]),
    kubernetes_remove_registries: changeRegistries((now, given) => now.filter((one) => !given.includes(one))),
  },
};
