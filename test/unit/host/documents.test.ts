import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DocumentFile, documentFile } from '../../../main/host/document-file.ts';
import { createDocuments } from '../../../main/host/documents.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const now = Date.UTC(2026, 10, 23, 14, 8);
let folder: string;
let logged: string[];
beforeEach(() => {
  folder = join(temporaryFolder(), 'Buoy');
  logged = [];
});

const noShell = onWindows('there is no shell with limits');
const noLinks = onWindows('links need rights that a user does not have');
const noModes = onWindows('files have no modes');
const canReadAll = noModes ?? (process.getuid?.() === 0 ? 'root can read every file' : null);

const openDocuments = (open?: (name: string, folder: string) => DocumentFile) => {
  const log = { info: () => {}, warn: (line: string) => void logged.push(line) };
  return createDocuments({ folder, clock: { now: () => now }, log, ...(open ? { open } : {}) });
};
const put = (name: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
};

describe('documents', () => {
  it('read as null before they were ever written, without creating a file', async () => {
    expect(await openDocuments().read('settings')).toEqual({ ok: true, value: { value: null, setAside: null } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([{ appearance: 'dark', pinned: ['c1:101'] }, [], 'text', 0, false, { __proto__: null, 'a.b': { 'c.d': 1 } }])(
    'keep %j across restarts',
    async (value) => {
      expect(await openDocuments().write('settings', value)).toEqual({ ok: true, value: null });
      expect(await openDocuments().read('settings')).toEqual({ ok: true, value: { value, setAside: null } });
    },
  );

  it.skipIf(noModes !== null)(`are for their owner only${skippedFor(noModes)}`, async () => {
    await openDocuments().write('connections', []);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'connections.json')).mode & 0o777).toBe(0o600);
  });

  it('are separate, one file each, and leave nothing else behind', async () => {
    const documents = openDocuments();
    for (const name of ['settings', 'connections', 'history', 'durations', 'last-view'] as const)
      await documents.write(name, { name });
    expect(readdirSync(folder).sort()).toEqual(
      ['connections.json', 'durations.json', 'history.json', 'last-view.json', 'settings.json'].sort(),
    );
    expect(await documents.read('history')).toMatchObject({ value: { value: { name: 'history' } } });
  });

  it.each(['{"value":{', '', 'not json', '\0\0\0\0', '[1,2]', '"text"', 'null', '{"other":1}', '{"value":null}'])(
    'move a file aside as a whole if it contains %j, and start over',
    async (text) => {
      put('settings.json', text);
      const documents = openDocuments();
      const aside = join(folder, 'settings.corrupt-2026-11-23T14-08-00.000Z.json');
      expect(await documents.read('settings')).toEqual({ ok: true, value: { value: null, setAside: aside } });
      expect(readFileSync(aside, 'utf8')).toBe(text);
      expect(logged.join()).toContain('settings.json was corrupt');
      await documents.write('settings', { appearance: 'light' });
      expect(await openDocuments().read('settings')).toMatchObject({ value: { value: { appearance: 'light' }, setAside: null } });
      expect(readFileSync(aside, 'utf8')).toBe(text);
    },
  );

  it('are read from a file that an editor began with a mark of its encoding', async () => {
    put('settings.json', '\ufeff{"value":{"appearance":"light"}}');
    expect(await openDocuments().read('settings')).toMatchObject({ value: { value: { appearance: 'light' }, setAside: null } });
  });

  it('move two files aside in the same moment without overwriting the first', async () => {
    put('settings.json', 'first');
    await openDocuments().read('settings');
    put('settings.json', 'second');
    const outcome = await openDocuments().read('settings');
    expect(outcome).toMatchObject({ ok: true, value: { setAside: expect.stringMatching(/-2\.json$/) } });
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toHaveLength(2);
  });

  it('move a corrupt file aside even if it is written before it was read', async () => {
    put('history.json', 'broken');
    await openDocuments().write('history', [1]);
    expect(readdirSync(folder).some((name) => name.startsWith('history.corrupt-'))).toBe(true);
  });

  it('keep their content when the disk is full', async () => {
    await openDocuments().write('settings', { appearance: 'dark' });
    const documents = openDocuments((name, where) => ({
      ...documentFile(where, name),
      write() {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    }));
    expect(await documents.write('settings', { appearance: 'light' })).toMatchObject({
      ok: false,
      failure: { kind: 'storage', message: expect.stringContaining('the disk is full') },
    });
    expect(await openDocuments().read('settings')).toMatchObject({ value: { value: { appearance: 'dark' } } });
  });

  // A limit on the size of files is what a user can set up of a disk that fills up within a write.
  it.skipIf(noShell !== null)(`keep their content when the disk fills up within a write${skippedFor(noShell)}`, async () => {
    await openDocuments().write('history', ['before']);
    const script = `
      import { createDocuments } from ${JSON.stringify(new URL('../../../main/host/documents.ts', import.meta.url).href)};
      const log = { info() {}, warn() {} };
      const documents = createDocuments({ folder: process.argv[1], clock: { now: Date.now }, log });
      const { failure } = await documents.write('history', 'x'.repeat(100_000));
      console.log(failure?.kind);
    `;
    const run = `trap '' XFSZ; ulimit -f 8; exec "$0" --input-type=module -e "$1" "$2"`;
    expect(execFileSync('sh', ['-c', run, process.execPath, script, folder], { encoding: 'utf8' }).trim()).toBe('storage');
    expect(await openDocuments().read('history')).toMatchObject({ value: { value: ['before'], setAside: null } });
    expect(readdirSync(folder)).toEqual(['history.json']);
  });

  it.skipIf(noLinks !== null)(`stay where a link in their place leads${skippedFor(noLinks)}`, async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'mine.json'), '{"value":{}}');
    mkdirSync(folder);
    symlinkSync(join(elsewhere, 'mine.json'), join(folder, 'settings.json'));
    await openDocuments().write('settings', { appearance: 'dark' });
    expect(JSON.parse(readFileSync(join(elsewhere, 'mine.json'), 'utf8'))).toEqual({ value: { appearance: 'dark' } });
    expect(readdirSync(elsewhere)).toEqual(['mine.json']);
  });

  it.skipIf(canReadAll !== null)(`leave a file alone that cannot be read${skippedFor(canReadAll)}`, async () => {
    put('settings.json', '{"value":{"appearance":"dark"}}');
    chmodSync(join(folder, 'settings.json'), 0);
    expect(await openDocuments().read('settings')).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    chmodSync(join(folder, 'settings.json'), 0o600);
    expect(await openDocuments().read('settings')).toMatchObject({ value: { value: { appearance: 'dark' } } });
  });

  it('fail with storage, and stay as they are, if their place is a folder or their folder a file', async () => {
    mkdirSync(join(folder, 'settings.json'), { recursive: true });
    expect(await openDocuments().read('settings')).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file');
    expect(await openDocuments().write('history', [])).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  it('work again once the problem is fixed', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, 'in the way');
    const documents = openDocuments();
    expect((await documents.write('settings', 1)).ok).toBe(false);
    rmSync(folder);
    expect((await documents.write('settings', 1)).ok).toBe(true);
  });
});
