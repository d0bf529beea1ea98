import { describe, expect, it, vi } from 'vitest';
import { hostWords } from '../../../main/core/words/host.ts';
import type { Failure } from '../../../preload/contract/failure.ts';
import { makeMachine, settle } from './machine.ts';

async function makeQuitting(stop: () => Promise<Failure[]>) {
  const machine = await makeMachine();
  const { app } = await import('electron');
  app.on('window-all-closed', () => {});
  const { createQuitting } = await import('../../../main/electron/quitting.ts');
  const quitting = createQuitting();
  quitting.stopFirst(stop, machine.clock);
  return { ...machine, quitting };
}

describe('quitting', () => {
  it('waits until the core has stopped, then ends with 0', async () => {
    const stopped = Promise.withResolvers<Failure[]>();
    const { controls, quitting } = await makeQuitting(() => stopped.promise);
    controls.quit();
    await settle();
    expect(quitting.isQuitting()).toBe(true);
    expect(controls.exitCode()).toBeNull();
    stopped.resolve([]);
    await settle();
    expect(controls.exitCode()).toBe(0);
  });

  it.each([
    ['hangs for three seconds', () => new Promise<Failure[]>(() => {})],
    ['fails', () => Promise.reject(new Error('disk full'))],
  ])('ends even if the core %s', async (_what, stop) => {
    const { controls, clock } = await makeQuitting(stop);
    controls.quit();
    await settle();
    clock.advance(3000);
    await settle();
    expect(controls.exitCode()).toBe(0);
  });

  it('stops the core once, however often the person quits', async () => {
    const stop = vi.fn(() => new Promise<Failure[]>(() => {}));
    const { controls, clock } = await makeQuitting(stop);
    controls.quit();
    await settle();
    controls.quit();
    await settle();
    clock.advance(3000);
    await settle();
    expect(stop).toHaveBeenCalledOnce();
    expect(controls.exitCode()).toBe(0);
  });

  it('says what could not be written, and then ends', async () => {
    const failure = { kind: 'storage', message: 'settings.json could not be written: the disk is full.' } as const;
    const { controls } = await makeQuitting(async () => [failure]);
    controls.quit();
    await settle();
    expect(controls.errorBoxes()).toEqual([
      { title: hostWords.notAllWritten, content: expect.stringContaining(failure.message) },
    ]);
    expect(controls.exitCode()).toBe(0);
  });

  it('does not delay a machine that is shutting down', async () => {
    const stop = vi.fn(() => new Promise<Failure[]>(() => {}));
    const { controls } = await makeQuitting(stop);
    controls.machineSays('shutdown');
    await settle();
    expect(stop).toHaveBeenCalledOnce();
    expect(controls.exitCode()).toBe(0);
  });

  it('closes windows that would otherwise only hide', async () => {
    const { controls, quitting } = await makeQuitting(async () => []);
    const { BrowserWindow } = await import('electron');
    const window = new BrowserWindow({ show: false });
    window.on('close', (event) => {
      if (!quitting.isQuitting()) event.preventDefault();
    });
    window.close();
    expect(controls.windows()).toHaveLength(1);
    controls.quit();
    await settle();
    expect(controls.windows()).toEqual([]);
    expect(controls.exitCode()).toBe(0);
  });

  it('hands the lock over to a new version before it starts, and lets windows close', async () => {
    const { controls, quitting } = await makeQuitting(async () => []);
    const { app } = await import('electron');
    app.requestSingleInstanceLock();
    controls.handOverToUpdate();
    expect([quitting.isQuitting(), controls.hasLock()]).toEqual([true, false]);
  });

  it('takes the lock back when the new version did not take over', async () => {
    const { controls, quitting } = await makeQuitting(async () => []);
    controls.handOverToUpdate();
    quitting.stay();
    expect([quitting.isQuitting(), controls.hasLock()]).toEqual([false, true]);
  });
});
