import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient } from '../scripts/build/client.ts';

describe('the client for scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buoy-client-'));
  beforeAll(() => buildClient(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const bundle = () => readFileSync(join(folder, 'index.js'), 'utf8');

  // A schema made by a method of another one counts as a side effect, and brings 90 kB along: `z.optional(x)`, not `x.optional()`.
  it('carries no schema library', () => {
    expect(bundle().includes('ZodOptional')).toBe(false);
  });

  it('makes no formatter of a language, which would take as long as all the rest of its start', () => {
    expect(bundle().includes('Intl.')).toBe(false);
  });
});
