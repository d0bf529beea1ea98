import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../../../scripts/build/build.ts';
import { fingerprint } from '../../../../scripts/build/fingerprint.ts';
import type { Part } from '../../../../scripts/build/parts.ts';
import { root } from '../../../../scripts/setup/folders.mjs';

const folder = mkdtempSync(resolve(tmpdir(), 'buoy-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => relative(root, resolve(folder, name));
const source = at('source.txt');

function part(changes: Partial<Part> = {}): Part & { times: () => number } {
  let times = 0;
  const result = changes.result ?? at('result.txt');
  return {
    name: `test ${folder}`,
    entries: [source],
    sources: [source],
    result,
    make: async () => {
      times += 1;
      writeFileSync(resolve(root, result), 'made');
    },
    times: () => times,
    ...changes,
  };
}

const record = at('built.json');

describe('buildAll', () => {
  it('makes a part once, and again only when a source changed or its result is gone', async () => {
    writeFileSync(resolve(root, source), 'one');
    const made = part();
    await buildAll([made], record);
    await buildAll([made], record);
    expect(made.times()).toBe(1);
    writeFileSync(resolve(root, source), 'two');
    await buildAll([made], record);
    expect(made.times()).toBe(2);
    rmSync(resolve(root, made.result));
    await buildAll([made], record);
    expect(made.times()).toBe(3);
  });

  it('names every part that cannot be made, and still makes the others', async () => {
    const missing = part({ name: 'missing', entries: [at('nowhere.ts')], sources: [] });
    const silent = part({ name: 'silent', result: at('never.txt'), make: async () => {} });
    const good = part({ name: 'good', result: at('good.txt') });
    await expect(buildAll([missing, silent, good], record)).rejects.toThrow(
      /missing: .*nowhere\.ts is missing\nsilent: .*never\.txt was not written/,
    );
    expect(good.times()).toBe(1);
  });
});

describe('fingerprint', () => {
  it('tells a moved text from the same text elsewhere', () => {
    writeFileSync(resolve(folder, 'a'), 'xy');
    writeFileSync(resolve(folder, 'b'), '');
    const before = fingerprint([at('a'), at('b')]);
    writeFileSync(resolve(folder, 'a'), 'x');
    writeFileSync(resolve(folder, 'b'), 'y');
    expect(fingerprint([at('a'), at('b')])).not.toBe(before);
  });
});
