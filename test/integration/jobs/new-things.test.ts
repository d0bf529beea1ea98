import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn } from '../../doubles/core/acceptance.ts';
import { begunAtMs, connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob, openOn } from '../../doubles/core/run-job.ts';

const everyone = ['0.0.0.0/0', '::/0'];
const dropletId = async (world: World, name: string) => (await world.droplet(name)).id;
/** The day on which the account of the tests begins. */
const today = () => new Date(begunAtMs).toISOString().slice(0, 10);

describeJobs('a family: new things', [
  {
    does: 'make a volume with a file system',
    how: () => ({ familyId: 'volumes_list', job: 'new', values: { name: 'spool', size: 20, region: 'fra1', system: 'xfs' } }),
    sends: () => [['POST /v2/volumes', { name: 'spool', size_gigabytes: 20, region: 'fra1', filesystem_type: 'xfs' }]],
    says: 'Volume spool of 20 GiB was made in Frankfurt 1.',
  },
  {
    does: 'make a volume without a file system, where most droplets are and under a free name',
    how: () => ({ familyId: 'volumes_list', job: 'new', values: { system: 'none' } }),
    sends: () => [['POST /v2/volumes', { name: `volume-${today()}`, size_gigabytes: 100, region: 'fra1' }]],
    says: /^Volume volume-\S+ of 100 GiB was made in Frankfurt 1\.$/,
  },
  {
    does: 'add a domain that leads nowhere yet',
    how: () => ({ familyId: 'domains_list', job: 'new', values: { name: 'Harbour.example.org' } }),
    sends: () => [['POST /v2/domains', { name: 'harbour.example.org' }]],
    says: 'harbour.example.org is added. Enter its name servers where it is registered.',
  },
  {
    does: 'add a domain that leads to a droplet',
    how: () => ({ familyId: 'domains_list', job: 'new', values: { name: 'harbour.example.org', address: '203.0.113.31' } }),
    sends: () => [['POST /v2/domains', { name: 'harbour.example.org', ip_address: '203.0.113.31' }]],
    says: 'harbour.example.org is added, and leads to 203.0.113.31. Enter its name servers where it is registered.',
  },
  {
    does: 'make a firewall for a droplet, with SSH from an office and ping',
    how: async (world) => ({
      familyId: 'firewalls_list',
      job: 'new',
      values: {
        name: 'office',
        ports: ['22', 'icmp'],
        addresses: '198.51.100.0/24',
        droplets: [String(await dropletId(world, 'api-01'))],
      },
    }),
    sends: async (world) => [
      [
        'POST /v2/firewalls',
        {
          name: 'office',
          inbound_rules: [
            { protocol: 'tcp', ports: '22', sources: { addresses: ['198.51.100.0/24'] } },
            { protocol: 'icmp', ports: '0', sources: { addresses: ['198.51.100.0/24'] } },
          ],
          outbound_rules: ['tcp', 'udp', 'icmp'].map((protocol) => ({
            protocol,
            ports: '0',
            destinations: { addresses: everyone },
          })),
          droplet_ids: [await dropletId(world, 'api-01')],
        },
      ],
    ],
    says: 'Firewall office was made, and protects api-01.',
  },
  {
    does: 'reserve an address for a droplet',
    how: async (world) => ({
      familyId: 'reservedIPs_list',
      job: 'new',
      values: { droplet: String(await dropletId(world, 'api-01')) },
    }),
    sends: async (world) => [['POST /v2/reserved_ips', { droplet_id: await dropletId(world, 'api-01') }]],
    says: /^\S+ is being assigned to api-01\.$/,
  },
  {
    does: 'reserve an address for later',
    how: () => ({ familyId: 'reservedIPs_list', job: 'new', values: { kind: 'region', region: 'nyc3' } }),
    sends: () => [['POST /v2/reserved_ips', { region: 'nyc3' }]],
    says: /^\S+ is reserved in New York 3\.$/,
  },
  {
    does: 'reserve an IPv6 address',
    how: () => ({ familyId: 'reservedIPv6_list', job: 'new', values: { region: 'fra1' } }),
    sends: () => [['POST /v2/reserved_ipv6', { region_slug: 'fra1' }]],
    says: /^\S+ is reserved in Frankfurt 1\.$/,
  },
  {
    does: 'make a VPC with a range of its own',
    how: () => ({ familyId: 'vpcs_list', job: 'new', values: { name: 'quay', region: 'fra1', range: '10.77.0.0/20' } }),
    sends: () => [['POST /v2/vpcs', { name: 'quay', region: 'fra1', ip_range: '10.77.0.0/20' }]],
    says: 'VPC quay was made in Frankfurt 1.',
  },
  {
    does: 'make a load balancer with one rule',
    how: async (world) => ({
      familyId: 'loadBalancers_list',
      job: 'new',
      values: { name: 'api-front', region: 'fra1', droplets: [String(await dropletId(world, 'api-01'))], targetPort: 3000 },
    }),
    sends: async (world) => [
      [
        'POST /v2/load_balancers',
        {
          name: 'api-front',
          region: 'fra1',
          forwarding_rules: [{ entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 3000 }],
          droplet_ids: [await dropletId(world, 'api-01')],
        },
      ],
    ],
    says: 'api-front is being made. It forwards HTTP 80 → HTTP 3000, to api-01.',
  },
  {
    does: 'order a certificate',
    how: () => ({
      familyId: 'certificates_list',
      job: 'new',
      values: { name: 'quay', names: 'shop.example.com www.shop.example.com' },
    }),
    sends: () => [
      ['POST /v2/certificates', { name: 'quay', type: 'lets_encrypt', dns_names: ['shop.example.com', 'www.shop.example.com'] }],
    ],
    says: 'The certificate quay is being made.',
  },
  {
    does: 'make a CDN endpoint',
    how: () => ({
      familyId: 'cdn_list_endpoints',
      job: 'new',
      values: { origin: 'logs-2024.fra1.digitaloceanspaces.com', ttl: '60' },
    }),
    sends: () => [['POST /v2/cdn/endpoints', { origin: 'logs-2024.fra1.digitaloceanspaces.com', ttl: 60 }]],
    says: 'Files of logs-2024.fra1.digitaloceanspaces.com are kept for 1 min near whoever asks for them.',
  },
  {
    does: 'make an NFS share in the region of its VPC',
    how: (world) => ({
      familyId: 'nfs_list',
      job: 'new',
      values: { name: 'models', vpc: String(firstVpc(world).id), size: 200 },
    }),
    sends: (world) => [
      [
        'POST /v2/nfs',
        {
          name: 'models',
          size_gib: 200,
          region: firstVpc(world).region,
          vpc_ids: [firstVpc(world).id],
          performance_tier: 'standard',
        },
      ],
    ],
    says: /^Share models of 200 GiB is being made, for /,
  },
  {
    does: 'make a registry in the plan that the team has',
    how: () => ({ familyId: 'registries_list', job: 'new', values: { name: 'quay', region: 'fra1' } }),
    sends: () => [['POST /v2/registries', { name: 'quay', region: 'fra1' }]],
    says: 'Images can be pushed to registry.digitalocean.com/quay now.',
  },
  {
    does: 'make a namespace of functions',
    how: () => ({ familyId: 'functions_list_namespaces', job: 'new', values: { label: 'quay', region: 'fra1' } }),
    sends: () => [['POST /v2/functions/namespaces', { region: 'fra1', label: 'quay' }]],
    says: 'Namespace quay was made in Frankfurt 1.',
  },
  {
    does: 'make a database cluster',
    how: () => ({
      familyId: 'databases_list_clusters',
      job: 'new',
      values: {
        name: 'db-quay',
        engine: 'mysql',
        'version mysql': '8',
        'region mysql': 'fra1',
        'nodes mysql': '1',
        'size mysql 1': 'db-s-1vcpu-2gb',
      },
    }),
    sends: () => [
      [
        'POST /v2/databases',
        { name: 'db-quay', engine: 'mysql', version: '8', region: 'fra1', num_nodes: 1, size: 'db-s-1vcpu-2gb' },
      ],
    ],
    says: 'db-quay is being made: MySQL 8, 1 × 1 vCPU, 2 GB.',
  },
  {
    does: 'make a Kubernetes cluster with one pool',
    how: () => ({
      familyId: 'kubernetes_list_clusters',
      job: 'new',
      values: { name: 'quay', region: 'fra1', size: 's-2vcpu-4gb', count: 3, auto: true },
    }),
    sends: () => [
      [
        'POST /v2/kubernetes/clusters',
        {
          name: 'quay',
          region: 'fra1',
          version: '1.34.1-do.0',
          node_pools: [{ name: 'general', size: 's-2vcpu-4gb', count: 3 }],
          ha: false,
          auto_upgrade: true,
        },
      ],
    ],
    says: /^quay is being made in Frankfurt 1, with 3 nodes of 2 vCPU, 4 GB, \$24\.00 a month\.$/,
  },
  {
    does: 'make a droplet from a system',
    how: async (world) => ({
      familyId: 'droplets_list',
      job: 'new',
      values: { name: 'quay-01', region: 'fra1', system: 'ubuntu-24-04-x64', size: 's-1vcpu-1gb', keys: [await firstKey(world)] },
    }),
    sends: async (world) => [
      [
        'POST /v2/droplets',
        {
          name: 'quay-01',
          region: 'fra1',
          size: 's-1vcpu-1gb',
          image: 'ubuntu-24-04-x64',
          ssh_keys: [Number(await firstKey(world))],
        },
      ],
    ],
    says: 'quay-01 is being made from Ubuntu 24.04 (LTS) x64, for $6.00 a month.',
  },
]);

