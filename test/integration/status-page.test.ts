import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll, type World } from '../doubles/core/core-on-demo.ts';

afterEach(endAll);

const path = '/api/v2/summary.json';
const asked = ({ demo }: World) => demo.requests().filter(({ url }) => url === path);
const shown = async ({ view }: World) => (await view()).tables.incidents;
const turn = ({ run }: World, isStatusPageRead: boolean) => run({ kind: 'update-settings', patch: { isStatusPageRead } });

describe('the status page of DigitalOcean', () => {
  it('is not asked before the person says so', async () => {
    const world = await connected();
    await world.pass(700_000);
    expect(asked(world)).toEqual([]);
    expect(await shown(world)).toEqual([]);
  });

  it('is asked every five minutes without a token, and what touches the team is shown in window and tray', async () => {
    const world = await connected();
    await turn(world, true);
    await world.pass(899_000);
    expect(asked(world).map(({ credential }) => credential)).toEqual(['none', 'none', 'none']);
    const [incident, ...others] = await shown(world);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      text: 'DigitalOcean reports trouble with volumes in fra1.',
      title: 'Slow volumes in FRA1',
      statusText: 'The cause is found',
      url: 'https://status.digitalocean.com/incidents/volumesfra1',
      touches: [{ familyId: 'volumes_list', regions: ['fra1'] }],
    });
    expect(world.buoy.tray().menu.map(({ label }) => label)).toContain(incident?.text);
    // What the team uses is read once, although the page was read three times.
    expect(world.demo.requests().filter(({ operation }) => operation === 'volumes_list')).toHaveLength(1);
  });

  it('is not asked while Buoy is paused or offline', async () => {
    const world = await connected();
    await world.run({ kind: 'pause-polling', untilMs: null });
    await turn(world, true);
    await world.pass(700_000);
    expect(asked(world)).toEqual([]);
    await world.run({ kind: 'resume-polling' });
    await world.pass(1_000);
    expect(asked(world)).toHaveLength(1);
    world.ports.setOnline(false);
    await world.pass(700_000);
    expect(asked(world)).toHaveLength(1);
  });

  it('is forgotten at once when it is switched off', async () => {
    const world = await connected();
    await turn(world, true);
    await world.pass(1_000);
    expect(await shown(world)).toHaveLength(1);
    await turn(world, false);
    expect(await shown(world)).toEqual([]);
    await world.pass(700_000);
    expect(asked(world)).toHaveLength(1);
  });

  it('that fails keeps what it said for a while, and no longer', async () => {
    const world = await connected();
    await turn(world, true);
    await world.pass(1_000);
    world.demo.faults.add({ path }, { kind: 'status', status: 503 }, 'always');
    await world.pass(600_000);
    expect(await shown(world)).toHaveLength(1);
    await world.pass(301_000);
    expect(await shown(world)).toEqual([]);
    world.demo.faults.clear();
    await world.pass(301_000);
    expect(await shown(world)).toHaveLength(1);
  });

  it('that says nothing ends in 20 s, and the team is polled all the same', async () => {
    const world = await connected();
    world.demo.faults.add({ path }, { kind: 'hang' }, 'always');
    await turn(world, true);
    await world.clock.advance(30_000);
    await world.until(() => asked(world).length === 1);
    await world.clock.advance(300_000);
    await world.until(() => asked(world).length === 2);
    expect(await shown(world)).toEqual([]);
  });
});
