import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
afterAll(() => demo.close());

describe('references', () => {
  it('lead to things that exist', async () => {
    const ids = (path: string, property = 'id') => new Set(demo.rows(path).map((row) => row[property]));
    // The nodes of clusters are droplets that the demo lists in their pools alone.
    const nodes = demo
      .rows('/v2/kubernetes/clusters')
      .flatMap(({ node_pools }) =>
        (node_pools as { nodes: { droplet_id: string }[] }[]).flatMap((pool) => pool.nodes.map((one) => Number(one.droplet_id))),
      );
    const droplets = new Set([...ids('/v2/droplets'), ...nodes]);
    const volumes = ids('/v2/volumes');
    const vpcs = ids('/v2/vpcs');
    for (const row of demo.rows('/v2/droplets')) {
      expect(vpcs).toContain(row.vpc_uuid);
      for (const id of row.volume_ids as string[]) expect(volumes).toContain(id);
      for (const id of row.snapshot_ids as number[]) expect(ids('/v2/snapshots')).toContain(String(id));
    }
    for (const path of ['/v2/volumes', '/v2/firewalls', '/v2/load_balancers']) {
      for (const row of demo.rows(path)) for (const id of row.droplet_ids as number[]) expect(droplets).toContain(id);
    }
    for (const { entities } of demo.rows('/v2/monitoring/alerts'))
      for (const id of entities as string[]) expect(droplets).toContain(Number(id));
    const standard = demo.rows('/v2/projects')[0];
    const { resources } = (await demo.get(`/v2/projects/${standard?.id}/resources?per_page=200`)).json;
    for (const { links } of resources) expect((await demo.get(links.self.slice(demo.baseUrl.length))).status).toBe(200);
  });

  it('show both sides of a volume', async () => {
    const volume = demo.rows('/v2/volumes').find(({ name }) => name === 'web-assets');
    const droplet = demo.rows('/v2/droplets').find(({ name }) => name === 'web-01');
    expect([volume?.droplet_ids, droplet?.volume_ids]).toEqual([[droplet?.id], [volume?.id]]);
  });

  it('leave some families of the smaller teams empty', async () => {
    const total = async (path: string, index: number) => (await demo.get(path, demo.tokens[index]?.token)).json.meta.total;
    expect(await total('/v2/kubernetes/clusters', 0)).toBeGreaterThan(0);
    expect(await total('/v2/kubernetes/clusters', 1)).toBe(0);
    expect(await total('/v2/apps', 2)).toBe(0);
    expect(await total('/v2/volumes', 2)).toBe(0);
  });
});
