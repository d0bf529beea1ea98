import { vpcId } from '../../seeds/attachments.ts';
import { accepted, bodyOf, type Call, ok, type Reply, rowIn } from '../../wire/call.ts';
import { notFound } from '../../wire/problem.ts';
import { isRow, listOf, type Row, rowOf, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf, later, type World } from '../../world/world.ts';
import type { Family, Ground } from '../family.ts';

const path = '/v2/kubernetes/clusters';
const pools = `${path}/{cluster_id}/node_pools`;
const versions = ['1.34.1-do.0', '1.33.6-do.0', '1.33.5-do.1', '1.32.9-do.2'];
const running = { state: 'running', message: '' };

function nodes(team: Team, pool: string, count: number, bornMs: number, state = 'running'): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const random = team.random('node', pool, index);
    const at = isoOf(bornMs);
    return {
      id: random.uuid(),
      name: `${pool}-${random.hex(5)}`,
      status: { state, message: '' },
      droplet_id: String(random.whole(470_000_000, 479_999_999)),
      created_at: at,
      updated_at: at,
    };
  });
}

function seedClusters({ team, world }: Ground): Row[] {
  if (team.breadth !== 'full') return [];
  return [
    {
      name: 'harbour',
      version: '1.33.5-do.1',
      region: 'fra1',
      sizes: [
        ['general', 's-4vcpu-8gb', 3],
        ['batch', 'c-4', 2],
      ] as const,
      ha: true,
    },
    { name: 'lab', version: '1.34.1-do.0', region: 'ams3', sizes: [['default', 's-2vcpu-4gb', 2]] as const, ha: false },
  ].map(({ name, version, region, sizes, ha }, index) => {
    const random = team.random('cluster', name);
    const id = random.uuid();
    const bornMs = world.startMs - (250 - index * 200) * dayMs;
    return {
      id,
      name,
      region,
      version,
      cluster_subnet: '10.244.0.0/16',
      service_subnet: '10.245.0.0/16',
      vpc_uuid: vpcId(team, region),
      ipv4: `203.0.113.${210 + index}`,
      endpoint: `https://${id}.k8s.example.com`,
      tags: ['k8s', `k8s:${id}`],
      node_pools: sizes.map(([pool, size, count]) => poolRow(team, pool, size, count, bornMs)),
      maintenance_policy: { day: 'tuesday', start_time: '04:00', duration: '4h0m0s' },
      auto_upgrade: name === 'harbour',
      status: running,
      created_at: isoOf(bornMs),
      updated_at: isoOf(bornMs + dayMs),
      surge_upgrade: true,
      ha,
      registry_enabled: ha,
      registries: ha ? ['harbour'] : [],
    };
  });
}

function poolRow(team: Team, name: string, size: string, count: number, bornMs: number): Row {
  const id = team.random('pool', name).uuid();
  return {
    id,
    name,
    size,
    count,
    tags: ['k8s', 'k8s:worker'],
    labels: {},
    taints: [],
    auto_scale: false,
    min_nodes: 0,
    max_nodes: 0,
    nodes: nodes(team, name, count, bornMs),
  };
}

/** The pools in a cluster's own row are those of the pools' table. */
function mirror(team: Team, clusterId: unknown): void {
  team.table(path).change(clusterId, { node_pools: team.table(`${path}/${clusterId}/node_pools`).list() });
}

/** New nodes are being provisioned for a while. */
function provision(world: World, team: Team, clusterId: unknown, pool: Row): Row {
  const table = team.table(`${path}/${clusterId}/node_pools`);
  const count = Number(pool.count ?? 1);
  const name = textOf(pool, 'name');
  later(world, 15_000, () => {
    table.change(pool.id, { nodes: nodes(team, name, count, world.now()) });
    mirror(team, clusterId);
  });
  return { ...pool, nodes: nodes(team, name, count, world.now(), 'provisioning') };
}

function bornCluster({ team, world }: Call, row: Row): Row {
  const id = row.id;
  const wanted = listOf(row, 'node_pools').filter(isRow);
  const made = wanted.map((pool, index) => {
    const uuid = team.random('new pool', textOf(row, 'id'), index).uuid();
    return {
      id: uuid,
      tags: [],
      labels: {},
      taints: [],
      auto_scale: false,
      count: 1,
      ...pool,
      nodes: nodes(team, textOf(pool, 'name'), Number(pool.count ?? 1), world.now(), 'provisioning'),
    };
  });
  later(world, 25_000, () => {
    const done = made.map((pool) => ({ ...pool, nodes: nodes(team, textOf(pool, 'name'), Number(pool.count), world.now()) }));
    team
      .table(path)
      .change(id, { status: running, endpoint: `https://${id}.k8s.example.com`, ipv4: '203.0.113.220', node_pools: done });
    for (const pool of done) team.table(`${path}/${id}/node_pools`).add(pool);
  });
  return { ...row, status: { state: 'provisioning', message: 'provisioning' }, endpoint: '', ipv4: '', node_pools: made };
}