const firstVpc = (world: World) => world.demo.rows('/v2/vpcs', 'Harbour Works')[0] ?? {};
const firstKey = async (world: World) => String(world.demo.rows('/v2/account/keys', 'Harbour Works')[0]?.id);

describe('a list inside a thing', () => {
  afterEach(endAll);

  const cluster = (world: World, name: string) => ({ database_cluster_uuid: idIn(world, '/v2/databases', name) });
  const offers = async (world: World, familyId: string, parent: Record<string, string>) => {
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const offered = await world.buoy.calls.offerJobs({ thing: { connectionId, familyId, id: '', parent, row: {} } });
    return offered.ok ? offered.value.map(({ label }) => label) : [];
  };

  it('offers what makes one in it, and nothing that works on one', async () => {
    const world = await connected({ seed: 7 });
    expect(await offers(world, 'domains_list_records', { domain_name: 'shop.example.com' })).toEqual(['Add record…']);
    expect(await offers(world, 'databases_list_users', cluster(world, 'db-main'))).toEqual(['Add a user…']);
    expect(await offers(world, 'sshKeys_list', {})).toEqual(['Add key…']);
    expect(await offers(world, 'actions_list', {})).toEqual([]);
  });

  it('gets a record by the job of its domain', async () => {
    const world = await connected({ seed: 7 });
    const { form, sent, result } = await doJob(world, {
      familyId: 'domains_list_records',
      job: 'add-record',
      parent: { domain_name: 'shop.example.com' },
      values: { type: 'TXT', name: 'note', text: 'hello' },
    });
    expect(form.title).toBe('Add record: shop.example.com');
    const body = { type: 'TXT', name: 'note', data: 'hello', ttl: 1800 };
    expect(sent).toEqual([{ method: 'POST', path: '/v2/domains/shop.example.com/records', body }]);
    expect(result.ok).toBe(true);
  });

  it('gets a user with the rights that the engine of its cluster knows', async () => {
    const world = await connected({ seed: 7 });
    const { sent } = await doJob(world, {
      familyId: 'databases_list_users',
      job: 'add-user',
      parent: cluster(world, 'db-main'),
      values: { name: 'reader', replicates: true },
    });
    expect(sent).toEqual([
      {
        method: 'POST',
        path: `/v2/databases/${cluster(world, 'db-main').database_cluster_uuid}/users`,
        body: { name: 'reader', settings: { pg_allow_replication: true } },
      },
    ]);
  });

  it('refuses what the thing around it does not have', async () => {
    const world = await connected({ seed: 7 });
    const parent = cluster(world, 'sessions');
    await expect(doJob(world, { familyId: 'databases_list_connectionPools', job: 'add-pool', parent })).rejects.toThrow(
      'There is no job named add-pool here.',
    );
  });

  it('keeps a job that makes new things away from the things themselves', async () => {
    const world = await connected({ seed: 7 });
    await expect(doJob(world, { familyId: 'sshKeys_list', thing: 'laptop', job: 'new' })).rejects.toThrow('There is no job');
  });
});

