import { afterEach, describe, expect, it } from 'vitest';
import type { JobValues } from '../../../preload/contract/job.ts';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'kubernetes_list_clusters';
const clusters = '/v2/kubernetes/clusters';
const cluster = (world: World, name: string) => idIn(world, clusters, name);
const at = (world: World, name: string, rest = '') => `${clusters}/${cluster(world, name)}${rest}`;
const poolRow = (world: World, name: string) => rowIn(world, at(world, 'harbour', '/node_pools'), name);
const onPool = (world: World, thing: string, job: string, values = {}) => ({
  familyId: 'kubernetes_list_nodePools',
  parent: { cluster_id: cluster(world, 'harbour') },
  thing,
  job,
  values,
});
const pool = (world: World, name: string) => at(world, 'harbour', `/node_pools/${String(poolRow(world, name).id)}`);
const firstNode = (world: World) =>
  (poolRow(world, 'general').nodes as { id: string; name: string }[])[0] ?? { id: '', name: '' };

describeJobs('kubernetes', [
  {
    does: 'upgrade harbour to 1.34.1',
    how: () => ({ familyId, thing: 'harbour', job: 'upgrade' }),
    sends: (world) => [[`POST ${at(world, 'harbour', '/upgrade')}`, { version: '1.34.1-do.0' }]],
    says: 'harbour is being upgraded to 1.34.1.',
  },
  {
    does: 'scale pool general to 4',
    how: (world) => onPool(world, 'general', 'scale', { count: 4 }),
    sends: (world) => [
      [
        `PUT ${pool(world, 'general')}`,
        {
          name: 'general',
          count: 4,
          tags: ['k8s', 'k8s:worker'],
          labels: {},
          taints: [],
          auto_scale: false,
          min_nodes: 0,
          max_nodes: 0,
        },
      ],
    ],
    says: 'general goes from 3 to 4 nodes, $48.00 a month more.',
  },
  {
    does: 'let pool general grow from 2 to 6',
    how: (world) => onPool(world, 'general', 'scale', { mode: 'auto', min: 2, max: 6 }),
    sends: (world) => [
      [
        `PUT ${pool(world, 'general')}`,
        expect.objectContaining({ count: 3, auto_scale: true, min_nodes: 2, max_nodes: 6 }) as unknown,
      ],
    ],
    says: 'general has from 2 to 6 nodes, as many as are needed.',
  },
  {
    does: 'delete pool batch',
    how: (world) => onPool(world, 'batch', 'delete'),
    sends: (world) => [[`DELETE ${pool(world, 'batch')}`, null]],
    says: 'The pool batch is being deleted.',
  },
  {
    does: 'add a pool',
    how: () => ({ familyId, thing: 'harbour', job: 'add-pool', values: { name: 'spare', size: 'c-2', count: 1 } }),
    sends: (world) => [[`POST ${at(world, 'harbour', '/node_pools')}`, { name: 'spare', size: 'c-2', count: 1 }]],
    says: 'harbour gets a pool spare of 1 node.',
  },
  {
    does: 'disconnect the registry',
    how: () => ({ familyId, thing: 'harbour', job: 'disconnect-registry' }),
    sends: (world) => [
      ['DELETE /v2/kubernetes/registries', { cluster_uuids: [cluster(world, 'harbour')], registries: ['harbour'] }],
    ],
    says: 'harbour no longer pulls the images of harbour.',
  },
  {
    does: 'connect a registry to lab',
    how: () => ({ familyId, thing: 'lab', job: 'connect-registry' }),
    sends: (world) => [['POST /v2/kubernetes/registries', { cluster_uuids: [cluster(world, 'lab')], registries: ['harbour'] }]],
    says: 'lab can pull the images of harbour.',
  },
  {
    does: 'check harbour',
    how: () => ({ familyId, thing: 'harbour', job: 'check' }),
    sends: (world) => [[`POST ${at(world, 'harbour', '/clusterlint')}`, {}]],
    says: 'harbour is being checked.',
  },
  {
    does: 'destroy lab and keep its volumes',
    how: () => ({ familyId, thing: 'lab', job: 'destroy' }),
    sends: (world) => [
      [
        `DELETE ${at(world, 'lab', '/destroy_with_associated_resources/selective')}`,
        { load_balancers: [], volumes: [], volume_snapshots: [] },
      ],
    ],
    says: 'lab is being destroyed.',
  },
]);

