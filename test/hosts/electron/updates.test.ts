import { describe, expect, it, vi } from 'vitest';
import { createUpdates, type UpdateOptions, type Updater } from '../../../main/electron/updates.ts';

function makeUpdates(part: Partial<Updater> = {}, answers: boolean[] = []) {
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
  return { ...options, updater, order, updates: createUpdates(options) };
}

describe('looking for a newer version', () => {
  it('loads nothing and asks nobody until the person wants it', () => {
    const { loadUpdater } = makeUpdates();
    expect(loadUpdater).not.toHaveBeenCalled();
  });

  it('downloads and installs after a question each, and lets windows close first', async () => {
    const { updates, order, updater } = makeUpdates({}, [true, true]);
    await updates.checkNow();
    expect(order).toEqual(['download', 'let windows close', 'install']);
    expect([updater.autoDownload, updater.autoInstallOnAppQuit]).toEqual([false, false]);
  });

  it.each([
    ['the download', [false], []],
    ['the installation', [true, false], ['download']],
  ])('stops when the person does not want %s', async (_what, answers, done) => {
    const { updates, order } = makeUpdates({}, answers);
    await updates.checkNow();
    expect(order).toEqual(done);
  });

  it('says that there is none, or that it could not look', async () => {
    const newest = makeUpdates({ checkForUpdates: async () => null });
    await newest.updates.checkNow();
    expect(newest.tell).toHaveBeenCalledWith('Buoy 1.0.0 is the newest version.');
    const offline = makeUpdates({ checkForUpdates: () => Promise.reject(new Error('ENOTFOUND')) });
    await offline.updates.checkNow();
    expect(offline.tellFailure).toHaveBeenCalledOnce();
  });

  it('looks once when asked twice', async () => {
    const { updates, loadUpdater } = makeUpdates();
    await Promise.all([updates.checkNow(), updates.checkNow()]);
    expect(loadUpdater).toHaveBeenCalledOnce();
  });
});
