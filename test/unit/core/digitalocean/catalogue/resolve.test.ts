import { describe, expect, it } from 'vitest';
import { flattenSchema, resolveRef } from '../../../../../main/core/digitalocean/catalogue/resolve.ts';
import type { Schema } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { readTags, schemasOf } from './read-catalogue.ts';

const ref = (name: string): Schema => ({ $ref: `#/schemas/${name}` });

describe('resolveRef', () => {
  it('follows a chain of references to the schema at its end', () => {
    const schemas = { a: ref('b'), b: ref('c'), c: { type: 'string' } } satisfies Record<string, Schema>;
    expect(resolveRef(ref('a'), schemas)).toBe(schemas.c);
  });

  it('ends with an empty schema when references only name each other', () => {
    expect(resolveRef(ref('a'), { a: ref('b'), b: ref('a') })).toEqual({});
  });

  it('refuses a name that is not there, also one that every object inherits', () => {
    expect(() => resolveRef(ref('missing'), {})).toThrow('no schema missing');
    expect(() => resolveRef(ref('constructor'), {})).toThrow('no schema constructor');
  });
});

describe('flattenSchema', () => {
  it('merges properties and required names of all parts', () => {
    const schemas: Record<string, Schema> = {
      base: { type: 'object', properties: { type: { type: 'string' } }, required: ['type'] },
    };
    const schema: Schema = { allOf: [ref('base'), { properties: { size: { type: 'string' } }, required: ['type', 'size'] }] };
    expect(flattenSchema(schema, schemas)).toEqual({
      type: 'object',
      properties: { type: { type: 'string' }, size: { type: 'string' } },
      required: ['type', 'size'],
    });
  });

  it('lets both declarations of a property count', () => {
    const schema: Schema = {
      allOf: [
        { properties: { total: { type: 'integer', minimum: 0 } } },
        { properties: { total: { type: 'integer', maximum: 9 } } },
      ],
    };
    const total = flattenSchema(schema, {}).properties?.total ?? {};
    expect(flattenSchema(total, {})).toEqual({ type: 'integer', minimum: 0, maximum: 9 });
  });

  it('takes the narrower bound, the common choices and any null', () => {
    const schema: Schema = {
      allOf: [{ minimum: 1, maximum: 9, enum: [1, 2, 3] }],
      minimum: 2,
      maximum: 20,
      enum: [2, 3, 4],
      nullable: true,
    };
    expect(flattenSchema(schema, {})).toEqual({ minimum: 2, maximum: 9, enum: [2, 3], nullable: true });
  });

  it('keeps variants, and both lists when two parts have one', () => {
    const first: Schema[] = [{ type: 'string' }, { type: 'integer' }];
    const second: Schema[] = [{ title: 'One' }, { title: 'Two' }];
    expect(flattenSchema({ allOf: [{ oneOf: first }] }, {})).toEqual({ oneOf: first });
    expect(flattenSchema({ allOf: [{ oneOf: first }, { oneOf: second }] }, {})).toEqual({
      oneOf: second,
      allOf: [{ oneOf: first }],
    });
  });

  it('ends on a schema that contains itself', () => {
    const schemas: Record<string, Schema> = {
      node: { allOf: [ref('node'), { properties: { child: ref('node') } }] },
    };
    expect(flattenSchema(ref('node'), schemas).properties).toEqual({ child: ref('node') });
  });

  it('flattens every schema of the catalogue without changing it', async () => {
    for (const { operations, schemas } of await readTags()) {
      const before = JSON.stringify(schemas);
      for (const schema of [...operations.flatMap(schemasOf), ...Object.values(schemas)]) {
        expect(flattenSchema(schema, schemas).$ref).toBeUndefined();
      }
      expect(JSON.stringify(schemas)).toBe(before);
    }
  });
});
