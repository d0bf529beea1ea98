import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildAll } from '../../../../scripts/build/build.ts';
import { fingerprint } from '../../../../scripts/build/fingerprint.ts';
import type { Part } from '../../../../scripts/build/parts.ts';
import { root } from '../../../../scripts/setup/folders.mjs';

// On the same disk as the build's own folder: a part is moved into place.
mkdirSync(resolve(root, '.cache'), { recursive: true });
const folder = mkdtempSync(resolve(root, '.cache/build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => relative(root, resolve(folder, name));
const source = at('source.txt');

function part(changes: Partial<Part> = {}): Part & { times: () => number } {
  let times = 0;
  const result = changes.result ?? at('result.txt');
  return {
    name: 'test',
    entries: [source],
    sources: [source],
    output: result,
    result,
    make: async (into) => {
      times += 1;
      mkdirSync(into, { recursive: true });
      writeFileSync(resolve(into, basename(result)), 'made');
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

describe('a part that is a folder', () => {
  const output = at('folder');
  const inFolder = (make: Part['make']) =>
    part({ name: 'folder', output, result: at('folder/index.js'), sources: [at(`${Math.random()}`)], make });
  const writeInto = (into: string, ...names: string[]) => {
    mkdirSync(into, { recursive: true });
    for (const name of names) writeFileSync(resolve(into, name), name);
  };

  it('loses what the new build did not make', async () => {
    await buildAll([inFolder(async (into) => writeInto(into, 'index.js', 'old.js'))], record);
    await buildAll([inFolder(async (into) => writeInto(into, 'index.js'))], at('built-2.json'));
    expect(existsSync(resolve(root, output, 'old.js'))).toBe(false);
  });

  it('stays as it was when the new build fails halfway', async () => {
    await buildAll([inFolder(async (into) => writeInto(into, 'index.js'))], at('built-3.json'));
    const failing = inFolder(async (into) => {
      writeInto(into, 'half.js');
      throw new Error('no space left');
    });
    await expect(buildAll([failing], at('built-4.json'))).rejects.toThrow('folder: no space left');
    expect(readFileSync(resolve(root, output, 'index.js'), 'utf8')).toBe('index.js');
    expect(existsSync(resolve(root, output, 'half.js'))).toBe(false);
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
