import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openKeptSessions } from '../../../main/web/kept-sessions.ts';
import { temporaryFolder } from '../../doubles/temporary-folder.ts';

let folder: string;
let logged: string[];
beforeEach(() => {
  folder = temporaryFolder();
  logged = [];
});

const open = () => openKeptSessions(folder, { info: () => {}, warn: (line) => void logged.push(line) });
const session = { session: 's'.repeat(16), key: 'k'.repeat(43), port: 4820, usedAtMs: 1_800_000_000_000 };

describe('sessions across restarts', () => {
  it('are read as they were written', () => {
    expect(open().kept).toEqual([]);
    open().keep([session]);
    expect(open().kept).toEqual([session]);
  });

  it.each([
    '',
    'broken',
    '{"sessions":[{"key":5}]}',
    '{"sessions":[{"hash":"of 0.1.0","usedAtMs":1}]}',
    '{"sessions":"all"}',
    '[]',
  ])('are empty, and the start continues, with a file of %j', (text) => {
    writeFileSync(join(folder, 'web-sessions.json'), text);
    const { kept, keep } = open();
    expect(kept).toEqual([]);
    expect(() => keep([session])).not.toThrow();
  });

  it('leave a file alone that is not JSON, and say so', () => {
    writeFileSync(join(folder, 'web-sessions.json'), 'broken');
    open().keep([session]);
    expect(readFileSync(join(folder, 'web-sessions.json'), 'utf8')).toBe('broken');
    expect(logged.join()).toContain('web-sessions.json');
  });
});
