import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskedDemo, demoForTest, dropletId } from './asking.ts';

let demo: AskedDemo;
beforeEach(async () => {
  demo = await demoForTest();
});
afterEach(() => demo.close());

const act = (name: string, body: object) => demo.ask('POST', `/v2/droplets/${dropletId(demo, name)}/actions`, { body });
const droplet = async (name: string) => (await demo.get(`/v2/droplets/${dropletId(demo, name)}`)).json.droplet;
const action = async (id: number) => (await demo.get(`/v2/actions/${id}`)).json.action;

describe('a droplet action', () => {
  it('runs for seconds, locks its droplet meanwhile, and completes', async () => {
    const { status, json } = await act('web-01', { type: 'power_cycle' });
    expect([status, json.action.status, json.action.completed_at]).toEqual([201, 'in-progress', null]);
    expect((await droplet('web-01')).locked).toBe(true);
    demo.advance(6_000);
    expect((await action(json.action.id)).status).toBe('in-progress');
    demo.advance(5_000);
    const done = await action(json.action.id);
    expect(done.status).toBe('completed');
    expect(Date.parse(done.completed_at)).toBeGreaterThan(Date.parse(done.started_at));
    expect((await droplet('web-01')).locked).toBe(false);
  });

  it('is refused while another one is running, whoever started that', async () => {
    demo.elsewhere.startAction('web-01', 'snapshot');
    const refused = await act('web-01', { type: 'reboot' });
    expect([refused.status, refused.json.id, refused.json.message]).toEqual([
      422,
      'unprocessable_entity',
      'Droplet already has a pending event.',
    ]);
    expect(demo.actionsCreated(dropletId(demo, 'web-01'))).toBe(1);
  });

  it('shows in the droplet about two seconds after it completes', async () => {
    const { json } = await act('web-01', { type: 'power_off' });
    let waited = 0;
    while ((await action(json.action.id)).status === 'in-progress') {
      demo.advance(250);
      waited += 250;
    }
    expect(waited).toBeLessThanOrEqual(5_000);
    expect((await droplet('web-01')).status).toBe('active');
    demo.advance(1_500);
    expect((await droplet('web-01')).status).toBe('active');
    demo.advance(600);
    expect((await droplet('web-01')).status).toBe('off');
  });

  it.each([
    ['reboot', 'cache-01', 'Droplet is currently off. Please power it on to run this event.'],
    ['power_on', 'web-01', 'Droplet is currently on. Please power it off to run this event.'],
    ['resize', 'web-01', 'Droplet is currently on. Please power it off to run this event.'],
    ['dance', 'web-01', 'The type of the action is invalid.'],
  ])('of type %s on %s is refused: %s', async (type, name, message) => {
    const refused = await act(name, { type, size: 's-4vcpu-8gb' });
    expect([refused.status, refused.json.message]).toEqual([422, message]);
  });

  it('ends as errored and changes nothing when a test orders it', async () => {
    demo.faults.nextAction('errored', 'power_off');
    const { json } = await act('web-01', { type: 'power_off' });
    demo.advance(20_000);
    expect((await action(json.action.id)).status).toBe('errored');
    expect(await droplet('web-01')).toMatchObject({ status: 'active', locked: false });
  });

  it('never ends when a test orders it', async () => {
    demo.faults.nextAction('never');
    const { json } = await act('web-01', { type: 'reboot' });
    demo.advance(86_400_000);
    expect((await action(json.action.id)).status).toBe('in-progress');
  });

  it('fails by chance about once in fifteen times', async () => {
    await demo.close();
    demo = await demoForTest({ droplets: 623, actionErrorRate: 1 / 15 });
    const { json } = await demo.ask('POST', '/v2/droplets/actions?tag_name=prod', { body: { type: 'snapshot' } });
    demo.advance(60_000);
    const rows = new Map(demo.rows('/v2/actions').map((row) => [row.id, row.status]));
    const errored = json.actions.filter(({ id }: { id: number }) => rows.get(id) === 'errored').length;
    expect(json.actions.length).toBeGreaterThan(300);
    expect(errored / json.actions.length).toBeGreaterThan(0.03);
    expect(errored / json.actions.length).toBeLessThan(0.11);
  });

  it('by tag starts one action for each droplet that can take it', async () => {
    demo.elsewhere.startAction('web-02', 'reboot');
    const { status, json } = await demo.ask('POST', '/v2/droplets/actions?tag_name=web', { body: { type: 'shutdown' } });
    expect(status).toBe(201);
    expect(json.actions.map(({ resource_id }: { resource_id: number }) => resource_id)).toEqual([
      dropletId(demo, 'web-01'),
      dropletId(demo, 'web-03'),
    ]);
    demo.advance(15_000);
    expect((await droplet('web-03')).status).toBe('off');
  });

  it('is first in the lists of its droplet and of the account', async () => {
    const id = demo.elsewhere.powerOff('web-01');
    expect((await demo.get('/v2/actions')).json.actions[0].id).toBe(id);
    const own = (await demo.get(`/v2/droplets/${dropletId(demo, 'web-01')}/actions`)).json.actions;
    expect(own[0].id).toBe(id);
    expect(new Set(own.map(({ resource_id }: { resource_id: number }) => resource_id))).toEqual(
      new Set([dropletId(demo, 'web-01')]),
    );
    expect((await demo.get(`/v2/droplets/${dropletId(demo, 'web-02')}/actions/${id}`)).status).toBe(404);
  });
});

