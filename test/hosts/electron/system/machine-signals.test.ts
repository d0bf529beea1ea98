import { describe, expect, it, vi } from 'vitest';
import { makeMachine, platforms } from '../machine.ts';

describe.each(platforms)('the power signal on %s', (platform) => {
  it('reports sleep everywhere, and lock and battery where the system does', async () => {
    const { controls } = await makeMachine({ platform });
    const { createPowerSignal } = await import('../../../../main/electron/system/power.ts');
    const power = createPowerSignal();
    const heard = vi.fn();
    const stop = power.subscribe(heard);
    controls.machineSays('suspend');
    expect(power.current().isAsleep).toBe(true);
    controls.machineSays('resume');
    controls.machineSays('lock-screen');
    controls.machineSays('on-battery');
    expect(power.current()).toEqual({ isAsleep: false, isLocked: platform !== 'linux', isOnBattery: platform !== 'linux' });
    stop();
    heard.mockClear();
    controls.machineSays('suspend');
    expect(heard).not.toHaveBeenCalled();
  });

  it('looks at the battery at every other event, because some systems never tell', async () => {
    const { controls } = await makeMachine({ platform });
    const { createPowerSignal } = await import('../../../../main/electron/system/power.ts');
    const power = createPowerSignal();
    controls.setDesktop({ isOnBattery: true });
    controls.machineSays('resume');
    expect(power.current().isOnBattery).toBe(true);
  });

  it('knows at the start whether it runs on battery', async () => {
    await makeMachine({ platform, isOnBattery: true });
    const { createPowerSignal } = await import('../../../../main/electron/system/power.ts');
    expect(createPowerSignal().current().isOnBattery).toBe(true);
  });
});

describe('the network signal', () => {
  async function makeSignal() {
    const machine = await makeMachine();
    const { createNetSignal } = await import('../../../../main/electron/system/network.ts');
    return { ...machine, network: createNetSignal(machine.clock) };
  }

  it('reports within 15 s that the network went or came back', async () => {
    const { network, controls, clock } = await makeSignal();
    const heard: boolean[] = [];
    network.subscribe((isOnline) => heard.push(isOnline));
    controls.setDesktop({ isOnline: false });
    clock.advance(15_000);
    clock.advance(60_000);
    controls.setDesktop({ isOnline: true });
    clock.advance(15_000);
    expect(heard).toEqual([false, true]);
  });

  it('checks at once when the machine wakes up', async () => {
    const { network, controls } = await makeSignal();
    const heard: boolean[] = [];
    network.subscribe((isOnline) => heard.push(isOnline));
    controls.setDesktop({ isOnline: false });
    controls.machineSays('resume');
    expect(heard).toEqual([false]);
  });

  it('stops checking when there are no listeners any more', async () => {
    const { network, controls, clock } = await makeSignal();
    const heard: boolean[] = [];
    network.subscribe((isOnline) => heard.push(isOnline))();
    controls.setDesktop({ isOnline: false });
    clock.advance(60_000);
    expect(heard).toEqual([]);
    expect(network.isOnline()).toBe(false);
  });
});
