import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../preload/contract/catalogue.ts';
import { flatten, resolveRef } from '../../../../preload/contract/json-schema/flatten.ts';
import { readTags, schemasOf } from '../../core/digitalocean/catalogue/read-catalogue.ts';

const ref = (name: string): Schema => ({ $ref: `#/schemas/${name}` });

describe('resolveRef', () => {
  it('follows a chain of references to the schema at its end', () => {
    const schemas = { a: ref('b'), b: ref('c'), c: { type: 'string' } } satisfies Record<string, Schema>;
    expect(resolveRef(ref('a'), schemas)).toBe(schemas.c);
  });

  it('gives an empty schema if references only refer to each other', () => {
    expect(resolveRef(ref('a'), { a: ref('b'), b: ref('a') })).toEqual({});
  });

  it('reads a missing name as an empty schema, even if every object inherits that name', () => {
    expect(resolveRef(ref('missing'), {})).toEqual({});
    expect(resolveRef(ref('constructor'), {})).toEqual({});
  });
});

describe('flatten', () => {
  it('merges properties and required names of all parts', () => {
    const schemas: Record<string, Schema> = {
      base: { type: 'object', properties: { type: { type: 'string' } }, required: ['type'] },
    };
    const schema: Schema = { allOf: [ref('base'), { properties: { size: { type: 'string' } }, required: ['type', 'size'] }] };
    expect(flatten(schema, schemas).own).toEqual({
      type: 'object',
      properties: { type: { type: 'string' }, size: { type: 'string' } },
      required: ['type', 'size'],
    });
  });

  it('combines both declarations of a property', () => {
    const schema: Schema = {
      allOf: [
        { properties: { total: { type: 'integer', minimum: 0 } } },
        { properties: { total: { type: 'integer', maximum: 9 } } },
      ],
    };
    const total = flatten(schema, {}).own.properties?.total ?? {};
    expect(flatten(total, {}).own).toEqual({ type: 'integer', minimum: 0, maximum: 9 });
  });

  it('takes the narrower bound, the common choices and null from either part', () => {
    const schema: Schema = {
      allOf: [{ minimum: 1, maximum: 9, enum: [1, 2, 3] }],
      minimum: 2,
      maximum: 20,
      enum: [2, 3, 4],
      nullable: true,
    };
    expect(flatten(schema, {}).own).toEqual({ minimum: 2, maximum: 9, enum: [2, 3], nullable: true });
  });

  it('keeps choices separate, each with its own discriminator', () => {
    const first: Schema[] = [{ type: 'string' }, { type: 'integer' }];
    const second: Schema[] = [{ title: 'One' }, { title: 'Two' }];
    const discriminator = { propertyName: 'type' };
    expect(flatten({ allOf: [{ oneOf: first, discriminator }], oneOf: second, anyOf: first }, {}).unions).toEqual([
      { kind: 'oneOf', members: first, discriminator },
      { kind: 'oneOf', members: second, discriminator: undefined },
      { kind: 'anyOf', members: first, discriminator: undefined },
    ]);
  });

  it('ends for a schema that contains itself', () => {
    const schemas: Record<string, Schema> = {
      node: { allOf: [ref('node'), { properties: { child: ref('node') } }] },
    };
    expect(flatten(ref('node'), schemas).own.properties).toEqual({ child: ref('node') });
  });

  it('flattens every schema of the catalogue without changing it', async () => {
    for (const { operations, schemas } of await readTags()) {
      const before = JSON.stringify(schemas);
      for (const schema of [...operations.flatMap(schemasOf), ...Object.values(schemas)]) {
        expect(Object.keys(flatten(schema, schemas).own)).not.toContain('$ref');
      }
      expect(JSON.stringify(schemas)).toBe(before);
    }
  });
});
