import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources, root } from './architecture/source-files.ts';

const sources = readSources().filter(({ path }) => !path.startsWith('test/'));
const code = sources.map(({ text }) => text).join('\n');

/** Names of the sentences that a file of words exports, as code reads them: `dropletWords.showAll`. */
async function namesIn(path: string): Promise<string[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(resolve(root, path)).href);
  return Object.entries(exported).flatMap(([name, words]) => {
    // What is read by a computed key, such as a state or a kind, is named by its type.
    const isIndexed =
      code.includes(`${name}[`) || code.includes(`Object.keys(${name})`) || code.includes(`Object.entries(${name})`);
    return typeof words === 'object' && words !== null && !Array.isArray(words) && !isIndexed
      ? Object.keys(words).map((key) => `${name}.${key}`)
      : [];
  });
}

describe('sentences', () => {
  const files = globSync('{renderer,main/core}/words/*.ts', { cwd: root });

  it.each(files)('of %s are all said somewhere', async (path) => {
    const unsaid = (await namesIn(path)).filter((name) => !new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(code));
    expect(unsaid).toEqual([]);
  });
});
