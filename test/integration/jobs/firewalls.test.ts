import { afterEach, describe, expect, it } from 'vitest';
import type { JobForm } from '../../../preload/contract/job.ts';
import { describeJobs, idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const familyId = 'firewalls_list';
const publicWeb = { familyId, thing: 'public-web' };
const anywhere = { addresses: ['0.0.0.0/0', '::/0'] };
const at = (world: World, name: string) => `/v2/firewalls/${idIn(world, '/v2/firewalls', name)}`;
const valuesIn = ({ fields }: JobForm) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));
const asRead = (world: World, name: string) => {
  const { id, status, created_at, pending_changes, ...body } = rowIn(world, '/v2/firewalls', name);
  return body;
};

describeJobs('firewalls', [
  {
    does: 'open 8080 in public-web',
    how: () => ({ ...publicWeb, job: 'open-port', values: { ports: '8080' } }),
    sends: (world) => [
      [`POST ${at(world, 'public-web')}/rules`, { inbound_rules: [{ protocol: 'tcp', ports: '8080', sources: anywhere }] }],
    ],
    says: 'public-web lets everyone in: TCP 8080.',
  },
  {
    does: 'close UDP 443 there',
    how: () => ({ ...publicWeb, job: 'close-port', values: { rule: '2' } }),
    sends: (world) => [
      [`DELETE ${at(world, 'public-web')}/rules`, { inbound_rules: [{ protocol: 'udp', ports: '443', sources: anywhere }] }],
    ],
    says: 'public-web no longer lets everyone in: UDP 443.',
  },
  {
    does: 'let an address and a range reach SSH',
    how: () => ({
      ...publicWeb,
      job: 'open-port',
      values: { port: '22', others: 'addresses', addresses: '203.0.113.7, 198.51.100.0/24' },
    }),
    sends: (world) => [
      [
        `POST ${at(world, 'public-web')}/rules`,
        { inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.7', '198.51.100.0/24'] } }] },
      ],
    ],
    says: 'public-web lets 203.0.113.7 and 198.51.100.0/24 in: SSH 22.',
  },
  {
    does: 'let a droplet reach a database port',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { ...publicWeb, job: 'open-port', values: { port: '5432', others: 'droplets', droplets: [String(id)] } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      const rule = { protocol: 'tcp', ports: '5432', sources: { droplet_ids: [id] } };
      return [[`POST ${at(world, 'public-web')}/rules`, { inbound_rules: [rule] }]];
    },
    says: 'public-web lets api-01 in: PostgreSQL 5432.',
  },
  {
    does: 'let every UDP port out',
    how: () => ({ ...publicWeb, job: 'let-out', values: { port: 'all', protocol: 'udp', others: 'tags', tags: ['prod'] } }),
    sends: (world) => [
      [
        `POST ${at(world, 'public-web')}/rules`,
        { outbound_rules: [{ protocol: 'udp', ports: '0', destinations: { tags: ['prod'] } }] },
      ],
    ],
    says: 'public-web lets its droplets out to tag prod: all UDP ports.',
  },
  {
    does: 'stop letting ICMP out',
    how: () => ({ ...publicWeb, job: 'keep-in', values: { rule: '2' } }),
    sends: (world) => [
      [`DELETE ${at(world, 'public-web')}/rules`, { outbound_rules: [{ protocol: 'icmp', ports: '0', destinations: anywhere }] }],
    ],
    says: 'public-web no longer lets its droplets out to everyone: ping and other ICMP.',
  },
  {
    does: 'change the addresses of one rule, and nothing else',
    how: () => ({ familyId, thing: 'bastion', job: 'edit-rule', values: { rule: '0', addresses0: '203.0.113.7' } }),
    sends: (world) => [
      [
        `PUT ${at(world, 'bastion')}`,
        {
          ...asRead(world, 'bastion'),
          inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.7'] } }],
        },
      ],
    ],
    says: 'bastion lets 203.0.113.7 in: SSH 22.',
  },
  {
    does: 'protect a droplet',
    async how(world) {
      const { id } = await world.droplet('api-01');
      return { ...publicWeb, job: 'add', values: { kind: 'droplets', droplets: [String(id)] } };
    },
    async sends(world) {
      const { id } = await world.droplet('api-01');
      return [[`POST ${at(world, 'public-web')}/droplets`, { droplet_ids: [id] }]];
    },
    says: 'public-web now protects api-01.',
  },
  {
    does: 'take a droplet off',
    async how(world) {
      const { id } = await world.droplet('web-03');
      return { ...publicWeb, job: 'take-off', values: { droplets: [String(id)] } };
    },
    async sends(world) {
      const { id } = await world.droplet('web-03');
      return [[`DELETE ${at(world, 'public-web')}/droplets`, { droplet_ids: [id] }]];
    },
    says: 'public-web no longer protects web-03.',
  },
  {
    does: 'protect droplets with a tag',
    how: () => ({ ...publicWeb, job: 'add', values: { kind: 'tags', tags: ['api'] } }),
    sends: (world) => [[`POST ${at(world, 'public-web')}/tags`, { tags: ['api'] }]],
    says: 'public-web now protects droplets with tag api.',
  },
  {
    does: 'take a tag off',
    how: () => ({ familyId, thing: 'ssh-from-bastion', job: 'take-off', values: { tags: ['prod'] } }),
    sends: (world) => [[`DELETE ${at(world, 'ssh-from-bastion')}/tags`, { tags: ['prod'] }]],
    says: 'ssh-from-bastion no longer protects droplets with tag prod.',
  },
  {
    does: 'rename a firewall, and change nothing else of it',
    how: () => ({ familyId, thing: 'bastion', job: 'rename', values: { name: 'jump' } }),
    sends: (world) => [[`PUT ${at(world, 'bastion')}`, { ...asRead(world, 'bastion'), name: 'jump' }]],
    says: 'bastion is now called jump.',
  },
  {
    does: 'delete a firewall',
    how: () => ({ ...publicWeb, job: 'delete' }),
    sends: (world) => [[`DELETE ${at(world, 'public-web')}`, null]],
    says: 'public-web is deleted.',
  },
]);

describe('a firewall', () => {
  afterEach(endAll);

  it('names the droplets that every port is open at once it is deleted', async () => {
    const world = await connected({ seed: 7 });
    const { form } = await doJob(world, { familyId, thing: 'bastion', job: 'delete' });
    expect(form.lines[0]).toBe('1 droplet then has every port open: bastion-01.');
    const web = await doJob(world, { ...publicWeb, job: 'delete' });
    expect(web.form.lines[0]).toBe('No droplet is left without a firewall.');
  });

  it('is followed until its droplets have the change', async () => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, { ...publicWeb, job: 'open-port', values: { ports: '8080' } });
    const keys = result.ok ? result.value.actionKeys : [];
    const row = async () => (await world.view()).tables.actions.find(({ key }) => key === keys[0]);
    expect(await row()).toMatchObject({ status: 'in-progress', title: 'Changing firewall public-web' });
    await world.pass(40_000);
    expect(await row()).toMatchObject({ status: 'completed', title: 'Changed firewall public-web' });
  });

  it('refuses what is no port and no address before anything is sent', async () => {
    const world = await connected({ seed: 7 });
    const port = await doJob(world, { ...publicWeb, job: 'open-port', values: { ports: '70000' } });
    expect(port.result).toMatchObject({ ok: false, failure: { field: 'ports' } });
    const values = { port: '22', others: 'addresses', addresses: 'office' };
    const address = await doJob(world, { ...publicWeb, job: 'open-port', values });
    expect(address.result).toMatchObject({ ok: false, failure: { field: 'addresses' } });
    expect([...port.sent, ...address.sent]).toEqual([]);
  });

  it.each([
    ['ping', { port: 'icmp' }, { protocol: 'icmp', ports: '1-65535', sources: anywhere }],
    ['every port', { port: 'all', protocol: 'udp' }, { protocol: 'udp', ports: '1-65535', sources: anywhere }],
  ])('offers a range where the API does not take %s without ports', async (_what, values, rule) => {
    const world = await connected({ seed: 7 });
    const message = 'You must specify a positive value for ports.';
    world.demo.faults.add({ operation: 'firewalls_add_rules' }, { kind: 'status', status: 422, message });
    const { result, form } = await doJob(world, { ...publicWeb, job: 'open-port', values });
    const offered = result.ok ? [] : (result.failure.goOn ?? []);
    expect(offered.map(({ label }) => label)).toEqual(['Send it as ports 1-65535']);
    const before = world.writes.length;
    expect(await world.buoy.calls.runJob({ id: offered[0]?.id ?? '', values: {} })).toMatchObject({ ok: true });
    expect(world.writes.slice(before)).toMatchObject([{ body: { inbound_rules: [rule] } }]);
    // What was typed can still be changed and sent.
    expect(await world.buoy.calls.runJob({ id: form.id, values: { ...valuesIn(form), port: '80' } })).toMatchObject({ ok: true });
  });

  it('offers the range for the rules that it had, where a change of its name is refused for their sake', async () => {
    const world = await connected({ seed: 7 });
    const message = 'inbound_rules: ports must be a positive value';
    world.demo.faults.add({ operation: 'firewalls_update' }, { kind: 'status', status: 422, message });
    const { result } = await doJob(world, { ...publicWeb, job: 'rename', values: { name: 'web' } });
    const before = world.writes.length;
    await world.buoy.calls.runJob({ id: (!result.ok && result.failure.goOn?.[0]?.id) || '', values: {} });
    const { inbound_rules, outbound_rules } = (world.writes[before]?.body ?? {}) as Record<string, { ports: string }[]>;
    expect(inbound_rules?.map(({ ports }) => ports)).toEqual(['80', '443', '443', '1-65535']);
    expect(outbound_rules?.map(({ ports }) => ports)).toEqual(['1-65535', '1-65535', '1-65535']);
  });

  it('offers no range for a refusal that is not about ports', async () => {
    const world = await connected({ seed: 7 });
    world.demo.faults.add({ operation: 'firewalls_add_rules' }, { kind: 'status', status: 422, message: 'Too many rules.' });
    const { result } = await doJob(world, { ...publicWeb, job: 'open-port', values: { port: 'icmp' } });
    expect(result.ok ? null : result.failure.goOn).toBeUndefined();
  });

  it('says who loses SSH before the rule that lets it in is taken away', async () => {
    const world = await connected({ seed: 7 });
    const closed = await doJob(world, { familyId, thing: 'bastion', job: 'close-port', values: { rule: '0' } });
    expect(closed.weight?.lines).toEqual(['SSH to bastion-01 is no longer open to 203.0.113.0/24.']);
    const web = await doJob(world, { ...publicWeb, job: 'close-port', values: { rule: '0' } });
    expect(web.weight?.lines).toEqual([]);
  });
});
