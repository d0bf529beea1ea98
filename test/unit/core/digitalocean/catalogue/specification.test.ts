import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../../../scripts/build-catalogue/build.ts';
import type { RequiredOperations, Specification } from '../../../../../scripts/build-catalogue/specification.ts';

const repository = new URL('../../../../../', import.meta.url);
const folder = new URL('main/core/digitalocean/catalogue/', repository);
const specificationFile = new URL('../shared/digitalocean/openapi.json', repository);
const requiredFile = new URL('../shared/digitalocean/required-operations.json', repository);

describe('the committed catalogue against the specification', () => {
  it('is what the builder makes from the specification today', (context) => {
    if (!existsSync(specificationFile)) {
      const line = 'catalogue not compared: ../shared/digitalocean/openapi.json is not there';
      console.warn(line);
      context.skip(line);
    }
    const specification = JSON.parse(readFileSync(specificationFile, 'utf8')) as Specification;
    const required = JSON.parse(readFileSync(requiredFile, 'utf8')) as RequiredOperations;
    const built = buildCatalogue(specification, required);
    expect(built.size).toBeGreaterThan(50);
    for (const [name, text] of built) {
      const committed = readFileSync(new URL(name, folder), 'utf8');
      // Parsed first, so that a difference shows as a field and not as two long lines.
      if (name.endsWith('.json')) expect(JSON.parse(committed), name).toEqual(JSON.parse(text));
      expect(committed === text, `${name} has other bytes: run scripts/build-catalogue`).toBe(true);
    }
  });
});
