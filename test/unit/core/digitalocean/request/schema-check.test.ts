import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { schemaProblems } from '../../../../../main/core/digitalocean/request/schema-check.ts';

const kinds = (value: unknown, schema: Schema, schemas: Record<string, Schema> = {}) =>
  schemaProblems(value, schema, schemas).map(({ pointer, kind }) => `${pointer} ${kind}`);

describe('schemaProblems', () => {
  it.each<[string, unknown, Schema, string[]]>([
    ['text for a number', '1', { type: 'integer' }, [' wrong-type']],
    ['a fraction for a whole number', 1.5, { type: 'integer' }, [' wrong-type']],
    ['null where it is allowed', null, { type: 'string', nullable: true }, []],
    ['null where it is not', null, { type: 'string' }, [' wrong-type']],
    ['a number out of range', 201, { type: 'integer', maximum: 200 }, [' out-of-range']],
    ['a number at an open end', 5, { type: 'number', minimum: 5, exclusiveMinimum: true }, [' out-of-range']],
    ['tenths that are multiples', 0.3, { type: 'number', multipleOf: 0.1 }, []],
    ['an unknown value', 'c', { type: 'string', enum: ['a', 'b'] }, [' unknown-value']],
    ['text too short', 'ab', { type: 'string', minLength: 3 }, [' wrong-length']],
    ['text of the wrong form', 'a b', { type: 'string', pattern: '^[a-z]+$' }, [' wrong-form']],
    ['a pattern of another engine', 'x', { type: 'string', pattern: '(?<=a' }, []],
    ['a list too long', [1, 2], { type: 'array', maxItems: 1 }, [' wrong-length']],
    ['an item of a list', [1, 'b'], { type: 'array', items: { type: 'integer' } }, ['/1 wrong-type']],
    ['a missing property', {}, { required: ['name'], properties: { name: { type: 'string' } } }, ['/name missing']],
    ['a property with a slash', { 'a/b': 1 }, { properties: { 'a/b': { type: 'string' } } }, ['/a~1b wrong-type']],
    ['a required property that only the server sets', {}, { required: ['id'], properties: { id: { readOnly: true } } }, []],
    ['an unknown property', { more: 1 }, { properties: {}, additionalProperties: false }, []],
    ['values of a map', { a: 1 }, { type: 'object', additionalProperties: { type: 'string' } }, ['/a wrong-type']],
    ['overlapping variants', 'a', { oneOf: [{ type: 'string' }, { enum: ['a'] }] }, []],
    ['no variant', 1, { oneOf: [{ type: 'string' }, { type: 'boolean' }] }, [' no-variant']],
    ['a property that objects inherit', {}, { required: ['constructor'] }, ['/constructor missing']],
  ])('judges %s', (_name, value, schema, expected) => {
    expect(kinds(value, schema)).toEqual(expected);
  });

  it('follows references, and ends for a schema that contains itself', () => {
    const schemas = { node: { type: 'object' as const, properties: { next: { $ref: '#/schemas/node' } } } };
    expect(kinds({ next: { next: { next: 1 } } }, { $ref: '#/schemas/node' }, schemas)).toEqual(['/next/next/next wrong-type']);
  });

  it('stops at the given number of problems', () => {
    expect(schemaProblems([1, 2, 3, 4], { type: 'array', items: { type: 'string' } }, {}, 2)).toHaveLength(2);
  });
});
