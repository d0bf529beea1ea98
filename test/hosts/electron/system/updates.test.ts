import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { UpdateOptions, Updater } from '../../../../main/electron/system/updates.ts';
import { makeMachine, type platforms, settle } from '../machine.ts';

async function makeUpdates(part: Partial<Updater> = {}, answers: boolean[] = []) {
  const order: string[] = [];
  const events = new EventEmitter();
  const updater: Updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    checkForUpdates: async () => ({ isUpdateAvailable: true, updateInfo: { version: '2.0.0' } }),
    downloadUpdate: async () => order.push('download'),
    quitAndInstall: () => void order.push('install'),
    on: (name, listener) => events.on(name, listener),
    once: (name, listener) => events.once(name, listener),
    ...part,
  };
  const options: UpdateOptions = {
    version: '1.0.0',
    loadUpdater: vi.fn(async () => updater),
    ask: vi.fn(async () => answers.shift() ?? false),
    tell: vi.fn(async () => {}),
    tellFailure: vi.fn(async () => {}),
    showProgress: vi.fn(),
    onInstallFailed: vi.fn(),
  };
  await makeMachine();
  const { createUpdates } = await import('../../../../main/electron/system/updates.ts');
  return { ...options, updater, order, events, updates: createUpdates(options) };
}

describe('checking for a newer version', () => {
  it('loads nothing and contacts nobody until the person asks for it', async () => {
    const { loadUpdater } = await makeUpdates();
    expect(loadUpdater).not.toHaveBeenCalled();
  });

  it('downloads and installs after a question each', async () => {
    const { updates, order, updater } = await makeUpdates({}, [true, true]);
    await updates.checkNow();
    expect(order).toEqual(['download', 'install']);
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

  it('shows how much is downloaded, and says it when asked meanwhile', async () => {
    const arrived = Promise.withResolvers<void>();
    const { updates, events, showProgress, tell } = await makeUpdates({ downloadUpdate: () => arrived.promise }, [true]);
    const done = updates.checkNow();
    await settle();
    events.emit('download-progress', { percent: 12.5 });
    expect(showProgress).toHaveBeenLastCalledWith(0.125);
    await updates.checkNow();
    expect(tell).toHaveBeenCalledExactlyOnceWith('Buoy 2.0.0 is being downloaded: 12 % is here.');
    arrived.resolve();
    await done;
    expect(showProgress).toHaveBeenLastCalledWith(null);
  });

  it('says that the download failed, and takes its progress away', async () => {
    const { updates, showProgress, tellFailure } = await makeUpdates({ downloadUpdate: () => Promise.reject(new Error('cut')) }, [
      true,
    ]);
    await updates.checkNow();
    expect(tellFailure).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('downloaded'), expect.any(String));
    expect(showProgress).toHaveBeenLastCalledWith(null);
  });

  it('says that the installation failed, which is known only after it was handed over', async () => {
    const { updates, events, tellFailure, onInstallFailed } = await makeUpdates({}, [true, true]);
    await updates.checkNow();
    expect(tellFailure).not.toHaveBeenCalled();
    events.emit('error');
    expect(onInstallFailed).toHaveBeenCalledOnce();
    expect(tellFailure).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('installed'), expect.any(String));
  });

  it('looks once when asked twice', async () => {
    const { updates, loadUpdater } = await makeUpdates();
    await Promise.all([updates.checkNow(), updates.checkNow()]);
    expect(loadUpdater).toHaveBeenCalledOnce();
  });
});

describe('a package', () => {
  async function canUpdate(platform: (typeof platforms)[number], isPackaged: boolean, env: object, hasProvider: boolean) {
    const { home: resources } = await makeMachine({ platform, isPackaged });
    if (hasProvider) writeFileSync(join(resources, 'app-update.yml'), 'provider: github\n');
    const { canUpdateItself } = await import('../../../../main/electron/system/updates.ts');
    return canUpdateItself({ platform, env: { ...env }, resources });
  }
  const appImage = { APPIMAGE: '/home/me/Buoy.AppImage' };

  it.each([
    ['win32', true, {}, true],
    ['darwin', true, {}, true],
    ['darwin', false, {}, false],
    ['linux', true, {}, false],
    ['linux', true, appImage, true],
  ] as const)('on %s, packaged: %s, with %j updates itself: %s', async (platform, isPackaged, env, expected) => {
    expect(await canUpdate(platform, isPackaged, env, true)).toBe(expected);
  });

  it.each([
    ['win32', {}],
    ['darwin', {}],
    ['linux', appImage],
  ] as const)('on %s, with %j, does not offer to update itself when nobody provides newer versions', async (platform, env) => {
    expect(await canUpdate(platform, true, env, false)).toBe(false);
  });
});
