import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFileMs, startFolder, writeStartFile } from '../../../main/web/start-file.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const url = 'http://127.0.0.1:4820/#key=abc';

describe('the file that leads a browser to the start address', () => {
  const noModes = onWindows('files have no modes');
  it.skipIf(noModes !== null)(`can be read by its owner alone${skippedFor(noModes)}`, () => {
    expect(statSync(writeStartFile(url, temporaryFolder()).path).mode & 0o777).toBe(0o600);
  });

  it('leads there with and without the refresh, under a name that nobody can foresee', () => {
    const folder = temporaryFolder();
    const [one, other] = [writeStartFile(url, folder), writeStartFile(url, folder)];
    expect(one.path).not.toBe(other.path);
    const text = readFileSync(one.path, 'utf8');
    expect(text).toContain(`content="0; url=${url}"`);
    expect(text).toContain(`href="${url}"`);
    expect(text).not.toContain('<script');
  });

  it('is gone once it was removed, which may happen twice', () => {
    const { path, remove } = writeStartFile(url, temporaryFolder());
    remove();
    remove();
    expect(existsSync(path)).toBe(false);
  });

  it('takes those of killed runs with it, and nothing else', () => {
    const folder = temporaryFolder();
    const [left, fresh] = [writeStartFile(url, folder), writeStartFile(url, folder)];
    writeFileSync(join(folder, 'buoy-open-notes.html'), '');
    const longAgo = (Date.now() - 2 * startFileMs) / 1000;
    for (const name of readdirSync(folder)) if (!fresh.path.endsWith(name)) utimesSync(join(folder, name), longAgo, longAgo);
    writeStartFile(url, folder);
    expect(existsSync(left.path)).toBe(false);
    expect(existsSync(fresh.path)).toBe(true);
    expect(readdirSync(folder)).toContain('buoy-open-notes.html');
  });

  it('fails where the folder cannot be written', () => {
    expect(() => writeStartFile(url, join(temporaryFolder(), 'missing'))).toThrow();
  });

  it.each([
    ['linux', homedir()],
    ['freebsd', homedir()],
    ['darwin', tmpdir()],
    ['win32', tmpdir()],
  ] as const)('stands on %s where every browser may read it', (platform, folder) => {
    expect(startFolder(platform)).toBe(folder);
  });
});
