import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLog, logFile } from '../../../main/host/log.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const noModes = onWindows('files have no modes');
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('the log', () => {
  it('writes one line for each entry, with its time and level, and no secret', () => {
    const lines: string[] = [];
    const log = createLog({ now: () => Date.UTC(2026, 10, 23, 14, 8) }, (line) => lines.push(line));
    log.info('started');
    log.warn('refused dop_v1_0123456789abcdef\nsecond');
    expect(lines).toEqual([
      '2026-11-23T14:08:00.000Z info started\n',
      '2026-11-23T14:08:00.000Z warn refused [hidden] ⏎ second\n',
    ]);
  });

  it('creates its folder, and appends', () => {
    const path = join(folder, 'new', 'buoy.log');
    const write = logFile(path);
    write('one\n');
    write('two\n');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  });

  it.skipIf(noModes !== null)(`makes a file that only its owner can read${skippedFor(noModes)}`, () => {
    const path = join(folder, 'new', 'buoy.log');
    logFile(path)('one\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('starts over at 1 MB and keeps the previous file', () => {
    const path = join(folder, 'buoy.log');
    writeFileSync(path, 'x'.repeat(1_000_001));
    logFile(path)('next\n');
    expect(readFileSync(path, 'utf8')).toBe('next\n');
    expect(statSync(`${path}.old`).size).toBe(1_000_001);
  });

  it('drops lines that it cannot write, and does not throw', () => {
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'buoy.log');
    expect(() => logFile(path)('lost\n')).not.toThrow();
    expect(existsSync(path)).toBe(false);
  });
});

describe('a rejection that nothing handles', () => {
  it('is in the log, and does not end the process', () => {
    const module = new URL('../../../main/host/unhandled.ts', import.meta.url).href;
    const program = `
      import { logUnhandled } from ${JSON.stringify(module)};
      logUnhandled({ warn: console.log });
      Promise.reject(new Error('forgotten'));
      setTimeout(() => console.log('goes on'), 10);
    `;
    const args = ['--input-type=module', '--eval', program];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Not handled: Error: forgotten\n.*\ngoes on\n$/s);
  });
});
