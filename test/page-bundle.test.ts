import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../scripts/build/build.ts';
import { root } from './architecture/source-files.ts';

const page = resolve(root, 'out/renderer');
const read = (path: string) => readFileSync(join(page, path), 'utf8');
const scripts = () => readdirSync(join(page, 'assets')).filter((name) => name.endsWith('.js'));

/** The scripts that the overview needs: those that the page names, its own, and what they import at once. */
function firstScreen(): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, other = ''] of read(`assets/${name}`).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) add(other);
  };
  for (const [, name = ''] of read('index.html').matchAll(/"\.\/assets\/([^"]+\.js)"/g)) add(name);
  for (const name of scripts().filter((script) => script.startsWith('overview-screen'))) add(name);
  return [...found];
}

describe('the page', () => {
  beforeAll(async () => {
    await build();
  }, 120_000);

  // What the core answers was checked on the other side of the bridge. A value next to a schema brings the whole library along.
  it('does not contain the schema library', () => {
    expect(scripts().filter((name) => read(`assets/${name}`).includes('ZodOptional'))).toEqual([]);
  });

  it('has a first screen of at most 132 kB, compressed', () => {
    const screen = firstScreen();
    expect(screen.length).toBeGreaterThan(10);
    const bytes = screen.reduce((sum, name) => sum + gzipSync(read(`assets/${name}`), { level: 9 }).length, 0);
    expect(bytes).toBeLessThan(132_000);
  });
});
