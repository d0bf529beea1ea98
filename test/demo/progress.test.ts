import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest, dropletId } from './asking.ts';

let demo: AskedDemo;
beforeEach(async () => {
  demo = await demoForTest();
});
afterEach(() => demo.close());

/** The values seen by looking every second, without repeats. */
async function seenWhile(seconds: number, look: () => Promise<unknown>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const value = await look();
    if (seen.at(-1) !== value) seen.push(value);
    demo.advance(1_000);
  }
  return seen;
}

describe('long-running things', () => {
  it('a database is created, then online', async () => {
    const body = { name: 'fresh', engine: 'pg', version: '17', num_nodes: 1, size: 'db-s-1vcpu-1gb', region: 'fra1' };
    const { id } = (await demo.ask('POST', '/v2/databases', { body })).json.database;
    expect(await seenWhile(30, async () => (await demo.get(`/v2/databases/${id}`)).json.database.status)).toEqual([
      'creating',
      'online',
    ]);
  });

  it('a database resizes, then is online with its new size', async () => {
    const id = demo.rows('/v2/databases')[0]?.id;
    expect((await demo.ask('PUT', `/v2/databases/${id}/resize`, { body: { size: 'db-s-4vcpu-8gb', num_nodes: 2 } })).status).toBe(
      202,
    );
    expect(await seenWhile(40, async () => (await demo.get(`/v2/databases/${id}`)).json.database.status)).toEqual([
      'resizing',
      'online',
    ]);
    expect((await demo.get(`/v2/databases/${id}`)).json.database.size).toBe('db-s-4vcpu-8gb');
  });

  it('a cluster is provisioned with its nodes, then running', async () => {
    const body = {
      name: 'fresh',
      region: 'fra1',
      version: 'latest',
      node_pools: [{ size: 's-2vcpu-4gb', name: 'first', count: 2 }],
    };
    const { id } = (await demo.ask('POST', '/v2/kubernetes/clusters', { body })).json.kubernetes_cluster;
    const path = `/v2/kubernetes/clusters/${id}`;
    expect(await seenWhile(40, async () => (await demo.get(path)).json.kubernetes_cluster.status.state)).toEqual([
      'provisioning',
      'running',
    ]);
    const [pool] = (await demo.get(`${path}/node_pools`)).json.node_pools;
    expect(pool.nodes.map(({ status }: { status: { state: string } }) => status.state)).toEqual(['running', 'running']);
    await demo.ask('POST', `${path}/node_pools`, { body: { size: 'c-4', name: 'second', count: 1 } });
    demo.advance(20_000);
    const names = (await demo.get(path)).json.kubernetes_cluster.node_pools.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['first', 'second']);
  });

  it('a load balancer is new without an address, then active', async () => {
    const body = {
      name: 'fresh',
      region: 'fra1',
      forwarding_rules: [{ entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 }],
    };
    const made = (await demo.ask('POST', '/v2/load_balancers', { body })).json.load_balancer;
    expect([made.status, made.ip]).toEqual(['new', '']);
    expect(await seenWhile(20, async () => (await demo.get(`/v2/load_balancers/${made.id}`)).json.load_balancer.status)).toEqual([
      'new',
      'active',
    ]);
  });

  it('a deployment goes through its phases and supersedes the one before', async () => {
    const app = demo.rows('/v2/apps')[0];
    const path = `/v2/apps/${app?.id}/deployments`;
    const before = (await demo.get(path)).json.deployments[0].id;
    const { id } = (await demo.ask('POST', path, { body: {} })).json.deployment;
    const phases = await seenWhile(30, async () => (await demo.get(`${path}/${id}`)).json.deployment.phase);
    expect(phases).toEqual(['PENDING_BUILD', 'BUILDING', 'PENDING_DEPLOY', 'DEPLOYING', 'ACTIVE']);
    expect((await demo.get(`${path}/${before}`)).json.deployment.phase).toBe('SUPERSEDED');
    expect((await demo.get(`/v2/apps/${app?.id}`)).json.app.active_deployment.id).toBe(id);
    expect((await demo.get(path)).json.deployments[0].id).toBe(id);
  });

  it('a cancelled deployment stays cancelled', async () => {
    const path = `/v2/apps/${demo.rows('/v2/apps')[0]?.id}/deployments`;
    const { id } = (await demo.ask('POST', path, { body: {} })).json.deployment;
    demo.advance(5_000);
    expect((await demo.ask('POST', `${path}/${id}/cancel`)).json.deployment.phase).toBe('CANCELED');
    demo.advance(60_000);
    expect((await demo.get(`${path}/${id}`)).json.deployment.phase).toBe('CANCELED');
    expect((await demo.ask('POST', `${path}/${id}/cancel`)).status).toBe(400);
  });

  it('an indexing job finishes and shows on its knowledge base', async () => {
    const base = demo.rows('/v2/gen-ai/knowledge_bases')[0]?.uuid;
    const { uuid } = (await demo.ask('POST', '/v2/gen-ai/indexing_jobs', { body: { knowledge_base_uuid: base } })).json.job;
    const phases = await seenWhile(30, async () => (await demo.get(`/v2/gen-ai/indexing_jobs/${uuid}`)).json.job.phase);
    expect(phases).toEqual(['BATCH_JOB_PHASE_PENDING', 'BATCH_JOB_PHASE_RUNNING', 'BATCH_JOB_PHASE_SUCCEEDED']);
    expect((await demo.get(`/v2/gen-ai/knowledge_bases/${base}`)).json.knowledge_base.last_indexing_job.uuid).toBe(uuid);
  });

  it('garbage collection runs only once at a time', async () => {
    const path = '/v2/registries/harbour/garbage-collection';
    expect((await demo.ask('POST', path, { body: {} })).status).toBe(201);
    expect((await demo.ask('POST', path, { body: {} })).status).toBe(409);
    const states = await seenWhile(25, async () => (await demo.get(path)).json.garbage_collection.status);
    expect(states).toEqual(['requested', 'scanning manifests', 'deleting unreferenced blobs', 'succeeded']);
    expect((await demo.get(`${path}s`)).json.garbage_collections).toHaveLength(2);
  });
});