describe('the name of a new thing that needs none in particular', () => {
  afterEach(endAll);

  it('is a free one already, which is typed over', async () => {
    const world = await connected({ seed: 7 });
    const parentOf = (path: string, named: string, parameter: string, field = 'id') => {
      const row = world.demo.rows(path, 'Harbour Works').find((one) => JSON.stringify(one).includes(named));
      return { [parameter]: String(row?.[field]) };
    };
    const share = parentOf('/v2/nfs', 'renders', 'share_id');
    const namespace = parentOf('/v2/functions/namespaces', 'namespace', 'namespace_id', 'namespace');
    const agent = parentOf('/v2/gen-ai/agents', 'name', 'agent_uuid', 'uuid');
    const made: readonly Doing[] = [
      { familyId: 'vectorDatabases_list', job: 'new' },
      { familyId: 'genai_list_custom_models', job: 'new' },
      { familyId: 'genai_list_openai_api_keys', job: 'new' },
      { familyId: 'images_list', job: 'new' },
      { familyId: 'nfs_list_access_points', job: 'add-access-point', parent: share },
      { familyId: 'functions_list_triggers', job: 'add-schedule', parent: namespace },
      { familyId: 'functionsAccessKey_list', job: 'add-key', parent: namespace },
      { familyId: 'genai_list_agent_api_keys', job: 'new-key', parent: agent },
    ];
    for (const doing of made) {
      const { fields } = await openOn(world, doing);
      expect(fields.find(({ name }) => name === 'name')?.value, doing.familyId).toMatch(new RegExp(`^[a-z]+-${today()}$`));
    }
  });
});