describe('the results of actions', () => {
  const done = async (name: string, body: object) => {
    expect((await act(name, body)).status).toBe(201);
    demo.advance(120_000);
    return droplet(name);
  };

  it('a snapshot is an image, a snapshot, and an id on the droplet', async () => {
    const before = (await droplet('web-02')).snapshot_ids.length;
    const after = await done('web-02', { type: 'snapshot', name: 'web-02-today' });
    expect(after.snapshot_ids).toHaveLength(before + 1);
    const id = after.snapshot_ids.at(-1);
    expect((await demo.get(`/v2/images/${id}`)).json.image).toMatchObject({
      name: 'web-02-today',
      type: 'snapshot',
      public: false,
    });
    expect((await demo.get(`/v2/snapshots/${id}`)).json.snapshot.resource_id).toBe(String(after.id));
    expect((await demo.ask('DELETE', `/v2/snapshots/${id}`)).status).toBe(204);
    expect((await droplet('web-02')).snapshot_ids).toHaveLength(before);
  });

  it('a resize changes size, memory and price, and changes the disk only if asked', async () => {
    const { disk } = await droplet('cache-01');
    const after = await done('cache-01', { type: 'resize', size: 'm-4vcpu-32gb' });
    expect(after).toMatchObject({ size_slug: 'm-4vcpu-32gb', memory: 32_768, disk });
    expect(after.size.price_monthly).toBe(168);
    expect((await done('cache-01', { type: 'resize', size: 'm-4vcpu-32gb', disk: true })).disk).toBe(100);
  });

  it('rename, backups and IPv6 show on the droplet', async () => {
    const id = dropletId(demo, 'web-02');
    expect((await done('web-02', { type: 'enable_backups' })).features).toContain('backups');
    expect((await demo.get(`/v2/droplets/${id}/backups/policy`)).json.policy).toMatchObject({
      backup_enabled: true,
      backup_policy: { plan: 'daily' },
    });
    expect((await done('web-02', { type: 'disable_backups' })).next_backup_window).toBeNull();
    expect((await done('web-02', { type: 'enable_ipv6' })).networks.v6[0].ip_address).toMatch(/^2001:db8:/);
    expect((await act('web-02', { type: 'rename', name: 'www-02' })).status).toBe(201);
    demo.advance(10_000);
    expect((await demo.get(`/v2/droplets/${id}`)).json.droplet.name).toBe('www-02');
  });

  it('a rebuild gives the droplet another image', async () => {
    expect((await done('web-02', { type: 'rebuild', image: 'debian-13-x64' })).image.slug).toBe('debian-13-x64');
    expect((await act('web-02', { type: 'rebuild', image: 'none-such' })).status).toBe(422);
  });
});
