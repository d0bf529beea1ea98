import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { socketPath } from '../../../../main/electron/system/session-bus.ts';
import { type TrayHost, trayGraceMs, watchTrayHost } from '../../../../main/electron/system/tray-host.ts';
import { type BusDouble, startBus, startMuteBus } from '../../../doubles/desktop/session-bus.ts';
import { startTrayRegistry, type TrayPlace, type TrayRegistry } from '../../../doubles/desktop/tray-registry.ts';
import { skippedFor } from '../../../doubles/skipped.ts';
import { temporaryFolder } from '../../../doubles/temporary-folder.ts';
import { PrivateSession, whyNoBus } from '../../../keychain/session.ts';
import { createFakeClock } from '../machine.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const closed = <T extends { stop(): unknown }>(bus: T): T => {
  ends.push(() => bus.stop());
  return bus;
};

/** Buoy's watch of a desktop, and what it told of it. */
function watch(env: Record<string, string>, platform: NodeJS.Platform = 'linux') {
  const clock = createFakeClock();
  const timers = new Set<object>();
  const counted: typeof clock = {
    ...clock,
    after(delayMs, run) {
      const timer = {};
      timers.add(timer);
      const cancel = clock.after(delayMs, () => {
        timers.delete(timer);
        run();
      });
      return () => {
        timers.delete(timer);
        cancel();
      };
    },
  };
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (line: string) => void warnings.push(line) };
  const host: TrayHost = watchTrayHost({ platform, env, clock: counted, log });
  ends.push(() => host.close());
  const told: boolean[] = [];
  host.subscribe((isShown) => told.push(isShown));
  return { host, clock, told, warnings, waiting: () => timers.size };
}

const soon = { timeout: 10_000 };
/** The system's own bus. */
async function startRealBus(serviceFolder: string | null = null): Promise<BusDouble> {
  const session = new PrivateSession();
  await session.startBus(serviceFolder);
  return { address: session.env.DBUS_SESSION_BUS_ADDRESS ?? '', stop: () => session.end() };
}

const whyNot = whyNoBus();
describe.skipIf(whyNot !== null)(`over dbus-daemon${skippedFor(whyNot)}`, () => followsDesktop(() => startRealBus()));
describe('over the double of a bus', () => followsDesktop(() => startBus(temporaryFolder())));

/** The tests of what the tray host hears, on one kind of bus. */
function followsDesktop(start: () => Promise<BusDouble>): void {
  async function desktop(place: TrayPlace) {
    const bus = closed(await start());
    const registry: TrayRegistry = await startTrayRegistry(bus.address, place);
    ends.push(() => registry.leave());
    return { bus, registry, ...watch({ DBUS_SESSION_BUS_ADDRESS: bus.address }) };
  }

  it('is there when the registry has a host', async () => {
    const { host } = await desktop('there');
    await host.settled;
    expect(host.answer()).toBe('there');
    expect(host.isShown()).toBe(true);
  });

  it.each(['no-host', 'gone'] as const)('is missing when the registry is: %s', async (place) => {
    const { host, told } = await desktop(place);
    await host.settled;
    expect(host.answer()).toBe('missing');
    expect(told).toEqual([false]);
  });

  it.each(['no-host', 'gone'] as const)('is told at once when it comes after: %s', async (place) => {
    const { host, registry, told } = await desktop(place);
    await host.settled;
    await registry.set('there');
    await expect.poll(() => host.answer(), soon).toBe('there');
    expect(told).toEqual([false, true]);
  });

  it('is not missed while a shell starts again within five seconds', async () => {
    const { host, registry, told, clock, waiting } = await desktop('there');
    await host.settled;
    await registry.set('gone');
    await expect.poll(waiting, soon).toBe(1);
    clock.advance(trayGraceMs - 1);
    await registry.set('there');
    await expect.poll(waiting, soon).toBe(0);
    await registry.set('no-host');
    await expect.poll(waiting, soon).toBe(1);
    clock.advance(trayGraceMs - 1);
    expect(host.isShown()).toBe(true);
    expect(told).toEqual([true]);
    clock.advance(1);
    expect(host.answer()).toBe('missing');
  });

  it('is missing some time after the bus has gone', async () => {
    const { host, bus, clock, registry, waiting } = await desktop('there');
    await host.settled;
    await registry.leave();
    await bus.stop();
    await expect.poll(waiting, soon).toBe(1);
    clock.advance(trayGraceMs);
    expect(host.answer()).toBe('missing');
  });

  it('hears nothing more once it is closed', async () => {
    const { host, registry, told } = await desktop('there');
    await host.settled;
    host.close();
    await registry.set('gone');
    expect(told).toEqual([true]);
  });
}

