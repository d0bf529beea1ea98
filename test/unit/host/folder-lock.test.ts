import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FolderLock, takeFolder } from '../../../main/host/folder-lock.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const source = new URL('../../../main/host/folder-lock.ts', import.meta.url).href;
const noSocketFiles = onWindows('sockets are no files');
const held: FolderLock[] = [];
const children: ChildProcess[] = [];
let folder: string;
let logged: string[];
beforeEach(() => {
  folder = join(temporaryFolder(), 'Buoy');
  logged = [];
});
afterEach(() => {
  for (const lock of held.splice(0)) lock.release();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  vi.unstubAllEnvs();
});

const me = { host: 'web', pid: process.pid, address: 'http://127.0.0.1:4711/' } as const;
async function take(onAsked = () => {}, where = folder) {
  const log = { info: () => {}, warn: (line: string) => void logged.push(line) };
  const taken = await takeFolder(where, { log, owner: () => me, onAsked });
  if ('lock' in taken) held.push(taken.lock);
  return taken;
}

/** Another process that holds the folder; `body` is what it does then. */
async function holder(body = '') {
  const script = `
    import { takeFolder } from ${JSON.stringify(source)};
    const log = { info() {}, warn(line) { console.error(line); } };
    const owner = () => ({ host: 'electron', pid: process.pid, address: null });
    const { lock } = await takeFolder(process.argv[1], { log, owner, onAsked: () => console.log('asked') });
    console.log(lock ? 'held' : 'not held');
    setInterval(() => {}, 1000);
    ${body}
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  const [first] = await once(child.stdout, 'data');
  // The same piece may tell already that another process asked it to show itself.
  return { child, first: String(first).split('\n')[0] };
}

describe('a folder', () => {
  it('is one Buoy’s at a time: the second learns whose it is, and the first is asked to show itself', async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
    };
    expect(await take(count)).toHaveProperty('lock');
    expect(await take()).toEqual({ owner: { ...me, isLeaving: false } });
    expect(asked).toBe(1);
  });

  it('is free again once it is released', async () => {
    const taken = await take();
    if ('lock' in taken) taken.lock.release();
    expect(await take()).toHaveProperty('lock');
    expect(logged).toEqual([]);
  });

  it('goes to the next one when the first is ending, once it has ended', async () => {
    const taken = await take();
    if (!('lock' in taken)) throw new Error('It was not taken');
    taken.lock.leave();
    let hasEnded = false;
    const next = take();
    setTimeout(() => {
      hasEnded = true;
      taken.lock.release();
    }, 300);
    expect(await next).toHaveProperty('lock');
    expect(hasEnded).toBe(true);
  });

  it('of another process is not taken, and taken over when that was killed', async () => {
    const { child, first } = await holder();
    expect(first).toBe('held');
    expect(await take()).toMatchObject({ owner: { host: 'electron', pid: child.pid } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await take()).toHaveProperty('lock');
    expect(await take()).toMatchObject({ owner: me });
  });

  it.skipIf(noSocketFiles !== null)(`of a process that stands still is not taken${skippedFor(noSocketFiles)}`, async () => {
    const { child } = await holder();
    child.kill('SIGSTOP');
    expect(await take()).toEqual({ owner: null });
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('of one that was killed goes to one alone of many that come at once', async () => {
    const { child } = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const others = await Promise.all(Array.from({ length: 6 }, () => holder()));
    expect(others.map(({ first }) => first).toSorted()).toEqual(['held', ...Array(5).fill('not held')]);
    expect(readdirSync(folder)).toEqual(noSocketFiles === null ? ['buoy.sock'] : []);
  });

  it.skipIf(noSocketFiles !== null)(
    `is used without a lock, and that is logged, where none can be${skippedFor(noSocketFiles)}`,
    async () => {
      writeFileSync(folder, 'a file where the folder belongs');
      expect(await take()).toHaveProperty('lock');
      expect(logged.join()).toContain('without a lock');
    },
  );

  describe.skipIf(noSocketFiles !== null)(`whose path is longer than a socket’s may be${skippedFor(noSocketFiles)}`, () => {
    let above: string;
    beforeEach(() => {
      above = temporaryFolder();
      folder = join(above, 'x'.repeat(200), 'Buoy');
    });

    it('is one Buoy’s at a time too, whatever their temp folders are', async () => {
      const { child, first } = await holder();
      expect(first).toBe('held');
      vi.stubEnv('TMPDIR', above);
      expect(await take()).toMatchObject({ owner: { host: 'electron', pid: child.pid } });
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await take()).toHaveProperty('lock');
      expect(await take()).toMatchObject({ owner: me });
      expect(logged).toEqual([]);
    });

    it('is free once it is released, and nothing of it is left', async () => {
      vi.stubEnv('TMPDIR', above);
      const taken = await take();
      expect(readdirSync(folder)).toEqual(['buoy.sock']);
      if ('lock' in taken) taken.lock.release();
      expect(readdirSync(folder)).toEqual([]);
      expect(readdirSync(above)).toEqual(['x'.repeat(200)]);
      expect(await take()).toHaveProperty('lock');
    });
  });
});
