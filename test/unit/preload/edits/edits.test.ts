import { describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { changesBetween, rebased, sentBody } from '../../../../preload/contract/edits/difference.ts';
import { type Edit, editOf, readPath } from '../../../../preload/contract/edits/edit.ts';
import { type EditReader, readEdit } from '../../../../preload/contract/edits/read.ts';
import { type EditStart, startOf } from '../../../../preload/contract/edits/start.ts';
import { type Failure, failed, success } from '../../../../preload/contract/failure.ts';
import type { Json } from '../../../../preload/contract/json.ts';

const index = await loadIndex();

function edit(id: string): Edit {
  const operation = index.operations.find((one) => one.id === id);
  const found = operation ? editOf(operation, index) : null;
  if (!found) throw new Error(`${id} is no edit`);
  return found;
}

async function start(id: string, answer: Json, path: Record<string, string> = {}): Promise<EditStart> {
  const own = edit(id);
  const found = startOf(own, { update: await findOperation(id), read: await findOperation(own.readId) }, answer, path);
  if (!found) throw new Error(`${id} starts from nothing`);
  return found;
}

const firewall = {
  id: 'f1',
  status: 'succeeded',
  created_at: '2026-01-01T00:00:00Z',
  pending_changes: [],
  name: 'web',
  inbound_rules: [{ protocol: 'tcp', ports: '80', sources: { addresses: ['0.0.0.0/0'] } }],
  outbound_rules: null,
  droplet_ids: [7, 8],
  tags: null,
};

describe('what an edit starts from', () => {
  it('is what was read, without what only the API sets; lists that read as null are empty', async () => {
    const { base, resets } = await start('firewalls_update', { firewall });
    expect(base).toEqual({
      name: 'web',
      inbound_rules: firewall.inbound_rules,
      outbound_rules: [],
      droplet_ids: [7, 8],
      tags: [],
    });
    expect(resets).toEqual([]);
  });

  it('keeps fields that neither schema names, and drops those that only the answer has', async () => {
    const spec = {
      name: 'shop',
      services: [{ name: 'web', envs: [{ key: 'K', value: 'EV[1:abc]', type: 'SECRET' }], brand_new: 3 }],
    };
    const { base } = await start('apps_update', {
      app: { id: 'a1', spec: { ...spec, also_new: [1] }, live_url: 'https://shop.example.com' },
    });
    expect(base).toEqual({ spec: { ...spec, also_new: [1] } });
    const whole = await start('vpcs_update', {
      vpc: { id: 'v', urn: 'do:vpc:v', name: 'a', description: '', default: false, region: 'fra1', brand_new: true },
    });
    expect(whole.base).toEqual({ name: 'a', description: '', default: false, brand_new: true });
  });

  it('takes a field from where the read has it, and the slug of a region', async () => {
    const bgp = { local_router_ip: '169.254.0.1/29', peer_router_ip: '169.254.0.6/29', local_asn: 64_532, peer_asn: 65_000 };
    const partner = await start('partnerAttachments_patch', { partner_attachment: { name: 'office', vpc_ids: ['v'], bgp } });
    expect(partner.base.bgp).toEqual({
      local_router_ip: '169.254.0.1/29',
      peer_router_ip: '169.254.0.6/29',
      peer_router_asn: 65_000,
    });
    const rules = [{ entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80, certificate_id: '' }];
    const balancer = {
      name: 'front',
      region: { slug: 'fra1', name: 'Frankfurt' },
      size_unit: 2,
      size: 'lb-small',
      tag: '',
      droplet_ids: [1],
    };
    const { base } = await start('loadBalancers_update', { load_balancer: { ...balancer, forwarding_rules: rules } });
    expect(base).toMatchObject({ region: 'fra1', size_unit: 2, droplet_ids: [1] });
    expect(Object.keys(base).filter((name) => ['size', 'tag', 'algorithm'].includes(name))).toEqual([]);
    expect(base.forwarding_rules).toEqual([{ entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 }]);
  });

  it('names what a whole body may have and the read did not tell, as the API resets that', async () => {
    const { resets } = await start('loadBalancers_update', {
      load_balancer: { name: 'front', region: { slug: 'fra1' }, forwarding_rules: [] },
    });
    expect(resets).toContain('health_check');
    expect(resets).not.toContain('algorithm');
    expect((await start('projects_patch', { project: { name: 'a' } })).resets).toEqual([]);
  });

  it('is the one of several things that the path names, and nothing if it is not there', async () => {
    const keys = [
      { name: 'one', access_key: 'A', grants: [] },
      { name: 'two', access_key: 'B', grants: [] },
    ];
    expect((await start('spacesKey_update', { keys }, { access_key: 'B' })).base).toEqual({ name: 'two', grants: [] });
    await expect(start('spacesKey_update', { keys }, { access_key: 'C' })).rejects.toThrow('starts from nothing');
  });

  it('leaves out a number that was read inexactly', async () => {
    const topic = { name: 'orders', partitions: [{ id: 0 }, { id: 1 }], config: { flush_ms: 2 ** 63, retention_ms: 1000 } };
    expect((await start('databases_update_kafka_topic', { topic }, { topic_name: 'orders' })).base).toEqual({
      partition_count: 2,
      config: { retention_ms: 1000 },
    });
  });
});

describe('a read before an edit', () => {
  const reader = (answers: Record<string, Json | Failure['kind']>): EditReader => ({
    describe: async (id) => success(await findOperation(id)),
    ask: (id) => {
      const answer = answers[id];
      const isFailure = typeof answer === 'string';
      return Promise.resolve(
        isFailure ? failed({ kind: answer as Failure['kind'], message: id, scopes: ['droplet:read'] }) : success(answer),
      );
    },
  });
  const read = async (answers: Record<string, Json | Failure['kind']>) =>
    readEdit(edit('firewalls_update'), await findOperation('firewalls_update'), { firewall_id: 'f1' }, reader(answers));

  it('finds a part hidden if it reads as empty and the token may not read such things', async () => {
    const answer = { firewall: { ...firewall, droplet_ids: [], tags: [] } };
    const hidden = [{ field: 'droplet_ids', scopes: ['droplet:read'] }];
    expect(await read({ firewalls_get: answer, droplets_list: 'forbidden', tags_list: { tags: [] } })).toMatchObject({
      status: 'read',
      hidden,
    });
    expect(await read({ firewalls_get: answer, droplets_list: { droplets: [] }, tags_list: { tags: [] } })).toMatchObject({
      hidden: [],
    });
  });

  it('finds nothing hidden in a part that it leaves out for another reason: the droplets of a load balancer with a tag', async () => {
    const own = edit('loadBalancers_update');
    const load_balancer = {
      name: 'front',
      region: { slug: 'fra1' },
      tag: 'web',
      droplet_ids: [7],
      forwarding_rules: [],
      vpc_uuid: 'v',
    };
    const answers = { loadBalancers_get: { load_balancer: { ...load_balancer, project_id: 'p' } } };
    const reading = await readEdit(own, await findOperation(own.id), { lb_id: 'l' }, reader(answers));
    expect(reading).toMatchObject({ status: 'read', hidden: [] });
    expect(reading.status === 'read' && 'droplet_ids' in reading.start.base).toBe(false);
  });

  it('asks for no more than the thing if nothing of it reads as empty', async () => {
    expect(await read({ firewalls_get: { firewall: { ...firewall, tags: ['prod'] } } })).toMatchObject({
      status: 'read',
      hidden: [],
    });
  });

  it('fails with the failure of the read, and of the look at what may be hidden', async () => {
    expect(await read({ firewalls_get: 'forbidden' })).toMatchObject({ status: 'failed', failure: { kind: 'forbidden' } });
    expect(await read({ firewalls_get: { firewall }, tags_list: 'timeout' })).toMatchObject({
      status: 'failed',
      failure: { kind: 'timeout' },
    });
    expect(await read({ firewalls_get: { links: {} } })).toMatchObject({ status: 'read' });
  });

  it('gets its path values by name, else by place', () => {
    expect(
      readPath('/v2/gen-ai/agents/{uuid}', '/v2/gen-ai/agents/{agent_uuid}/functions/{function_uuid}', {
        agent_uuid: 'a',
        function_uuid: 'f',
      }),
    ).toEqual({ uuid: 'a' });
    expect(
      readPath('/v2/vpc_peerings/{vpc_peering_id}', '/v2/vpcs/{vpc_id}/peerings/{vpc_peering_id}', {
        vpc_id: 'v',
        vpc_peering_id: 'p',
      }),
    ).toEqual({ vpc_peering_id: 'p' });
  });
});

describe('a difference', () => {
  it('goes as deep as both values have the same form', () => {
    expect(changesBetween({ a: { b: 1, c: 2 }, d: 'x' }, { a: { b: 1, c: 3 }, e: true })).toEqual([
      { pointer: 'a/c', before: 2, after: 3 },
      { pointer: 'd', before: 'x', after: undefined },
      { pointer: 'e', before: undefined, after: true },
    ]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
  });

  it('of lists is what came and what went, the edited item where only that changed, or the order', () => {
    expect(changesBetween(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ pointer: '1', before: 'b', after: undefined }]);
    expect(changesBetween(['a'], ['a', 'b', 'a'])).toEqual([
      { pointer: '1', before: undefined, after: 'b' },
      { pointer: '2', before: undefined, after: 'a' },
    ]);
    expect(changesBetween([{ p: '80' }, { p: '81' }], [{ p: '80' }, { p: '82' }])).toEqual([
      { pointer: '1/p', before: '81', after: '82' },
    ]);
    expect(changesBetween([1, 2], [2, 1])).toEqual([{ pointer: '', before: [1, 2], after: [2, 1] }]);
  });
});

describe('what is sent', () => {
  it('is everything if the body replaces the thing', () => {
    expect(sentBody(edit('firewalls_update'), { name: 'a', tags: ['t'] }, { name: 'b', tags: ['t'] })).toEqual({
      name: 'b',
      tags: ['t'],
    });
  });

  it('is what changed if the rest stays, and what the API always wants', () => {
    const base = { type: 'TXT', name: '@', data: 'old', ttl: 1800 };
    expect(sentBody(edit('domains_patch_record'), base, { ...base, data: 'new' })).toEqual({ type: 'TXT', data: 'new' });
    expect(sentBody(edit('projects_patch'), { name: 'a', purpose: 'p' }, { name: 'a', purpose: 'p' })).toEqual({});
  });

  it('is only the changed settings inside the one field that holds them', () => {
    const base = { config: { backup_hour: 3, jit: true } };
    expect(sentBody(edit('databases_patch_config'), base, { config: { backup_hour: 4, jit: true } })).toEqual({
      config: { backup_hour: 4 },
    });
  });

  it('keeps changes when the thing has changed meanwhile', () => {
    expect(rebased({ a: 1, b: 1, c: 1 }, { a: 2, b: 1 }, { a: 1, b: 5, c: 1, d: 1 })).toEqual({ a: 2, b: 5, d: 1 });
  });
});
