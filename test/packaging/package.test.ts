import { globSync, readFileSync, statSync } from 'node:fs';
import { matchesGlob, resolve } from 'node:path';
import { statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/build/build.ts';
import { root } from '../architecture/source-files.ts';
import { skippedFor } from '../doubles/skipped.ts';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { readBuilderConfig } from './builder.ts';
import { everyPackage, filesIn, machineOf, type Packed, packAll, wantedFiles, whyNoPacking } from './packed.ts';

const reason = whyNoPacking();
const folder = temporaryFolder();
/** In megabytes of a million bytes. */
const sizeOf = (packed: Packed) => statSync(asarOf(packed)).size / 1e6;
const asarOf = ({ resources }: Packed) => resolve(folder, resources, 'app.asar');
const unpackedOf = (packed: Packed) => `${asarOf(packed)}.unpacked`;
const named = (name: string) => everyPackage.find((packed) => packed.name === name) as Packed;
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

describe.skipIf(reason !== null)(`packages for all systems${skippedFor(reason)}`, () => {
  beforeAll(async () => {
    await build();
    packAll(folder);
    for (const packed of everyPackage) console.log(`app.asar of ${packed.name}: ${sizeOf(packed).toFixed(2)} MB`);
  }, 120_000);

  describe.each(everyPackage)('$name', (packed) => {
    it('holds all that Buoy is made of, and nothing else', () => {
      expect(filesIn(asarOf(packed))).toEqual(wantedFiles(packed.binaries));
    });

    it("has the keychain's binary of its system and processor outside the archive, and no other", () => {
      const native = globSync('**/*.node', { cwd: unpackedOf(packed) }).sort();
      const folders = packed.binaries.map((name) => `node_modules/@github/keytar/prebuilds/${name}`);
      expect(native).toEqual(folders.map((path) => `${path}/keytar.node`));
      expect(native.map((path) => statFile(asarOf(packed), path))).toEqual(
        native.map(() => expect.objectContaining({ unpacked: true })),
      );
      expect(native.map((path) => machineOf(resolve(unpackedOf(packed), path)))).toEqual(packed.binaries);
    });

    it('has its fuses blown', async () => {
      const fuses = await getCurrentFuseWire(resolve(folder, packed.program));
      expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
      expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
      expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
      expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
      expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    });
  });

  it('hold what is built: no sources, no source maps, no tests', () => {
    const made = wantedFiles([]).filter((path) => path.startsWith('out/'));
    expect(made.filter((path) => !/\.(js|cjs|html|css|svg|woff2|md)$/.test(path))).toEqual([]);
    expect(made.filter((path) => /test|spec|\.d\./.test(path))).toEqual([]);
    const scripts = made.filter((path) => /\.c?js$|\.css$/.test(path));
    expect(scripts.filter((path) => read(path).includes('sourceMappingURL='))).toEqual([]);
  });

  it('hold the page with all that it loads, and the catalogue of every tag', () => {
    const files = wantedFiles([]);
    const loaded = [...read('out/renderer/index.html').matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path);
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((path) => !files.includes(`out/renderer/${path}`))).toEqual([]);
    const tags = globSync('*.json', { cwd: resolve(root, 'main/core/digitalocean/catalogue/tags') });
    const isThere = (tag: string) => files.some((path) => path.startsWith(`out/electron/${tag.replace('.json', '')}-`));
    expect(tags.length).toBeGreaterThan(50);
    expect(tags.filter((tag) => !isThere(tag))).toEqual([]);
  });

  it('hold no development package, by the licences of what is bundled', () => {
    const locked: Record<string, { version: string; dev?: boolean }> = JSON.parse(read('package-lock.json')).packages;
    const bundled = ['electron', 'renderer'].flatMap((part) =>
      [...read(`out/${part}/third-party-licenses.md`).matchAll(/^## (\S+) - (\S+)/gm)].map(([, name, version]) => ({
        name,
        version,
      })),
    );
    expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(['undici', 'zod', 'react']));
    // Two packages may bring versions of their own of a third, of which only one is for development.
    const isForPeople = ({ name, version }: (typeof bundled)[number]) =>
      Object.entries(locked).some(([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version && !one.dev);
    expect(bundled.filter((one) => !isForPeople(one))).toEqual([]);
  });

  it('stay below 8 MB each, without Electron itself', () => {
    expect(everyPackage.filter((packed) => sizeOf(packed) > 8)).toEqual([]);
  });

  it('are the same in both halves of the universal one, whose binaries it takes as they are', async () => {
    const [x64, arm64] = [named('darwin-x64'), named('darwin-arm64')];
    expect(readFileSync(asarOf(x64)).equals(readFileSync(asarOf(arm64)))).toBe(true);
    const native = globSync('**/*.node', { cwd: resolve(folder, x64.resources) });
    const { mac } = await readBuilderConfig();
    expect(native).toHaveLength(2);
    expect(native.filter((path) => !matchesGlob(`Contents/Resources/${path}`, mac?.x64ArchFiles ?? ''))).toEqual([]);
  });
});
