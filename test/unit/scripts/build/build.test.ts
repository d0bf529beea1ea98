import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build, fingerprint, type Product } from '../../../../scripts/build/build.ts';
import { root } from '../../../../scripts/setup/folders.mjs';

// On the same disk as the build's own folder, because what is made is moved into place.
mkdirSync(resolve(root, '.cache'), { recursive: true });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(resolve(root, '.cache/build-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const at = (name: string) => relative(root, resolve(folder, name));
const write = (name: string, text: string) => writeFileSync(resolve(folder, name), text);
const filesOut = () => readdirSync(resolve(folder, 'out')).filter((name) => !name.startsWith('.'));

/** Made by writing files with these names. */
const product = (make: (into: string) => void | Promise<void>): Product => ({
  folder: at('out'),
  sources: [at('source.txt')],
  make: async (into) => {
    mkdirSync(into, { recursive: true });
    await make(into);
  },
});
const files =
  (...names: string[]) =>
  (into: string) => {
    for (const name of names) writeFileSync(resolve(into, name), name);
  };

describe('build', () => {
  beforeEach(() => write('source.txt', 'one'));

  it('makes a product once, and again only if a source changed or the product is gone', async () => {
    let times = 0;
    const counted = product(() => void times++);
    expect(await build(counted)).toBeGreaterThan(0);
    expect(await build(counted)).toBeNull();
    expect(times).toBe(1);
    write('source.txt', 'two');
    await build(counted);
    expect(times).toBe(2);
    rmSync(resolve(folder, 'out'), { recursive: true });
    await build(counted);
    expect(times).toBe(3);
  });

  it('leaves no file of the last product that the new one does not have', async () => {
    await build(product(files('index.js', 'old.js')));
    write('source.txt', 'two');
    await build(product(files('index.js')));
    expect(filesOut()).toEqual(['index.js']);
  });

  it('keeps the last product if making fails halfway, and says why', async () => {
    await build(product(files('index.js')));
    write('source.txt', 'two');
    const failing = product((into) => {
      files('half.js')(into);
      throw new Error('no space left');
    });
    await expect(build(failing)).rejects.toThrow('no space left');
    expect(filesOut()).toEqual(['index.js']);
    await build(product(files('index.js', 'new.js')));
    expect(filesOut()).toEqual(['index.js', 'new.js']);
  });

  it('uses what another build made meanwhile', async () => {
    const late = product(async (into) => {
      await build(product(files('first.js')));
      files('late.js')(into);
    });
    expect(await build(late)).toBeNull();
    expect(filesOut()).toEqual(['first.js']);
  });
});

describe('fingerprint', () => {
  it('distinguishes a moved text from the same text elsewhere', () => {
    write('a', 'xy');
    write('b', '');
    const before = fingerprint([at('a'), at('b')]);
    write('a', 'x');
    write('b', 'y');
    expect(fingerprint([at('a'), at('b')])).not.toBe(before);
  });
});
