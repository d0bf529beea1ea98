import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './architecture/source-files.ts';

const paths = globSync('{.github,.ci,assets,bench,main,preload,renderer,scripts,test}/**/*', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);
const tests = paths.filter((path) => /\.(test|spec)\.tsx?$/.test(path) && path !== 'test/systems.test.ts');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

/** Windows keeps these for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What Windows or macOS would not take: names of devices, characters of drives and patterns, ends that are cut off. */
const isPossible = (path: string): boolean =>
  path.length < 150 && path.split('/').every((name) => !devices.test(name) && !/[<>:"|?*\\]|[. ]$/.test(name));

describe('the repository', () => {
  it('has only files that can be checked out on every system', () => {
    expect(paths.length).toBeGreaterThan(500);
    expect(paths.filter((path) => !isPossible(path))).toEqual([]);
    expect(['a/aux.ts', 'a/b:c.ts', 'a/b.', `a/${'x'.repeat(150)}`].filter(isPossible)).toEqual([]);
  });

  it('has no two files whose names differ in case alone', () => {
    const twins = [...Map.groupBy(paths, (path) => path.toLowerCase()).values()].filter((same) => same.length > 1);
    expect(twins).toEqual([]);
  });

  it('has line ends that are the same everywhere', () => {
    expect(read('.gitattributes')).toMatch(/^\* text=auto eol=lf$/m);
  });
});

/** Places where a group of tests is skipped without saying why. */
const silentSkips = (text: string): string[] =>
  [...text.matchAll(/\bskipIf\(.{0,200}/gs)].map(([start]) => start).filter((start) => !start.includes('skippedFor('));

describe('the tests', () => {
  it('say why they are skipped', () => {
    expect(tests.flatMap((path) => silentSkips(read(path)).map((start) => `${path}: ${start}`))).toEqual([]);
    expect(silentSkips("it.skipIf(isWindows)('x', () => {})")).toHaveLength(1);
  });

  it('leave nothing out on a system without counting it as skipped', () => {
    expect(tests.filter((path) => /\bif \(process\.platform/.test(read(path)))).toEqual([]);
  });

  it('never take the path of an address for the path of a file, which Windows tells apart', () => {
    const code = paths.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && path !== 'test/systems.test.ts');
    expect(code.filter((path) => /import\.meta\.url\)\.pathname/.test(read(path)))).toEqual([]);
  });
});