describe('the jobs of kubernetes', () => {
  afterEach(endAll);

  const doOn = (world: World, thing: string, job: string, values = {}) => doJob(world, { familyId, thing, job, values });

  /** Ids of the load balancers that the cluster lab made. */
  async function offered(world: World): Promise<string[]> {
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const row = rowIn(world, clusters, 'lab');
    const thing = { connectionId, familyId, id: String(row.id), parent: {}, row };
    const opened = await world.buoy.calls.openJob({ name: 'destroy', thing });
    const [field] = opened.ok ? opened.value.fields : [];
    return field?.kind === 'choices' ? field.choices.map(({ value }) => value) : [];
  }

  it('save the kubeconfig of harbour as a file, and send nothing but a read', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent, form } = await doOn(world, 'harbour', 'kubeconfig');
    expect(form.lines[0]).toBe('Whoever has the file can act on the cluster until it ends.');
    expect(sent).toEqual([]);
    const file = world.buoy.takeDownload(result.ok ? (result.value.downloadId ?? '') : '');
    expect(file?.suggestedName).toBe('harbour-kubeconfig.yaml');
    expect(new TextDecoder().decode(file?.bytes)).toMatch(/^apiVersion: v1\n.*current-context: do-fra1-harbour\n/s);
  });

  it('copy the command that connects kubectl', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doOn(world, 'harbour', 'copy-command');
    const text = `doctl kubernetes cluster kubeconfig save ${cluster(world, 'harbour')}`;
    expect(result).toMatchObject({ ok: true, value: { copy: { text } } });
  });

  it('move the maintenance window and leave everything else of the cluster', async () => {
    const world = await connected({ seed: 7 });
    const before = rowIn(world, clusters, 'harbour');
    const { sent } = await doOn(world, 'harbour', 'window', { day: 'sunday', start: '03:00', isAutomatic: true });
    expect(sent).toMatchObject([
      {
        method: 'PUT',
        body: {
          name: 'harbour',
          tags: before.tags,
          ha: true,
          auto_upgrade: true,
          surge_upgrade: true,
          maintenance_policy: { day: 'sunday', start_time: '03:00' },
        },
      },
    ]);
    expect(rowIn(world, clusters, 'harbour')).toMatchObject({ tags: before.tags, node_pools: before.node_pools, ha: true });
  });

  it('let only some addresses reach the API, where the cluster tells who does', async () => {
    const world = await connected({ seed: 7 });
    const { sent } = await doOn(world, 'harbour', 'api-access', { isOn: true, addresses: '203.0.113.7\n198.51.100.0/24' });
    const control_plane_firewall = { enabled: true, allowed_addresses: ['203.0.113.7', '198.51.100.0/24'] };
    expect(sent).toMatchObject([{ method: 'PUT', body: { control_plane_firewall } }]);
    const wrong = await doOn(world, 'harbour', 'api-access', { isOn: true, addresses: 'home' });
    expect(wrong).toMatchObject({ sent: [], result: { ok: false, failure: { field: 'addresses' } } });
  });

  it('follow a check, and tell what it found', async () => {
    const world = await connected({ seed: 7 });
    await doOn(world, 'harbour', 'check');
    await world.pass(30_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'check');
    expect(row).toMatchObject({ status: 'completed' });
    const { result } = await doOn(world, 'harbour', 'check-result');
    expect(result).toMatchObject({ ok: true, value: { message: 'The last check of harbour found 1 error and 2 warnings.' } });
  });

  it('install an app by its name', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doOn(world, 'harbour', 'install', { apps: [] });
    const [field] = form.fields;
    const [app] = field?.kind === 'choices' ? field.choices : [];
    const { sent } = await doOn(world, 'harbour', 'install', { apps: [app?.value] });
    const body = { addon_slugs: [app?.value], cluster_uuid: cluster(world, 'harbour') };
    expect(sent).toMatchObject([{ method: 'POST', path: '/v2/1-clicks/kubernetes', body }]);
  });

  it('offer what a cluster made with none of it ticked, and destroy what was ticked', async () => {
    const world = await connected({ seed: 7 });
    const balancers = await offered(world);
    const { form, sent } = await doOn(world, 'lab', 'destroy', { load_balancers: balancers });
    expect(form).toMatchObject({
      typeToConfirm: 'lab',
      fields: [
        { name: 'load_balancers', value: [] },
        { name: 'volumes', value: [] },
      ],
    });
    expect(sent).toMatchObject([{ body: { load_balancers: balancers, volumes: [], volume_snapshots: [] } }]);
    await world.pass(60_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'destroy');
    expect(row).toMatchObject({ status: 'completed', title: 'Destroyed kubernetes lab' });
  });

  it.each([
    ['replace-node', { isAtOnce: false }, '?replace=1', 'replaced'],
    ['remove-node', { isAtOnce: true }, '?skip_drain=1', 'removed'],
  ])('%s, drained or at once', async (job, values, query, did) => {
    const world = await connected({ seed: 7 });
    const { id, name } = firstNode(world);
    const path = `${pool(world, 'general')}/nodes/${id}${query}`;
    const { sent, result } = await doJob(world, onPool(world, 'general', job, { node: id, ...values }));
    expect(sent).toMatchObject([{ method: 'DELETE', path, body: null }]);
    expect(result).toMatchObject({ ok: true, value: { message: `${name} of general is being ${did}.` } });
  });

  it('keep the only pool of a cluster', async () => {
    const world = await connected({ seed: 7 });
    const only = { ...onPool(world, 'default', 'delete'), parent: { cluster_id: cluster(world, 'lab') } };
    await expect(doJob(world, only)).rejects.toThrow('It is the only pool, and a cluster needs one.');
  });

  it('follow a pool until all its nodes run', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, onPool(world, 'general', 'scale', { count: 4 }));
    await world.pass(90_000);
    const [row] = (await world.view()).tables.actions.filter(({ type }) => type === 'scale');
    expect(row).toMatchObject({ status: 'completed', title: 'Scaled node pool general' });
  });
});

