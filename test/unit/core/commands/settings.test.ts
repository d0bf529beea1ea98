import { describe, expect, it } from 'vitest';
import { createCommandContext } from '../../../doubles/core/command-context.ts';

describe('settings', () => {
  it('change only in the fields that are given', async () => {
    const { run, settings } = createCommandContext();
    expect(await run({ kind: 'update-settings', patch: { appearance: 'dark', notices: { muted: ['uptime-up'] } } })).toEqual({
      ok: true,
      value: { status: 'done', message: null },
    });
    expect(settings()).toMatchObject({
      appearance: 'dark',
      notices: { isOn: true, muted: ['uptime-up'] },
      polling: { intervalSeconds: 60 },
    });
  });

  it('change even if they cannot be written, and are not announced as done', async () => {
    const { run, settings, failWrites } = createCommandContext();
    failWrites({ kind: 'storage', message: 'The disk is full.' });
    expect(await run({ kind: 'update-settings', patch: { appearance: 'dark' } })).toMatchObject({
      ok: false,
      failure: { kind: 'storage', message: expect.stringMatching(/^The change holds, but .* The disk is full\.$/) },
    });
    expect(settings().appearance).toBe('dark');
  });

  it('pin and unpin droplets', async () => {
    const { run, settings } = createCommandContext();
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: true });
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: true });
    expect(settings().pinned).toEqual(['c1:1']);
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: false });
    expect(settings().pinned).toEqual([]);
  });

  it('pin other things once, keep what they are called, and unpin whatever has a key', async () => {
    const { run, settings, polled } = createCommandContext();
    const storefront = { connectionId: 'c1', familyId: 'apps_list', parent: {}, id: 'a/1', name: 'storefront' };
    await run({ kind: 'pin-droplet', dropletKey: 'c1:1', isPinned: true });
    await run({ kind: 'pin-thing', ...storefront });
    expect(polled).toEqual(['pins']);
    await run({ kind: 'pin-thing', ...storefront, name: 'shop' });
    const key = 'c1:apps_list/a%2F1';
    expect(settings().pinned).toEqual(['c1:1', key]);
    expect(settings().pinnedThings).toEqual([
      { key, connectionId: 'c1', familyId: 'apps_list', parent: {}, itemId: 'a/1', name: 'shop' },
    ]);
    await run({ kind: 'move-pin', key, place: 0 });
    expect(settings().pinned).toEqual([key, 'c1:1']);
    await run({ kind: 'unpin', key });
    await run({ kind: 'unpin', key: 'c1:1' });
    expect(settings()).toMatchObject({ pinned: [], pinnedThings: [] });
  });

  it('move a pin among the others, and leave alone what is not pinned', async () => {
    const { run, settings } = createCommandContext();
    for (const dropletKey of ['c1:1', 'c1:2', 'c1:3']) await run({ kind: 'pin-droplet', dropletKey, isPinned: true });
    const orderAfter = async (key: string, place: number) => {
      await run({ kind: 'move-pin', key, place });
      return settings().pinned.join(' ');
    };
    expect(await orderAfter('c1:3', 0)).toBe('c1:3 c1:1 c1:2');
    expect(await orderAfter('c1:3', 1)).toBe('c1:1 c1:3 c1:2');
    expect(await orderAfter('c1:1', 99)).toBe('c1:3 c1:2 c1:1');
    expect(await orderAfter('c1:9', 0)).toBe('c1:3 c1:2 c1:1');
  });
});