function upgrade(call: Call): Reply {
  const cluster = rowIn(call, path, call.path.cluster_id);
  const table = call.team.table(path);
  table.change(cluster.id, { status: { state: 'upgrading', message: 'upgrading' } });
  later(call.world, 40_000, () => table.change(cluster.id, { status: running, version: bodyOf(call).version ?? versions[0] }));
  return accepted();
}

function deleteNode(call: Call): Reply {
  const { cluster_id, node_pool_id, node_id } = call.path;
  const pool = rowIn(call, `${path}/${cluster_id}/node_pools`, node_pool_id);
  const left = listOf(pool, 'nodes').filter((node) => isRow(node) && node.id !== node_id);
  if (left.length === listOf(pool, 'nodes').length) throw notFound();
  call.team.table(`${path}/${cluster_id}/node_pools`).change(pool.id, { nodes: left, count: left.length });
  mirror(call.team, cluster_id);
  return accepted();
}

function kubeconfig(call: Call): Reply {
  const cluster = rowIn(call, path, call.path.cluster_id);
  const name = `do-${textOf(cluster, 'region')}-${textOf(cluster, 'name')}`;
  const random = call.team.random('kubeconfig', textOf(cluster, 'id'));
  const authority = Buffer.from(`demo authority ${random.hex(32)}`).toString('base64');
  const lines = [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    `- name: ${name}`,
    '  cluster:',
    `    certificate-authority-data: ${authority}`,
    `    server: ${textOf(cluster, 'endpoint')}`,
    'contexts:',
    `- name: ${name}`,
    '  context:',
    `    cluster: ${name}`,
    `    user: ${name}-admin`,
    `current-context: ${name}`,
    'users:',
    `- name: ${name}-admin`,
    '  user:',
    `    token: demo-${random.hex(40)}`,
  ];
  return { status: 200, mediaType: 'application/yaml', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

function options(): Reply {
  const named = (slug: string) => ({ name: slug, slug });
  return ok({
    options: {
      regions: [
        ['Frankfurt 1', 'fra1'],
        ['Amsterdam 3', 'ams3'],
        ['New York 3', 'nyc3'],
      ].map(([name, slug]) => ({ name, slug })),
      versions: versions.map((slug) => ({
        slug,
        kubernetes_version: slug.split('-')[0],
        supported_features: ['cluster-autoscaler', 'docr-integration', 'ha-control-plane', 'token-authentication'],
      })),
      sizes: ['s-2vcpu-4gb', 's-4vcpu-8gb', 'c-2', 'c-4', 'g-2vcpu-8gb'].map(named),
    },
  });
}

function upgrades(call: Call): Reply {
  const cluster = rowIn(call, path, call.path.cluster_id);
  const newer = versions.slice(0, Math.max(0, versions.indexOf(textOf(cluster, 'version'))));
  return ok({
    available_upgrade_versions: newer.map((slug) => ({
      slug,
      kubernetes_version: slug.split('-')[0],
      supported_features: ['cluster-autoscaler'],
    })),
  });
}

export const kubernetes: Family = {
  seeds: {
    [path]: seedClusters,
    [pools]: ({ team, parents: [id] }) => listOf(team.table(path).find(id), 'node_pools').filter(isRow),
  },
  effects: {
    [path]: {
      born: bornCluster,
      // The API sets how long a maintenance may last.
      changed: ({ team }, row) => {
        const before = rowOf(team.table(path).find(row.id), 'maintenance_policy');
        return { maintenance_policy: { ...before, ...rowOf(row, 'maintenance_policy') } };
      },
    },
    [pools]: {
      born: ({ team, world, path: values }, row) => {
        // The pool is added to its table right after this, and its cluster shows it from then on.
        later(world, 1, () => mirror(team, values.cluster_id));
        return provision(world, team, values.cluster_id, row);
      },
      changed: ({ team, world, path: values }, row) => {
        later(world, 1, () => mirror(team, values.cluster_id));
        if (listOf(row, 'nodes').length === Number(row.count)) return {};
        return { nodes: provision(world, team, values.cluster_id, row).nodes };
      },
      gone: ({ team, path: values }) => mirror(team, values.cluster_id),
    },
  },
  handlers: {
    kubernetes_get_kubeconfig: kubeconfig,
    kubernetes_upgrade_cluster: upgrade,
    kubernetes_delete_node: deleteNode,
    kubernetes_list_options: options,
    kubernetes_get_availableUpgrades: upgrades,
  },
};
