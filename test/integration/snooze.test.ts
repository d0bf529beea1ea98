import { afterEach, describe, expect, it } from 'vitest';
import { connected, connectTo, endAll, firstActive, type World } from '../doubles/core/core-on-demo.ts';

afterEach(endAll);

const hourMs = 3_600_000;
const downs = (world: World) =>
  world.ports.shown.filter((notice) => notice.kind === 'droplet-down').map((notice) => notice.title);

describe('a snooze of one matter', () => {
  it('survives a restart, keeps only that matter quiet, and ends in the notice once more', async () => {
    const first = await connected();
    const { name, key } = await firstActive(first);
    first.demo.elsewhere.goDown(name);
    await first.pass(130_000);
    expect(downs(first)).toEqual([`${name} is down`]);
    const [button] = first.buoy.notices().flatMap((notice) => notice.buttons.filter(({ label }) => label === 'Snooze 1 h'));
    if (button?.deed.kind !== 'command') throw new Error('The notice has no button to snooze it');
    expect(await first.run(button.deed.command)).toMatchObject({ ok: true });
    await first.buoy.stop();

    const again = await connectTo(first.demo, first.clock, first.ports.files, first.ports.secrets);
    await again.pass(60_000);
    const row = async () => (await again.view()).tables.notices.find((one) => one.matter === `down/${key}`);
    expect(await row()).toMatchObject({ isStillTrue: true, snoozedUntilMs: expect.any(Number) });
    const other = await firstActive(again);
    again.demo.elsewhere.goDown(other.name);
    await again.pass(130_000);
    expect(downs(again)).toEqual([`${other.name} is down`]);

    await again.clock.advance(hourMs);
    await again.pass(30_000);
    expect(downs(again)).toEqual([`${other.name} is down`, `${name} is down`]);
    expect(await row()).toMatchObject({ isStillTrue: true, snoozedUntilMs: null });
  });
});
