import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));
/** Files with an import that stays in the built code. */
const importing = (from: RegExp) =>
  sources.filter(({ text }) => new RegExp(`^import (?!type )[^;]*from '${from.source}'`, 'm').test(text)).map(({ path }) => path);

it('the library of charts is loaded with the first chart, and with nothing before it', () => {
  expect(importing(/uplot/)).toEqual(['renderer/charts/plot.ts']);
  expect(importing(/[./]*plot\.ts/)).toEqual([]);
  expect(sources.filter(({ text }) => /import\('\.\/plot\.ts'\)/.test(text)).map(({ path }) => path)).toEqual([
    'renderer/charts/use-plot.ts',
  ]);
});
