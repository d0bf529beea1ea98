import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folders = ['main/core/words', 'renderer/words'];
const root = join(import.meta.dirname, '..');

/** Objects of a file whose functions put texts into sentences, with how each begins. */
function groupsIn(file: string): { name: string; isIsolated: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^export const (\w+)(?:: [^=]+)? = (sentences\()?\{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, name = '', made, inside = '']) =>
      /=>[\s\S]*\$\{/.test(inside) ? [{ name: `${file} ${name}`, isIsolated: made !== undefined }] : [],
  );
}

it('every sentence isolates the names that it is made with', () => {
  const files = folders.flatMap((folder) => globSync('**/*.ts', { cwd: join(root, folder) }).map((name) => `${folder}/${name}`));
  const groups = files.flatMap(groupsIn);
  expect(groups.length).toBeGreaterThan(25);
  expect(groups.filter(({ isIsolated }) => !isIsolated).map(({ name }) => name)).toEqual([]);
});