describe('actions of other things', () => {
  it('a volume is detached and attached, and both sides show it', async () => {
    const volume = demo.rows('/v2/volumes').find(({ name }) => name === 'web-assets');
    const path = `/v2/volumes/${volume?.id}`;
    const [from, to] = [dropletId(demo, 'web-01'), dropletId(demo, 'web-02')];
    expect((await demo.ask('DELETE', path)).status).toBe(409);
    expect((await demo.ask('POST', `${path}/actions`, { body: { type: 'attach', droplet_id: to } })).status).toBe(422);
    const { action } = (await demo.ask('POST', `${path}/actions`, { body: { type: 'detach', droplet_id: from } })).json;
    expect(action).toMatchObject({ type: 'detach_volume', status: 'in-progress', resource_type: 'volume' });
    demo.advance(10_000);
    expect((await demo.get(`${path}/actions/${action.id}`)).json.action.status).toBe('completed');
    await demo.ask('POST', `${path}/actions`, { body: { type: 'attach', droplet_id: to } });
    demo.advance(10_000);
    expect((await demo.get(path)).json.volume.droplet_ids).toEqual([to]);
    expect((await demo.get(`/v2/droplets/${to}`)).json.droplet.volume_ids).toEqual([volume?.id]);
    expect((await demo.get(`/v2/droplets/${from}`)).json.droplet.volume_ids).toEqual([]);
  });

  it('a volume cannot be attached across regions, and can only grow', async () => {
    const volume = demo.rows('/v2/volumes').find(({ name }) => name === 'old-uploads');
    const path = `/v2/volumes/${volume?.id}/actions`;
    expect((await demo.ask('POST', path, { body: { type: 'attach', droplet_id: dropletId(demo, 'edge-sgp-01') } })).status).toBe(
      422,
    );
    expect((await demo.ask('POST', path, { body: { type: 'resize', size_gigabytes: 10 } })).status).toBe(422);
    expect((await demo.ask('POST', path, { body: { type: 'resize', size_gigabytes: 400 } })).status).toBe(202);
    demo.advance(60_000);
    expect(demo.rows('/v2/volumes').find(({ name }) => name === 'old-uploads')?.size_gigabytes).toBe(400);
  });

  it('a reserved IP is locked while it is assigned, under both of its names', async () => {
    const path = '/v2/reserved_ips/198.51.100.9';
    const body = { type: 'assign', droplet_id: dropletId(demo, 'web-02') };
    expect((await demo.ask('POST', `${path}/actions`, { body })).json.action.type).toBe('assign_ip');
    expect((await demo.ask('POST', `${path}/actions`, { body })).status).toBe(422);
    demo.advance(10_000);
    expect((await demo.get('/v2/floating_ips/198.51.100.9')).json.floating_ip.droplet.name).toBe('web-02');
    expect((await demo.ask('DELETE', path)).status).toBe(204);
  });

  it('an image is transferred to another region', async () => {
    const image = demo.rows('/v2/images').find(({ name }) => name === 'web-01-weekly');
    expect(
      (await demo.ask('POST', `/v2/images/${image?.id}/actions`, { body: { type: 'transfer', region: 'nyc3' } })).json.status,
    ).toBe('in-progress');
    demo.advance(40_000);
    expect((await demo.get(`/v2/images/${image?.id}`)).json.image.regions).toEqual(['fra1', 'nyc3']);
  });

  it('an NFS share grows, and snapshots are taken of it', async () => {
    const share = demo.rows('/v2/nfs')[0];
    const act = (body: object) => demo.ask('POST', `/v2/nfs/${share?.id}/actions`, { body });
    expect((await act({ type: 'resize', params: { size_gib: 2000 } })).json.action.status).toBe('IN_PROGRESS');
    await act({ type: 'snapshot', params: { name: 'now' } });
    demo.advance(10_000);
    expect((await demo.get(`/v2/nfs/${share?.id}`)).json.share.size_gib).toBe(2000);
    expect((await demo.get('/v2/nfs/snapshots')).json.snapshots.map(({ name }: { name: string }) => name)).toContain('now');
  });

  it('run as many times faster as asked', async () => {
    const quick = await demoForTest({ speed: 100 });
    const id = quick.elsewhere.startAction('web-01', 'snapshot');
    quick.advance(400);
    expect((await quick.get(`/v2/actions/${id}`)).json.action.status).toBe('completed');
    await quick.close();
  });
});
