import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob, openOn } from '../../doubles/core/run-job.ts';

const shop = { familyId: 'loadBalancers_list', thing: 'shop-front' };
const at = (world: World) => `/v2/load_balancers/${idIn(world, '/v2/load_balancers', 'shop-front')}`;

interface Rule extends Record<string, unknown> {
  certificate_id?: string;
}

/** What the API takes back unchanged. */
function asRead(world: World): Record<string, unknown> & { forwarding_rules: Rule[] } {
  const { id, ip, ipv6, status, created_at, size, algorithm, tag, domains, target_load_balancer_ids, ...body } = rowIn(
    world,
    '/v2/load_balancers',
    'shop-front',
  );
  const { glb_settings: _, ...regional } = body;
  const rules = (body.forwarding_rules as Rule[]).map(({ certificate_id, ...rule }) =>
    certificate_id === '' ? rule : { ...rule, certificate_id },
  );
  return { ...regional, region: 'fra1', forwarding_rules: rules as Rule[] };
}

describeJobs('load balancers', [
  {
    does: 'take web-03 out of shop-front',
    async how(world) {
      const { id } = await world.droplet('web-03');
      return { ...shop, job: 'take-out-droplets', values: { droplets: [String(id)] } };
    },
    async sends(world) {
      const { id } = await world.droplet('web-03');
      return [[`DELETE ${at(world)}/droplets`, { droplet_ids: [id] }]];
    },
    says: 'shop-front no longer hands requests to web-03.',
  },
  {
    does: 'give shop-front two nodes',
    how: () => ({ ...shop, job: 'size', values: { nodes: 2 } }),
    sends: (world) => [[`PUT ${at(world)}`, { ...asRead(world), size_unit: 2 }]],
    says: 'shop-front gets 2 nodes.',
  },
  {
    does: 'add a droplet',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { ...shop, job: 'add-droplets', values: { droplets: [String(id)] } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      return [[`POST ${at(world)}/droplets`, { droplet_ids: [id] }]];
    },
    says: 'shop-front hands requests to api-01 too, once the health check passes.',
  },
  {
    does: 'add a rule without encryption',
    how: () => ({ ...shop, job: 'add-rule', values: { entry: 'tcp', entryPort: 5000, target: 'tcp', targetPort: 5001 } }),
    sends: (world) => [
      [
        `POST ${at(world)}/forwarding_rules`,
        {
          forwarding_rules: [{ entry_protocol: 'tcp', entry_port: 5000, target_protocol: 'tcp', target_port: 5001 }],
        },
      ],
    ],
    says: 'shop-front forwards TCP 5000 → TCP 5001.',
  },
  {
    does: 'add a rule with a certificate',
    how: (world) => {
      const certificate = idIn(world, '/v2/certificates', 'harbour.example.com');
      return { ...shop, job: 'add-rule', values: { entry: 'https', entryPort: 8443, certificate } };
    },
    sends: (world) => [
      [
        `POST ${at(world)}/forwarding_rules`,
        {
          forwarding_rules: [
            {
              entry_protocol: 'https',
              entry_port: 8443,
              target_protocol: 'http',
              target_port: 8080,
              certificate_id: idIn(world, '/v2/certificates', 'harbour.example.com'),
            },
          ],
        },
      ],
    ],
    says: 'shop-front forwards HTTPS 8443 → HTTP 8080.',
  },
  {
    does: 'remove a rule, without its empty certificate',
    how: () => ({ ...shop, job: 'remove-rule', values: { rule: '1' } }),
    sends: (world) => [[`DELETE ${at(world)}/forwarding_rules`, { forwarding_rules: [asRead(world).forwarding_rules[1]] }]],
    says: 'shop-front no longer answers at HTTP 80.',
  },
  {
    does: 'ask the droplets for another path, and change nothing else',
    how: () => ({ ...shop, job: 'health-check', values: { path: '/health' } }),
    sends: (world) => {
      const base = asRead(world);
      return [[`PUT ${at(world)}`, { ...base, health_check: { ...(base.health_check as object), path: '/health' } }]];
    },
    says: 'shop-front asks its droplets every 10 s: HTTP /health.',
  },
  {
    does: 'show another certificate',
    how: (world) => ({
      ...shop,
      job: 'certificate',
      values: { certificate: idIn(world, '/v2/certificates', 'harbour.example.com') },
    }),
    sends: (world) => {
      const base = asRead(world);
      const [first = {}, ...others] = base.forwarding_rules;
      const changed = { ...first, certificate_id: idIn(world, '/v2/certificates', 'harbour.example.com') };
      return [[`PUT ${at(world)}`, { ...base, forwarding_rules: [changed, ...others] }]];
    },
    says: 'shop-front shows the chosen certificate.',
  },
  {
    does: 'let in only an office and a range',
    how: () => ({ ...shop, job: 'settings', values: { allow: '203.0.113.7 198.51.100.0/24' } }),
    sends: (world) => [
      [`PUT ${at(world)}`, { ...asRead(world), firewall: { deny: [], allow: ['ip:203.0.113.7', 'cidr:198.51.100.0/24'] } }],
    ],
    says: 'The settings of shop-front are saved. It lets in only 203.0.113.7, 198.51.100.0/24.',
  },
  {
    does: 'stop sending HTTP to HTTPS',
    how: () => ({ ...shop, job: 'settings', values: { redirect: false } }),
    sends: (world) => [[`PUT ${at(world)}`, { ...asRead(world), redirect_http_to_https: false }]],
    says: 'The settings of shop-front are saved.',
  },
  {
    does: 'delete a load balancer',
    how: () => ({ ...shop, job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world)}`, null]],
    says: 'shop-front is deleted.',
  },
]);

describe('a load balancer', () => {
  afterEach(endAll);

  it('purges a cache only if it is a global one', async () => {
    const world = await connected({ seed: 7 });
    await expect(doJob(world, { ...shop, job: 'purge' })).rejects.toThrow('purge');
    const { id } = rowIn(world, '/v2/load_balancers', 'shop-front');
    const row = { id, name: 'shop-front', type: 'GLOBAL' };
    const connectionId = (await world.view()).tables.connections[0]?.id ?? '';
    const thing = { connectionId, familyId: shop.familyId, id: String(id), parent: {}, row };
    const offered = await world.buoy.calls.offerJobs({ thing });
    const names = offered.ok ? offered.value.map(({ name }) => name) : [];
    expect(names).toContain('purge');
    expect(names).not.toContain('take-out-droplets');
    const opened = await world.buoy.calls.openJob({ name: 'purge', thing });
    const before = world.writes.length;
    const ran = await world.buoy.calls.runJob({ id: opened.ok ? opened.value.id : '', values: {} });
    expect(ran).toMatchObject({ ok: true, value: { message: 'The cache of shop-front is purged.' } });
    expect(world.writes.slice(before)).toEqual([{ method: 'DELETE', path: `/v2/load_balancers/${id}/cache`, body: null }]);
  });

  it('sends nothing over what somebody else changed, and says what that is', async () => {
    const world = await connected({ seed: 7 });
    const doing = { ...shop, job: 'size', values: { nodes: 2 } };
    const form = await openOn(world, doing);
    rowIn(world, '/v2/load_balancers', 'shop-front').http_idle_timeout_seconds = 77;
    const before = world.writes.length;
    const ran = await world.buoy.calls.runJob({ id: form.id, values: doing.values });
    expect(ran).toMatchObject({
      failure: {
        kind: 'conflict',
        message: 'shop-front was changed elsewhere since this was opened, so it was left as it is.',
        nextStep: 'Do it again: it then begins with what is there now.',
        changes: [{ way: ['http_idle_timeout_seconds'], sides: { before: 60, after: 77 } }],
      },
    });
    expect(world.writes.slice(before)).toEqual([]);
    const { result } = await doJob(world, doing);
    expect(result.ok).toBe(true);
    expect(rowIn(world, '/v2/load_balancers', 'shop-front')).toMatchObject({ size_unit: 2, http_idle_timeout_seconds: 77 });
  });

  it('sends nothing where nothing was changed', async () => {
    const world = await connected({ seed: 7 });
    const { result, sent } = await doJob(world, { ...shop, job: 'size', values: { nodes: 1 } });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-arguments' } });
    expect(sent).toEqual([]);
  });

  it('that goes by a tag gets a droplet by that tag, from its own panel and from that of the droplet', async () => {
    const world = await connected({ seed: 7 });
    Object.assign(rowIn(world, '/v2/load_balancers', 'shop-front'), { tag: 'web', droplet_ids: [] });
    const [api, jobs] = [await world.droplet('api-01'), await world.droplet('api-02')];
    const resources = (id: number) => ({ resources: [{ resource_id: String(id), resource_type: 'droplet' }] });
    const first = await doJob(world, { ...shop, job: 'tag-droplets', values: { droplets: [String(api.id)] } });
    expect(first.sent).toEqual([{ method: 'POST', path: '/v2/tags/web/resources', body: resources(api.id) }]);
    expect(first.form.lines[0]).toBe('It hands requests to the droplets with the tag web. The chosen droplets get that tag.');
    const balancer = idIn(world, '/v2/load_balancers', 'shop-front');
    const droplet = { familyId: 'droplets_list', thing: 'api-02', job: 'add-to-load-balancer', values: { balancer } };
    const second = await doJob(world, droplet);
    expect(second.sent).toEqual([{ method: 'POST', path: '/v2/tags/web/resources', body: resources(jobs.id) }]);
    expect(second.form.fields[0]).toMatchObject({
      choices: expect.arrayContaining([
        expect.objectContaining({ label: 'shop-front', detail: 'by its tag web, which is put on' }),
      ]),
    });
    await expect(doJob(world, { ...shop, job: 'add-droplets', values: {} })).rejects.toThrow('add-droplets');
  });
});
