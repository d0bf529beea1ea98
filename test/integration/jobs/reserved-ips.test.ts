import { afterEach, describe, expect, it } from 'vitest';
import { describeJobs } from '../../doubles/core/acceptance.ts';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { doJob } from '../../doubles/core/run-job.ts';

const v4 = { familyId: 'reservedIPs_list', idAt: 'ip' };
const v6 = { familyId: 'reservedIPv6_list', idAt: 'ip', thing: '2001:db8:5::1a' };

describeJobs('reserved IPs', [
  {
    does: 'give 198.51.100.9 to web-02',
    async how(world) {
      const { id } = await world.droplet('web-02');
      return { ...v4, thing: '198.51.100.9', job: 'assign', values: { droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('web-02');
      return [['POST /v2/reserved_ips/198.51.100.9/actions', { type: 'assign', droplet_id: id }]];
    },
    says: '198.51.100.9 is being given to web-02.',
  },
  {
    does: 'move an address to another droplet',
    async how(world) {
      const { id } = await world.droplet('web-02');
      return { ...v4, thing: '198.51.100.5', job: 'move', values: { droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('web-02');
      return [['POST /v2/reserved_ips/198.51.100.5/actions', { type: 'assign', droplet_id: id }]];
    },
    says: '198.51.100.5 is being given to web-02.',
  },
  {
    does: 'take an address from its droplet',
    how: () => ({ ...v4, thing: '198.51.100.6', job: 'unassign' }),
    sends: () => [['POST /v2/reserved_ips/198.51.100.6/actions', { type: 'unassign' }]],
    says: '198.51.100.6 is being taken from api-01.',
  },
  {
    does: 'release an address that nothing uses',
    how: () => ({ ...v4, thing: '198.51.100.9', job: 'release' }),
    sends: () => [['DELETE /v2/reserved_ips/198.51.100.9', null]],
    says: '198.51.100.9 is released.',
  },
  {
    does: 'copy an address, for which nothing is sent',
    how: () => ({ ...v4, thing: '198.51.100.9', job: 'copy-address' }),
    sends: () => [],
    says: 'Copied 198.51.100.9.',
  },
  {
    does: 'move an IPv6 address',
    async how(world) {
      const { id } = await world.droplet('web-02');
      return { ...v6, job: 'move', values: { droplet: String(id) } };
    },
    async sends(world) {
      const { id } = await world.droplet('web-02');
      return [['POST /v2/reserved_ipv6/2001%3Adb8%3A5%3A%3A1a/actions', { type: 'assign', droplet_id: id }]];
    },
    says: '2001:db8:5::1a is being given to web-02.',
  },
]);

describe('a reserved IP that a droplet has', () => {
  afterEach(endAll);

  it.each([
    [{ ...v4, thing: '198.51.100.5' }, '/v2/reserved_ips/198.51.100.5'],
    [v6, '/v2/reserved_ipv6/2001%3Adb8%3A5%3A%3A1a'],
  ])('is taken from it before it is released: %o', async (which, path) => {
    const world = await connected({ seed: 7 });
    const { sent, result } = await doJob(world, { ...which, job: 'release' });
    expect(result).toMatchObject({ ok: true, value: { message: `Releasing ${which.thing}` } });
    expect(sent.map(({ method, path: to, body }) => [`${method} ${to}`, body])).toEqual([
      [`POST ${path}/actions`, { type: 'unassign' }],
    ]);
    await world.pass(60_000);
    expect(world.writes.at(-1)).toMatchObject({ method: 'DELETE', path });
  });

  it('says who loses it, and offers only droplets of its region', async () => {
    const world = await connected({ seed: 7 });
    const { id } = await world.droplet('web-02');
    const { form } = await doJob(world, { ...v4, thing: '198.51.100.5', job: 'move', values: { droplet: String(id) } });
    expect(form.level).toBe('disruptive');
    expect(form.lines[0]).toBe('web-01 loses it at once, with the connections over it.');
    const [field] = form.fields;
    const labels = field?.kind === 'choice' ? field.choices.map(({ label }) => label) : [];
    expect(labels).toContain('web-02');
    expect(labels).not.toContain('web-01');
    expect(labels).not.toContain('edge-ams-01');
  });

  it('waits while a change of it runs', async () => {
    const world = await connected({ seed: 7 });
    await doJob(world, { ...v4, thing: '198.51.100.5', job: 'unassign' });
    await expect(doJob(world, { ...v4, thing: '198.51.100.5', job: 'unassign' })).rejects.toThrow(
      'A change of it is still running.',
    );
  });
});
