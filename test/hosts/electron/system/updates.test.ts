import { describe, expect, it, vi } from 'vitest';
import type { UpdateOptions, Updater } from '../../../../main/electron/system/updates.ts';
import { makeMachine } from '../machine.ts';

async function makeUpdates(part: Partial<Updater> = {}, answers: boolean[] = []) {
  const order: string[] = [];
  const updater: Updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    checkForUpdates: async () => ({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } }),
    downloadUpdate: async () => order.push('download'),
    quitAndInstall: () => void order.push('install'),
    ...part,
  };
  const options: UpdateOptions = {
    version: '1.0.0',
    loadUpdater: vi.fn(async () => updater),
    ask: vi.fn(async () => answers.shift() ?? false),
    tell: vi.fn(async () => {}),
    tellFailure: vi.fn(async () => {}),
    beforeInstall: () => void order.push('let windows close'),
  };
  await makeMachine();
  const { createUpdates } = await import('../../../../main/electron/system/updates.ts');
  return { ...options, updater, order, updates: createUpdates(options) };
}

describe('checking for a newer version', () => {
  it('loads nothing and contacts nobody until the person asks for it', async () => {
    const { loadUpdater } = await makeUpdates();
    expect(loadUpdater).not.toHaveBeenCalled();
  });

  it('asks before the download and before the installation, and lets windows close first', async () => {
    const { updates, order, updater } = await makeUpdates({}, [true, true]);
    await updates.checkNow();
    expect(order).toEqual(['download', 'let windows close', 'install']);
    expect([updater.autoDownload, updater.autoInstallOnAppQuit]).toEqual([false, false]);
  });

  it.each([
    ['the download', [false], []],
    ['the installation', [true, false], ['download']],
  ])('stops if the person declines %s', async (_what, answers, done) => {
    const { updates, order } = await makeUpdates({}, answers);
    await updates.checkNow();
    expect(order).toEqual(done);
  });

  it('reports that there is none, or that it could not check', async () => {
    const newest = await makeUpdates({ checkForUpdates: async () => null });
    await newest.updates.checkNow();
    expect(newest.tell).toHaveBeenCalledWith('Buoy 1.0.0 is the newest version.');
    const offline = await makeUpdates({ checkForUpdates: () => Promise.reject(new Error('ENOTFOUND')) });
    await offline.updates.checkNow();
    expect(offline.tellFailure).toHaveBeenCalledOnce();
  });

  it('checks once when asked twice', async () => {
    const { updates, loadUpdater } = await makeUpdates();
    await Promise.all([updates.checkNow(), updates.checkNow()]);
    expect(loadUpdater).toHaveBeenCalledOnce();
  });
});

describe('a package', () => {
  it.each([
    ['win32', true, {}, true],
    ['darwin', true, {}, true],
    ['darwin', false, {}, false],
    ['linux', true, {}, false],
    ['linux', true, { APPIMAGE: '/home/me/Buoy.AppImage' }, true],
  ] as const)('on %s, packaged: %s, with %j updates itself: %s', async (platform, isPackaged, env, expected) => {
    await makeMachine({ platform, isPackaged });
    const { canUpdateItself } = await import('../../../../main/electron/system/updates.ts');
    expect(canUpdateItself(platform, env)).toBe(expected);
  });
});
