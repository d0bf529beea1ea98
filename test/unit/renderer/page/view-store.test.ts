import { describe, expect, it, vi } from 'vitest';
import type { FullView, ViewPatch } from '../../../../preload/contract/view.ts';
import { ViewStore } from '../../../../renderer/page/view-store.ts';
import { inventedNow } from '../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';
import { createFakeBridge } from '../../../doubles/page/fake-bridge.ts';

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

const openStore = async (view: FullView = inventedView()) => {
  const bridge = createFakeBridge(view);
  const timers: { ms: number; run: () => void }[] = [];
  const store = new ViewStore(bridge, {
    now: () => 1000,
    after: (ms, run) => {
      timers.push({ ms, run });
      return () => timers.splice(0);
    },
  });
  store.start();
  await settle();
  return { store, bridge, timers };
};

const patchOf = (revision: number, change: Partial<ViewPatch> = {}): ViewPatch => ({
  revision,
  nowMs: inventedNow,
  singles: {},
  tables: {},
  ...change,
});
const opens = (bridge: { calls: { name: string }[] }) => bridge.calls.filter((call) => call.name === 'openView').length;

describe('ViewStore', () => {
  it('is opening until the full view arrives, then open', async () => {
    const bridge = createFakeBridge(inventedView());
    const store = new ViewStore(bridge, { now: () => 0, after: () => () => {} });
    store.start();
    expect(store.status().phase).toBe('opening');
    await settle();
    expect(store.status().phase).toBe('open');
    expect(store.rows('droplets')).toHaveLength(23);
  });

  it('notifies only the listeners of the row that a patch changes', async () => {
    const { store, bridge } = await openStore();
    const changed = store.rows('droplets')[3];
    const other = store.rows('droplets')[4];
    if (!changed || !other) throw new Error('no rows');
    const heard = { changed: 0, other: 0, table: 0 };
    store.subscribeRow('droplets', changed.key, () => (heard.changed += 1));
    store.subscribeRow('droplets', other.key, () => (heard.other += 1));
    store.subscribeTable('droplets', () => (heard.table += 1));
    bridge.patch({ tables: { droplets: { set: [{ ...changed, name: 'renamed' }], remove: [] } } });
    expect(heard).toEqual({ changed: 1, other: 0, table: 1 });
    expect(store.row('droplets', changed.key)?.name).toBe('renamed');
    expect(store.row('droplets', other.key)).toBe(other);
  });

  it('returns the same array of rows until the table changes', async () => {
    const { store, bridge } = await openStore();
    const before = store.rows('droplets');
    bridge.patch({ singles: { meta: { ...inventedView().singles.meta, isOnline: false } } });
    expect(store.rows('droplets')).toBe(before);
    bridge.patch({ tables: { droplets: { set: [], remove: [before[0]?.key ?? ''] } } });
    expect(store.rows('droplets')).not.toBe(before);
    expect(store.rows('droplets')).toHaveLength(22);
  });

  it('applies a whole patch before it notifies anyone', async () => {
    const { store, bridge } = await openStore();
    const droplet = store.rows('droplets')[0];
    if (!droplet) throw new Error('no rows');
    const seen: unknown[] = [];
    store.subscribeRow('droplets', droplet.key, () => seen.push(store.single('meta')?.isOnline));
    bridge.patch({
      singles: { meta: { ...inventedView().singles.meta, isOnline: false } },
      tables: { droplets: { set: [{ ...droplet }], remove: [] } },
    });
    expect(seen).toEqual([false]);
  });

  it('ignores a patch that it already has', async () => {
    const { store, bridge } = await openStore();
    const droplet = store.rows('droplets')[0];
    if (!droplet) throw new Error('no rows');
    bridge.emit('viewPatch', patchOf(1, { tables: { droplets: { set: [], remove: [droplet.key] } } }));
    expect(store.row('droplets', droplet.key)).toBe(droplet);
    expect(opens(bridge)).toBe(1);
  });

  it('opens the view again if a patch was missed', async () => {
    const { store, bridge } = await openStore();
    bridge.emit('viewPatch', patchOf(9));
    expect(opens(bridge)).toBe(2);
    await settle();
    expect(store.status().phase).toBe('open');
  });

  it('applies patches that arrive while the full view is on its way, but no older ones', async () => {
    const view = inventedView();
    const bridge = createFakeBridge({ ...view, revision: 5 });
    const store = new ViewStore(bridge, { now: () => 0, after: () => () => {} });
    store.start();
    const droplet = view.tables.droplets[0];
    if (!droplet) throw new Error('no rows');
    bridge.emit('viewPatch', patchOf(5, { tables: { droplets: { set: [], remove: [droplet.key] } } }));
    bridge.emit('viewPatch', patchOf(6, { tables: { droplets: { set: [{ ...droplet, name: 'later' }], remove: [] } } }));
    await settle();
    expect(store.row('droplets', droplet.key)?.name).toBe('later');
    expect(opens(bridge)).toBe(1);
  });

  it('says why it cannot open and tries again, waiting longer each time', async () => {
    const bridge = createFakeBridge(inventedView());
    const failure = { kind: 'internal' as const, message: 'No view' };
    const openView = vi.fn(async () => ({ ok: false as const, failure }));
    const waits: number[] = [];
    const runs: (() => void)[] = [];
    const store = new ViewStore(
      { ...bridge, openView },
      {
        now: () => 0,
        after: (ms, run) => {
          waits.push(ms);
          runs.push(run);
          return () => {};
        },
      },
    );
    store.start();
    await settle();
    expect(store.status()).toEqual({ phase: 'failed', failure });
    runs.at(-1)?.();
    await settle();
    expect(openView).toHaveBeenCalledTimes(2);
    expect(waits).toEqual([500, 1000]);
  });

  it('keeps showing what it has if opening again fails', async () => {
    const { store, bridge } = await openStore();
    const failing = createFakeBridge(inventedView());
    Object.assign(bridge, { openView: async () => ({ ok: false, failure: { kind: 'network', message: 'gone' } }) });
    void failing;
    bridge.emit('viewPatch', patchOf(9));
    await settle();
    expect(store.status().phase).toBe('open');
    expect(store.rows('droplets')).toHaveLength(23);
  });

  it('uses the time of the host, not of the page', async () => {
    const { store } = await openStore();
    expect(store.now()).toBe(inventedNow);
  });
});
