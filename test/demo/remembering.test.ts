import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest } from './asking.ts';

let demo: AskedDemo;
beforeAll(async () => {
  demo = await demoForTest();
});
afterAll(() => demo.close());

interface Case {
  family: string;
  path: string;
  list: string;
  root: string;
  id: string;
  body: Record<string, unknown>;
  change: { method: string; body: Record<string, unknown> };
  deleted: number;
}

const cases: Case[] = [
  {
    family: 'VPCs',
    path: '/v2/vpcs',
    list: 'vpcs',
    root: 'vpc',
    id: 'id',
    body: { name: 'mine', region: 'fra1' },
    change: { method: 'PATCH', body: { name: 'ours' } },
    deleted: 204,
  },
  {
    family: 'projects',
    path: '/v2/projects',
    list: 'projects',
    root: 'project',
    id: 'id',
    body: { name: 'mine', purpose: 'Tests' },
    change: { method: 'PATCH', body: { name: 'ours' } },
    deleted: 204,
  },
  {
    family: 'uptime checks',
    path: '/v2/uptime/checks',
    list: 'checks',
    root: 'check',
    id: 'id',
    body: { name: 'mine', type: 'https', target: 'https://a.example.com', regions: ['eu_west'], enabled: true },
    change: { method: 'PUT', body: { name: 'ours' } },
    deleted: 204,
  },
  {
    family: 'certificates',
    path: '/v2/certificates',
    list: 'certificates',
    root: 'certificate',
    id: 'id',
    body: { name: 'mine', type: 'lets_encrypt', dns_names: ['a.example.com'] },
    change: { method: '', body: {} },
    deleted: 204,
  },
  {
    family: 'databases',
    path: '/v2/databases',
    list: 'databases',
    root: 'database',
    id: 'id',
    body: { name: 'mine', engine: 'pg', version: '17', num_nodes: 1, size: 'db-s-1vcpu-1gb', region: 'fra1' },
    change: { method: '', body: {} },
    deleted: 204,
  },
  {
    family: 'functions',
    path: '/v2/functions/namespaces',
    list: 'namespaces',
    root: 'namespace',
    id: 'namespace',
    body: { region: 'fra1', label: 'mine' },
    change: { method: '', body: {} },
    deleted: 204,
  },
  {
    family: 'agents',
    path: '/v2/gen-ai/agents',
    list: 'agents',
    root: 'agent',
    id: 'uuid',
    body: { name: 'mine', region: 'tor1' },
    change: { method: 'PUT', body: { name: 'ours' } },
    deleted: 200,
  },
  {
    family: 'workspaces',
    path: '/v2/gen-ai/workspaces',
    list: 'workspaces',
    root: 'workspace',
    id: 'uuid',
    body: { name: 'mine' },
    change: { method: 'PUT', body: { name: 'ours' } },
    deleted: 200,
  },
  {
    family: 'NAT gateways',
    path: '/v2/vpc_nat_gateways',
    list: 'vpc_nat_gateways',
    root: 'vpc_nat_gateway',
    id: 'id',
    body: { name: 'mine', type: 'PUBLIC', region: 'fra1', size: 1, vpcs: [] },
    change: { method: 'PUT', body: { name: 'ours', size: 2 } },
    deleted: 202,
  },
  {
    family: 'alert policies',
    path: '/v2/monitoring/alerts',
    list: 'policies',
    root: 'policy',
    id: 'uuid',
    body: {
      type: 'v1/insights/droplet/cpu',
      description: 'mine',
      compare: 'GreaterThan',
      value: 70,
      window: '5m',
      entities: [],
      tags: [],
      alerts: { email: [], slack: [] },
      enabled: true,
    },
    change: { method: '', body: {} },
    deleted: 204,
  },
];

