import { describe, expect, it } from 'vitest';
import { createStore } from '../../../../main/core/state/store.ts';
import { createPublisher } from '../../../../main/core/view/publisher.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import type { TrayView, ViewPatch } from '../../../../preload/contract/view.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';
import { fetched, loadedState, nothingElse, nothingRestored } from '../../../doubles/core/states.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

function setUp() {
  const clock = createFakeClock();
  const store = createStore((error) => {
    throw error;
  });
  const patches: ViewPatch[] = [];
  const trays: TrayView[] = [];
  const publisher = createPublisher({
    clock,
    viewOf: createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities }),
    state: store.state,
    subscribe: (listener) => store.subscribe(listener),
    onPatch: (patch) => patches.push(patch),
    onTray: (tray) => trays.push(tray),
  });
  const [connection] = loadedState().connections.values();
  if (!connection) throw new Error('A loaded state has a connection');
  store.dispatch({
    type: 'restored',
    restored: { ...nothingRestored, connections: [connection] },
  });
  publisher.start();
  const rename = (label: string) => store.dispatch({ type: 'connection-renamed', connectionId: 'c1', label });
  return { clock, store, publisher, patches, trays, rename };
}

describe('the publisher', () => {
  it('sends a change at once, without a timer of its own', async () => {
    const { clock, patches, rename } = setUp();
    await settle();
    const before = patches.length;
    rename('Harbour');
    await settle();
    expect(patches.length).toBe(before + 1);
    expect(patches.at(-1)?.tables.connections?.set.map((row) => row.label)).toEqual(['Harbour']);
    expect(clock.waiting()).toEqual([30_000]);
  });

  it('numbers its patches without a gap, from the full view on', async () => {
    const { publisher, patches, rename } = setUp();
    await settle();
    const { revision } = publisher.open();
    for (const label of ['a', 'b', 'c']) {
      rename(label);
      await settle();
    }
    const after = patches.map((patch) => patch.revision).filter((number) => number > revision);
    expect(after).toEqual([revision + 1, revision + 2, revision + 3]);
  });

  it('sends about ten patches a second in a storm, and the last state at the end', async () => {
    const { clock, patches, rename } = setUp();
    await settle();
    const before = patches.length;
    for (let step = 0; step < 500; step += 1) {
      rename(`label ${step}`);
      await clock.advance(10);
    }
    await clock.advance(200);
    expect(patches.length - before).toBeLessThanOrEqual(72);
    expect(patches.length - before).toBeGreaterThan(40);
    expect(patches.at(-1)?.tables.connections?.set[0]?.label).toBe('label 499');
  });

  it('opens with the current state, even in the middle of a storm', async () => {
    const { publisher, rename } = setUp();
    for (let step = 0; step < 50; step += 1) {
      rename(`label ${step}`);
      await settle();
    }
    expect(publisher.open().tables.connections[0]?.label).toBe('label 49');
  });

  it('updates ages by itself, and is silent while they read the same', async () => {
    const { clock, store, trays, patches } = setUp();
    const atMs = clock.now();
    for (const event of [fetched('droplets', [aDroplet()], atMs), ...nothingElse()]) store.dispatch(event);
    await settle();
    const [patchCount, trayCount] = [patches.length, trays.length];
    await clock.advance(60_000);
    expect([patches.length, trays.length]).toEqual([patchCount, trayCount]);
    await clock.advance(35_000);
    expect(trays.at(-1)?.subtitle).toContain('1 min ago');
  });

  it('continues when the clock is set back', async () => {
    const { clock, patches, rename } = setUp();
    await settle();
    clock.jump(-86_400_000);
    for (let step = 0; step < 30; step += 1) rename(`label ${step}`);
    rename('last');
    await clock.advance(1000);
    expect(patches.at(-1)?.tables.connections?.set[0]?.label).toBe('last');
  });

  it('leaves no timer behind when it stops', async () => {
    const { clock, publisher } = setUp();
    await settle();
    publisher.stop();
    expect(clock.waiting()).toEqual([]);
  });
});
