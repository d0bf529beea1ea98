import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A style sheet and those that it imports. */
const withImports = (path: string): string[] => [
  path,
  ...[...read(path).matchAll(/@import '(.+?)'/g)].flatMap(([, name = '']) => withImports(join(dirname(path), name))),
];
const selectorsOf = (path: string): string[] =>
  [
    ...read(path)
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/@import.+/g, '')
      .matchAll(/([^{}]+)\{/g),
  ]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'))
    .flatMap((selector) => selector.split(/,\s*/));
const classesIn = (selector: string): string[] => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);

const ofPage = withImports(join('renderer', 'styles', 'index.css'));
const ofScreens = [
  ...new Set(
    globSync(['renderer/{screens,charts}/**/*.tsx', 'renderer/jobs/*.tsx'], { cwd: root }).flatMap((path) =>
      [...read(path).matchAll(/^import '(.+\.css)';$/gm)].flatMap(([, name = '']) => withImports(join(dirname(path), name))),
    ),
  ),
];

describe('style sheets that a screen or a dialog loads', () => {
  it('are, together with those of the page, all there are', () => {
    const all = globSync('renderer/styles/**/*.css', { cwd: root });
    expect([...ofPage, ...ofScreens].sort()).toEqual(all.sort());
  });

  it.each(ofScreens)('%s changes nothing outside of its screen, whatever was opened before', (path) => {
    const known = new Set(ofPage.flatMap(selectorsOf).flatMap(classesIn));
    const reachingOut = selectorsOf(path).filter((selector) => classesIn(selector).every((name) => known.has(name)));
    expect(reachingOut).toEqual([]);
  });
});
