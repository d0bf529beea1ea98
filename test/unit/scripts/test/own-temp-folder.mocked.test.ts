import { existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inOwnTempFolder } from '../../../../scripts/test/own-temp-folder.ts';
import { onWindows, skippedFor } from '../../../doubles/skipped.ts';
import { temporaryFolder } from '../../../doubles/temporary-folder.ts';

describe('inOwnTempFolder', () => {
  it('returns the exit code of a run that leaves nothing, and removes the folder', async () => {
    let folder = '';
    const code = await inOwnTempFolder(async ({ TMPDIR = '' }) => {
      folder = TMPDIR;
      expect(existsSync(TMPDIR)).toBe(true);
      return 3;
    });
    expect([code, existsSync(folder)]).toEqual([3, false]);
  });

  it('fails a run that leaves something, names it, and removes it', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => {});
    let folder = '';
    const code = await inOwnTempFolder(async ({ TMPDIR = '' }) => {
      folder = TMPDIR;
      mkdirSync(join(TMPDIR, 'home'));
      writeFileSync(join(TMPDIR, 'home', 'settings.json'), '{}');
      return 0;
    });
    expect([code, existsSync(folder)]).toEqual([1, false]);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('left home in the temp folder'));
  });

  const noLinks = onWindows('only administrators can make links');
  it.skipIf(noLinks !== null)(`gives the folder by its real name, whatever leads there${skippedFor(noLinks)}`, async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync(temporaryFolder(), link);
    vi.stubEnv('TMPDIR', link);
    vi.resetModules();
    const fresh = await import('../../../../scripts/test/own-temp-folder.ts');
    await fresh.inOwnTempFolder(async ({ TMPDIR = '' }) => {
      expect(TMPDIR).toBe(realpathSync.native(TMPDIR));
      return 0;
    });
    vi.unstubAllEnvs();
  });

  it('does not blame the tests for what a killed browser could not remove', async () => {
    const code = await inOwnTempFolder(async ({ TMPDIR = '' }) => {
      mkdirSync(join(TMPDIR, '.org.chromium.Chromium.dkMvuD'));
      return 0;
    });
    expect(code).toBe(0);
  });

  it('removes the folder of a runner that cannot be started', async () => {
    let left = '';
    const failing = inOwnTempFolder(async ({ TMPDIR = '' }) => {
      left = mkdtempSync(join(TMPDIR, 'half-'));
      throw new Error('there is no such program');
    });
    await expect(failing).rejects.toThrow('there is no such program');
    expect(existsSync(left)).toBe(false);
  });
});