describe('the tray host', () => {
  it.skipIf(whyNot !== null)(`starts no program that would have a tray${skippedFor(whyNot)}`, async () => {
    const folder = temporaryFolder();
    const started = join(folder, 'started');
    const service = ['[D-BUS Service]', 'Name=org.kde.StatusNotifierWatcher', `Exec=/usr/bin/touch ${started}`, ''];
    writeFileSync(join(folder, 'org.kde.StatusNotifierWatcher.service'), service.join('\n'));
    const bus = closed(await startRealBus(folder));
    const { host } = watch({ DBUS_SESSION_BUS_ADDRESS: bus.address });
    await host.settled;
    expect(host.answer()).toBe('missing');
    expect(existsSync(started)).toBe(false);
  });

  it.each(['darwin', 'win32'] as const)('is always there on %s', async (platform) => {
    const { host } = watch({}, platform);
    await host.settled;
    expect(host.answer()).toBe('there');
  });

  it('is missing where there is no bus, and where nobody listens at its address', async () => {
    for (const env of [{}, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }]) {
      const { host } = watch(env);
      await host.settled;
      expect(host.answer()).toBe('missing');
    }
  });

  it('counts as there after two seconds of a mute bus, and until that ends', async () => {
    const bus = closed(await startMuteBus(temporaryFolder()));
    const { host, clock, told } = watch({ DBUS_SESSION_BUS_ADDRESS: bus.address });
    let isSettled = false;
    void host.settled.then(() => {
      isSettled = true;
    });
    clock.advance(1999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    clock.advance(1);
    await host.settled;
    expect(host.answer()).toBe('unknown');
    expect(host.isShown()).toBe(true);
    await bus.stop();
    await expect.poll(() => told, soon).toEqual([false]);
  });

  it('leaves the bus when it is closed, whether that has answered or not', async () => {
    const bus = closed(await startMuteBus(temporaryFolder()));
    const { host, waiting, warnings } = watch({ DBUS_SESSION_BUS_ADDRESS: bus.address });
    await expect.poll(() => bus.connections(), soon).toBe(1);
    host.close();
    await expect.poll(() => bus.connections(), soon).toBe(0);
    expect(waiting()).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('is there for this run once the person has used an icon that the registry does not know', async () => {
    const { host, told } = watch({});
    await host.settled;
    host.noteUsed();
    host.noteUsed();
    expect(host.isShown()).toBe(true);
    expect(told).toEqual([false, true]);
  });
});

describe('the address of the session bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/tmp/a%20b,guid=5f', '/tmp/a b'],
    ['unix:abstract=/tmp/dbus-x,guid=5f', '\0/tmp/dbus-x'],
    ['tcp:host=198.51.100.1,port=1;unix:path=/tmp/bus', '/tmp/bus'],
  ])('is read from %s', (address, path) => {
    expect(socketPath({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(path);
  });

  it.each(['tcp:host=198.51.100.1,port=1,path=/tmp/bus', 'unixexec:path=/bin/sh', 'autolaunch:', 'nonsense'])(
    'is never %s',
    (address) => {
      expect(socketPath({ DBUS_SESSION_BUS_ADDRESS: address })).toBeNull();
    },
  );
});
