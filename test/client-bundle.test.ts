import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../scripts/build/build.ts';
import { root } from './architecture/source-files.ts';

describe('the client for scripts', () => {
  beforeAll(async () => {
    await build();
  }, 120_000);

  const bundle = () => readFileSync(resolve(root, 'out/client/index.js'), 'utf8');

  // A schema made by a method of another one counts as a side effect, and brings 90 kB along: `z.optional(x)`, not `x.optional()`.
  it('carries no schema library', () => {
    expect(bundle().includes('ZodOptional')).toBe(false);
  });

  it('makes no formatter of a language, which would take as long as all the rest of its start', () => {
    expect(bundle().includes('Intl.')).toBe(false);
  });
});
