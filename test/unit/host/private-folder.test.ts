import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/host/clock.ts';
import { createDocuments } from '../../../main/host/documents.ts';
import { logFile } from '../../../main/host/log.ts';
import { keepPrivate, tidy } from '../../../main/host/private-folder.ts';
import { onWindows, skippedFor } from '../../doubles/skipped.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

const noModes = onWindows('files have no modes');
const log = { info: () => {}, warn: () => {} };
const modeOf = (path: string) => statSync(path).mode & 0o777;
let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), 'Buoy');
});

describe.skipIf(noModes !== null)(`the folder of Buoy's files${skippedFor(noModes)}`, () => {
  it('is closed to others at the start, with every file of ours in it, however they were before', () => {
    mkdirSync(folder, { mode: 0o755 });
    const names = ['settings.json', 'settings.corrupt-2026-11-23T14-08-00.000Z.json', 'buoy.log', 'buoy.log.old', 'window.json'];
    for (const name of names) writeFileSync(join(folder, name), '{}', { mode: 0o644 });
    writeFileSync(join(folder, 'Preferences'), '{}', { mode: 0o644 });
    chmodSync(folder, 0o755);
    keepPrivate(folder);
    tidy(folder);
    expect([modeOf(folder), ...names.map((name) => modeOf(join(folder, name)))]).toEqual([0o700, ...names.map(() => 0o600)]);
    expect(modeOf(join(folder, 'Preferences'))).toBe(0o644);
  });

  it.each([
    ['a document', () => createDocuments({ folder, clock: systemClock, log }).write('settings', {}), 'settings.json'],
    ['a line of the log', () => logFile(join(folder, 'buoy.log'))('A line\n'), 'buoy.log'],
  ])('is closed to others when %s is written after somebody made it anew', async (_what, write, name) => {
    await write();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await write();
    expect([modeOf(folder), modeOf(join(folder, name))]).toEqual([0o700, 0o600]);
  });

  it('is made anew, closed to others, when it is removed while Buoy runs', async () => {
    const documents = createDocuments({ folder, clock: systemClock, log });
    const say = logFile(join(folder, 'buoy.log'));
    await documents.write('settings', {});
    say('one\n');
    rmSync(folder, { recursive: true });
    say('this one is lost\n');
    say('two\n');
    expect((await documents.write('settings', {})).ok).toBe(true);
    expect(modeOf(folder)).toBe(0o700);
    expect(readdirSync(folder).sort()).toEqual(['buoy.log', 'settings.json']);
  });

  it('gives a file that others could read to its owner alone when it is written', async () => {
    keepPrivate(folder);
    writeFileSync(join(folder, 'history.json'), '{"value":{}}', { mode: 0o644 });
    await createDocuments({ folder, clock: systemClock, log }).write('history', {});
    expect(modeOf(join(folder, 'history.json'))).toBe(0o600);
  });
});

describe('what a killed run left behind', () => {
  it('is removed at the start, and nothing else', () => {
    mkdirSync(folder);
    const ours = ['settings.json', 'buoy.log', 'notes.tmp', 'last-view.json.tmp-of-mine', 'settings.corrupt-1.json'];
    for (const name of [...ours, 'last-view.json.4711.tmp', 'history.json.tmp-1795692084a1b2c3', 'web-sessions.json.1.tmp']) {
      writeFileSync(join(folder, name), '{"val');
    }
    mkdirSync(join(folder, 'window.json.5.tmp'));
    tidy(folder);
    expect(readdirSync(folder).sort()).toEqual([...ours, 'window.json.5.tmp'].sort());
  });

  it('costs nothing where there is no folder yet', () => {
    expect(() => tidy(folder)).not.toThrow();
  });
});
