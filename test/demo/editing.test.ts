import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
afterAll(() => demo.close());

describe('lists that belong to a thing', () => {
  it('a firewall gains and loses droplets, tags and rules', async () => {
    const firewall = demo.rows('/v2/firewalls').find(({ name }) => name === 'bastion');
    const own = `/v2/firewalls/${firewall?.id}`;
    const rule = { protocol: 'tcp', ports: '8443', sources: { addresses: ['203.0.113.1'] } };
    const edits: [string, string, object][] = [
      ['POST', 'droplets', { droplet_ids: [480_000_000] }],
      ['POST', 'tags', { tags: ['ops'] }],
      ['POST', 'rules', { inbound_rules: [rule] }],
    ];
    for (const [method, what, body] of edits) expect((await demo.ask(method, `${own}/${what}`, { body })).status).toBe(204);
    const grown = (await demo.get(own)).json.firewall;
    expect([grown.droplet_ids.length, grown.tags, grown.inbound_rules.length]).toEqual([2, ['ops'], 2]);
    for (const [, what, body] of edits) expect((await demo.ask('DELETE', `${own}/${what}`, { body })).status).toBe(204);
    const shrunk = (await demo.get(own)).json.firewall;
    expect([shrunk.droplet_ids.length, shrunk.tags, shrunk.inbound_rules.length]).toEqual([1, [], 1]);
  });

  it('a tag is put on things and taken off again', async () => {
    await demo.ask('POST', '/v2/tags', { body: { name: 'spring' } });
    const resources = [{ resource_id: '480000000', resource_type: 'droplet' }];
    await demo.ask('POST', '/v2/tags/spring/resources', { body: { resources } });
    expect((await demo.get('/v2/tags/spring')).json.tag.resources).toMatchObject({ count: 1, droplets: { count: 1 } });
    expect((await demo.get('/v2/droplets?tag_name=spring')).json.meta.total).toBe(1);
    expect((await demo.ask('DELETE', '/v2/tags/spring')).status).toBe(204);
    expect((await demo.get('/v2/droplets?tag_name=spring')).json.meta.total).toBe(0);
    expect((await demo.get('/v2/tags/spring')).status).toBe(404);
  });

  it('things move between projects by URN', async () => {
    const [standard, platform] = demo.rows('/v2/projects');
    const urn = 'do:droplet:480000000';
    const moved = await demo.ask('POST', `/v2/projects/${platform?.id}/resources`, {
      body: { resources: [urn, 'do:droplet:1'] },
    });
    expect(moved.json.resources.map(({ status }: { status: string }) => status)).toEqual(['assigned', 'not_found']);
    const urns = async (id: unknown) =>
      (await demo.get(`/v2/projects/${id}/resources?per_page=200`)).json.resources.map((one: { urn: string }) => one.urn);
    expect(await urns(platform?.id)).toEqual([urn]);
    expect(await urns(standard?.id)).not.toContain(urn);
    expect((await demo.ask('DELETE', `/v2/projects/${platform?.id}`)).status).toBe(412);
  });
});
