import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest, dropletId } from './asking.ts';

let demo: AskedDemo;
beforeEach(async () => {
  demo = await demoForTest();
});
afterEach(() => demo.close());

const wanted = { name: 'web-04', region: 'fra1', size: 's-2vcpu-4gb', image: 'ubuntu-24-04-x64', tags: ['web'] };

describe('droplets', () => {
  it('have the fields of the API, with addresses from the ranges reserved for documentation', async () => {
    const { droplets } = (await demo.get('/v2/droplets')).json;
    const [first] = droplets;
    expect(first).toMatchObject({
      name: 'api-01',
      status: 'active',
      locked: false,
      vcpus: 2,
      memory: 8192,
      size: { price_monthly: 63 },
      region: { slug: 'fra1' },
      image: { slug: 'ubuntu-24-04-x64' },
    });
    for (const { networks } of droplets) {
      for (const { ip_address, type } of networks.v4)
        if (type === 'public') expect(ip_address).toMatch(/^(203\.0\.113|198\.51\.100|192\.0\.2)\./);
      for (const { ip_address } of networks.v6) expect(ip_address).toMatch(/^2001:db8:/);
    }
    const total = droplets.reduce((sum: number, { size }: { size: { price_monthly: number } }) => sum + size.price_monthly, 0);
    expect(total).toBe(504);
  });

  it.each([
    ['tag_name=web', ['web-01', 'web-02', 'web-03']],
    ['name=cache-01', ['cache-01']],
    ['type=gpus', []],
  ])('are filtered by %s', async (query, names) => {
    const { droplets } = (await demo.get(`/v2/droplets?${query}`)).json;
    expect(droplets.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it('are new and have no address until their action has completed', async () => {
    const { status, json } = await demo.ask('POST', '/v2/droplets', { body: wanted });
    expect([status, json.droplet.status, json.droplet.networks.v4.length]).toEqual([202, 'new', 1]);
    expect(json.links.actions[0].href).toContain(String(json.links.actions[0].id));
    demo.advance(25_000);
    const { droplet } = (await demo.get(`/v2/droplets/${json.droplet.id}`)).json;
    expect(droplet).toMatchObject({ status: 'active', locked: false, tags: ['web'] });
    expect(droplet.networks.v4).toHaveLength(2);
  });

  it('are created several at once from a list of names', async () => {
    const { name: _, ...rest } = wanted;
    const { json } = await demo.ask('POST', '/v2/droplets', { body: { ...rest, names: ['a-1', 'a-2'] } });
    expect(json.droplets.map(({ name }: { name: string }) => name)).toEqual(['a-1', 'a-2']);
    expect(json.links.actions).toHaveLength(2);
  });

  it.each([
    ['size', 'huge'],
    ['region', 'mars1'],
    ['image', 'none-such'],
    ['name', 'no spaces'],
  ])('are not created with an unknown %s', async (property, value) => {
    const answer = await demo.ask('POST', '/v2/droplets', { body: { ...wanted, [property]: value } });
    expect(answer.status).toBe(422);
    expect(demo.rows('/v2/droplets')).toHaveLength(14);
  });

  it("cannot exceed the account's droplet limit", async () => {
    const { account } = (await demo.get('/v2/account')).json;
    expect(account.droplet_limit).toBe(25);
    const { name: _, ...rest } = wanted;
    const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    expect((await demo.ask('POST', '/v2/droplets', { body: { ...rest, names: names('a', 10) } })).status).toBe(202);
    expect((await demo.ask('POST', '/v2/droplets', { body: { ...rest, names: names('b', 2) } })).status).toBe(422);
  });

  it('disappear at once when destroyed, and release what was attached to them', async () => {
    const id = dropletId(demo, 'web-01');
    expect((await demo.ask('DELETE', `/v2/droplets/${id}`)).status).toBe(204);
    expect((await demo.get(`/v2/droplets/${id}`)).status).toBe(404);
    expect(demo.rows('/v2/volumes').find(({ name }) => name === 'web-assets')?.droplet_ids).toEqual([]);
    expect(demo.rows('/v2/firewalls').flatMap(({ droplet_ids }) => droplet_ids)).not.toContain(id);
    expect((await demo.get('/v2/actions')).json.actions[0]).toMatchObject({ type: 'destroy', resource_id: id });
    expect((await demo.ask('DELETE', `/v2/droplets/${id}`)).status).toBe(404);
  });

  it('are destroyed by tag, and those without the tag stay', async () => {
    expect((await demo.ask('DELETE', '/v2/droplets?tag_name=web')).status).toBe(204);
    expect(demo.rows('/v2/droplets')).toHaveLength(11);
  });

  it('list their associated resources, and take them along only with the dangerous header', async () => {
    const path = `/v2/droplets/${dropletId(demo, 'web-01')}/destroy_with_associated_resources`;
    const { json } = await demo.get(path);
    expect(json.snapshots.map(({ name }: { name: string }) => name)).toEqual(['web-01-before-upgrade', 'web-01-weekly']);
    expect(json.volumes[0]).toMatchObject({ name: 'web-assets', cost: '10.00' });
    expect((await demo.get(`${path}/status`)).status).toBe(404);
    expect((await demo.ask('DELETE', `${path}/dangerous`, { headers: { 'X-Dangerous': 'false' } })).status).toBe(400);
    expect((await demo.ask('DELETE', `${path}/dangerous`, { headers: { 'X-Dangerous': 'true' } })).status).toBe(202);
    expect((await demo.get(`${path}/status`)).json.completed_at).toBeNull();
    demo.advance(4_000);
    const status = (await demo.get(`${path}/status`)).json;
    expect(status).toMatchObject({ failures: 0, droplet: { name: 'web-01' } });
    expect(status.completed_at).not.toBeNull();
    expect(demo.rows('/v2/snapshots').some(({ name }) => name === 'web-01-weekly')).toBe(false);
  });

  it('take along only the chosen resources', async () => {
    const path = `/v2/droplets/${dropletId(demo, 'web-01')}/destroy_with_associated_resources`;
    const [first] = (await demo.get(path)).json.snapshots;
    expect((await demo.ask('DELETE', `${path}/selective`, { body: { snapshots: [first.id] } })).status).toBe(202);
    demo.advance(4_000);
    expect(demo.rows('/v2/droplets').some(({ name }) => name === 'web-01')).toBe(false);
    expect(demo.rows('/v2/snapshots').filter(({ name }) => String(name).startsWith('web-01'))).toHaveLength(1);
    expect(demo.rows('/v2/volumes').some(({ name }) => name === 'web-assets')).toBe(true);
  });

  it('can go down by themselves, without an action', async () => {
    const before = demo.rows('/v2/actions').length;
    demo.elsewhere.goDown('api-01');
    expect((await demo.get('/v2/droplets?name=api-01')).json.droplets[0].status).toBe('off');
    expect(demo.rows('/v2/actions')).toHaveLength(before);
  });

  it('can be created and destroyed by others', async () => {
    const id = demo.elsewhere.createDroplet('theirs', 'Tidepool');
    expect((await demo.get(`/v2/droplets/${id}`, demo.tokens[1]?.token)).json.droplet.status).toBe('new');
    demo.elsewhere.destroyDroplet('docs-01', 'Tidepool');
    expect((await demo.get('/v2/droplets?name=docs-01', demo.tokens[1]?.token)).json.droplets).toEqual([]);
  });
});