describe.each(cases)('$family', ({ path, list, root, id, body, change, deleted }) => {
  it('exist from their creation to their deletion', async () => {
    const made = await demo.ask('POST', path, { body });
    expect(made.status).toBeLessThan(300);
    const thing = made.json[root];
    expect(thing).toMatchObject(Object.fromEntries(Object.entries(body).filter(([name]) => name in thing)));
    const own = `${path}/${thing[id]}`;
    expect((await demo.get(own)).json[root][id]).toBe(thing[id]);
    const listed = (await demo.get(`${path}?per_page=200`)).json[list];
    expect(listed.map((one: Record<string, unknown>) => one[id])).toContain(thing[id]);
    if (change.method !== '') {
      expect((await demo.ask(change.method, own, { body: change.body })).status).toBe(200);
      expect((await demo.get(own)).json[root]).toMatchObject(change.body);
    }
    expect((await demo.ask('DELETE', own)).status).toBe(deleted);
    expect((await demo.get(own)).status).toBe(404);
    expect((await demo.ask('DELETE', own)).status).toBe(404);
    const left = (await demo.get(`${path}?per_page=200`)).json[list];
    expect(left.map((one: Record<string, unknown>) => one[id])).not.toContain(thing[id]);
  });
});

describe('things that belong to other things', () => {
  it('are kept below their owner, and disappear with it', async () => {
    await demo.ask('POST', '/v2/domains', { body: { name: 'new.example.com', ip_address: '203.0.113.77' } });
    const records = (await demo.get('/v2/domains/new.example.com/records')).json.domain_records;
    expect(records.map(({ type }: { type: string }) => type)).toEqual(['SOA', 'NS', 'NS', 'NS', 'A']);
    const made = await demo.ask('POST', '/v2/domains/new.example.com/records', {
      body: { type: 'TXT', name: '@', data: 'hello' },
    });
    const own = `/v2/domains/new.example.com/records/${made.json.domain_record.id}`;
    expect((await demo.ask('PATCH', own, { body: { type: 'TXT', data: 'bye' } })).json.domain_record.data).toBe('bye');
    expect((await demo.get('/v2/domains/new.example.com/records?type=TXT')).json.domain_records).toHaveLength(1);
    await demo.ask('DELETE', '/v2/domains/new.example.com');
    expect((await demo.get(own)).status).toBe(404);
    expect((await demo.get('/v2/domains/new.example.com/records')).status).toBe(404);
  });

  it('are not found below an owner that does not exist', async () => {
    expect((await demo.get('/v2/databases/none/users')).status).toBe(404);
    expect((await demo.get('/v2/kubernetes/clusters/none/node_pools')).status).toBe(404);
    expect(
      (await demo.ask('PUT', '/v2/databases/none/eviction_policy', { body: { eviction_policy: 'noeviction' } })).status,
    ).toBe(404);
  });

  it('keep a setting that is changed by a request without an answer', async () => {
    const id = demo.rows('/v2/databases')[0]?.id;
    expect((await demo.ask('PUT', `/v2/databases/${id}/sql_mode`, { body: { sql_mode: 'ANSI' } })).status).toBe(204);
    expect((await demo.get(`/v2/databases/${id}/sql_mode`)).json.sql_mode).toBe('ANSI');
  });

  it('show a new database user only in its own cluster', async () => {
    const [one, other] = demo.rows('/v2/databases');
    await demo.ask('POST', `/v2/databases/${one?.id}/users`, { body: { name: 'nightly' } });
    const names = async (id: unknown) =>
      (await demo.get(`/v2/databases/${id}/users`)).json.users.map(({ name }: { name: string }) => name);
    expect(await names(one?.id)).toContain('nightly');
    expect(await names(other?.id)).not.toContain('nightly');
  });

  it("replace a database's trusted sources as a whole", async () => {
    const id = demo.rows('/v2/databases')[0]?.id;
    const rules = [{ type: 'ip_addr', value: '203.0.113.9' }];
    expect((await demo.ask('PUT', `/v2/databases/${id}/firewall`, { body: { rules } })).status).toBe(204);
    expect((await demo.get(`/v2/databases/${id}/firewall`)).json.rules).toMatchObject(rules);
  });
});