describe('labels and taints of a pool', () => {
  afterEach(endAll);

  const doing = (world: World, values: JobValues) => ({
    familyId: 'kubernetes_list_nodePools',
    parent: { cluster_id: idIn(world, '/v2/kubernetes/clusters', 'harbour') },
    thing: 'general',
    job: 'labels',
    values,
  });

  it('are written one a line, and everything else of the pool stays', async () => {
    const world = await connected({ seed: 7 });
    const { sent, weight, result } = await doJob(
      world,
      doing(world, { labels: 'disk=ssd\nedge', taints: 'gpu=true:NoSchedule' }),
    );
    expect(sent.map(({ body }) => body)).toEqual([
      {
        name: 'general',
        count: 3,
        tags: ['k8s', 'k8s:worker'],
        labels: { disk: 'ssd', edge: '' },
        taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }],
        auto_scale: false,
        min_nodes: 0,
        max_nodes: 0,
      },
    ]);
    expect(weight?.level).toBe('normal');
    expect(result).toMatchObject({ ok: true, value: { message: 'general has 2 labels and 1 taint.' } });
    const less = await doJob(world, doing(world, { labels: 'edge=', taints: 'gpu=true:NoSchedule' }));
    expect(less.weight).toMatchObject({ level: 'disruptive', lines: ['Pods that go by disk=ssd may find no node.'] });
  });

  it('that drive pods away are said before', async () => {
    const world = await connected({ seed: 7 });
    const { weight } = await doJob(world, doing(world, { taints: 'gpu=true:NoExecute' }));
    expect(weight).toMatchObject({
      level: 'disruptive',
      lines: ['Pods that do not tolerate gpu=true:NoExecute leave its nodes.'],
    });
  });

  it.each([
    ['labels', 'two words', 'two words is no label: write it as disk=ssd.'],
    ['taints', 'gpu=true:Never', 'gpu=true:Never is no taint: write it as gpu=true:NoSchedule'],
  ])('are refused at their field where they are none: %s', async (field, typed, message) => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await doJob(world, doing(world, { [field]: typed }));
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ ok: false, failure: { field, message: expect.stringContaining(message) } });
  });
});
