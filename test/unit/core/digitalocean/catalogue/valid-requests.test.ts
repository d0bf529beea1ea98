import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { loadIndex, loadTag } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import type { Operation, Schema } from '../../../../../preload/contract/catalogue.ts';
import { sampleArguments } from '../../../../../scripts/coverage-api/sample-arguments.ts';
import { skippedFor } from '../../../../doubles/skipped.ts';

const file = resolve(import.meta.dirname, '../../../../../../shared/digitalocean/openapi.json');
const reason = existsSync(file) ? null : 'the published specification is not beside this clone';

/**
 * Where the published schema contradicts itself, so that no body can fit it: the actions of droplets by tag fit several
 * members of its `oneOf` at once. Any other failure here is a fault of the catalogue.
 */
const contradictions = new Set<string>(['dropletActions_post_byTag']);

/**
 * OpenAPI 3.0 writes exclusive bounds as booleans beside the bound, where JSON Schema wants the bound itself. Values that are
 * not schema keywords in either (`required: true` on a property, `nullable` without a type) are removed.
 */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = value as Record<string, unknown>;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, asJsonSchema(part)]));
  if (exclusiveMinimum === true) copy.exclusiveMinimum = copy.minimum;
  else if (typeof exclusiveMinimum === 'number') copy.exclusiveMinimum = exclusiveMinimum;
  if (exclusiveMaximum === true) copy.exclusiveMaximum = copy.maximum;
  if (typeof copy.required === 'boolean') delete copy.required;
  if (copy.nullable !== undefined && copy.type === undefined) delete copy.nullable;
  return copy;
}

function validator() {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(asJsonSchema(JSON.parse(readFileSync(file, 'utf8'))) as object, 'specification');
  const pointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
  return (operation: Operation, mediaType: string, body: unknown): string | null => {
    const path = ['paths', operation.path, operation.method.toLowerCase(), 'requestBody'].map(pointer).join('/');
    const specification = ajv.getSchema(`specification#/${path}`)?.schema as { $ref?: string } | undefined;
    const root = specification?.$ref?.replace(/^#\//, '') ?? path;
    const check = ajv.compile({ $ref: `specification#/${root}/content/${pointer(mediaType)}/schema` });
    return check(body) ? null : ajv.errorsText(check.errors);
  };
}

async function everyOperation(): Promise<{ operation: Operation; schemas: Record<string, Schema> }[]> {
  const { tags } = await loadIndex();
  const files = await Promise.all(tags.map((tag) => loadTag(tag.name)));
  return files.flatMap(({ operations, schemas }) => operations.map((operation) => ({ operation, schemas })));
}

describe('requests made from the catalogue', () => {
  it('exist for each of the 659 operations, with every required parameter', { timeout: 30_000 }, async () => {
    const all = await everyOperation();
    expect(all).toHaveLength(659);
    for (const { operation, schemas } of all) {
      const sample = sampleArguments(operation, schemas, 'least');
      const given = { ...sample.path, ...sample.query, ...sample.headers };
      const missing = operation.parameters.filter((parameter) => parameter.isRequired && given[parameter.name] === undefined);
      expect(missing, operation.id).toEqual([]);
    }
  });

  it.skipIf(reason !== null).each(['least', 'most'] as const)(
    `fit the published schema, with %s of what it allows${skippedFor(reason)}`,
    { timeout: 60_000 },
    async (extent) => {
      const validate = validator();
      const failures: string[] = [];
      for (const { operation, schemas } of await everyOperation()) {
        if (operation.body?.mediaType !== 'application/json' || contradictions.has(operation.id)) continue;
        const { body } = sampleArguments(operation, schemas, extent);
        const problem = body === undefined ? null : validate(operation, 'application/json', body);
        if (problem !== null) failures.push(`${operation.id}: ${problem}`);
      }
      expect(failures).toEqual([]);
    },
  );
});
