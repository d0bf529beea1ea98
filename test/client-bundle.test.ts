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

  // A schema made by a method of another schema counts as a side effect and adds 90 kB: `z.optional(x)`, not `x.optional()`.
  it('does not contain the schema library', () => {
    expect(bundle().includes('ZodOptional')).toBe(false);
  });

  it('creates no language formatter, which would take as long as the rest of its start', () => {
    expect(bundle().includes('Intl.')).toBe(false);
  });
});
