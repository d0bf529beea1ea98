import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../preload/contract/catalogue.ts';
import type { Schemas } from '../../../../preload/contract/json-schema/flatten.ts';
import { misfits } from '../../../../preload/contract/json-schema/misfit.ts';

const keywords = (value: unknown, schema: Schema) => misfits(value, schema).map(({ keyword }) => keyword);
const places = (value: unknown, schema: Schema, schemas?: Schemas) =>
  misfits(value, schema, schemas).map(({ pointer, kind }) => `${pointer} ${kind}`);

describe('a value that is very large', () => {
  const count = 100_000;
  const schema: Schema = {
    type: 'array',
    items: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, size: { type: 'integer' } } },
  };
  const quickMs = 3_000;
  const timed = (run: () => number): [number, boolean] => {
    const startMs = performance.now();
    const found = run();
    return [found, performance.now() - startMs < quickMs];
  };

  it('is judged in a moment when all of its items are wrong', () => {
    const wrong = Array.from({ length: count }, () => ({ size: 'large' }));
    expect(timed(() => misfits(wrong, schema).length)).toEqual([20, true]);
    expect(places(wrong, schema).slice(0, 2)).toEqual(['/0/name missing', '/0/size wrong-type']);
  });

  it('is judged in a moment when all of its properties are wrong', () => {
    const wrong = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, index]));
    const map: Schema = { type: 'object', additionalProperties: { type: 'string' } };
    expect(timed(() => misfits(wrong, map).length)).toEqual([20, true]);
  });

  it('is judged in a moment when its items must differ, in whatever order their names are', () => {
    const different = Array.from({ length: count }, (_, index) => ({ index }));
    const unique: Schema = { type: 'array', uniqueItems: true };
    expect(timed(() => misfits(different, unique).length)).toEqual([0, true]);
    expect(
      keywords(
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        unique,
      ),
    ).toEqual(['uniqueItems']);
    expect(keywords([[1], ['1'], null, 'null', 1, '1'], unique)).toEqual([]);
  });

  it('is judged anew each time', () => {
    const fine = Array.from({ length: count }, () => ({ name: 'x' }));
    expect(misfits(fine, schema)).toEqual([]);
    expect(places([{}], schema)).toEqual(['/0/name missing']);
  });
});

describe('the keywords that one value does not satisfy', () => {
  it.each<[string, unknown, Schema, string[]]>([
    ['only the type, for a value of the wrong type', 7, { type: 'string', enum: ['a'] }, ['type']],
    ['bytes as a text of format binary', new Uint8Array(2), { type: 'string', format: 'binary' }, []],
    ['a value that is not a number', Number.NaN, { type: 'number' }, ['type']],
    ['an endless number', Number.POSITIVE_INFINITY, { type: 'integer' }, ['type']],
    ['an integer past 2^53', 12_345_678_901_234_567_000, { type: 'integer', minimum: 1 }, []],
    ['an integer past 2^53 that is too large', 2 ** 63, { type: 'integer', maximum: 2 ** 53 }, ['maximum']],
    ['a bigint, which no JSON can carry', 10n, { type: 'integer', minimum: 1, multipleOf: 5 }, ['type']],
    ['an excluded bound that is a flag', 5, { minimum: 5, exclusiveMinimum: true }, ['minimum']],
    ['an excluded bound that is a number', 9, { exclusiveMaximum: 9 }, ['exclusiveMaximum']],
    ['tenths that are multiples', 1234567.8, { multipleOf: 0.1 }, []],
    ['a fraction between two multiples', 0.35, { multipleOf: 0.1 }, ['multipleOf']],
    ['characters, not their parts', '👍👍', { minLength: 3, pattern: '^..$' }, ['minLength']],
    ['length and form of one text', 'WEB-01', { maxLength: 5, pattern: '^[a-z]+$' }, ['maxLength', 'pattern']],
    ['a pattern that can only be read without the u flag', 'a_b', { pattern: '^[\\w\\_]+$' }, []],
    ['a pattern of another engine', 'x', { pattern: '(?<=a' }, []],
    ['a text of any format', 'x', { type: 'string', format: 'uuid' }, []],
    ['a list of the wrong length', [], { minItems: 1 }, ['minItems']],
    ['an object that is not among the known values', {}, { enum: ['a'] }, ['enum']],
    ['null, which is allowed beside known values', null, { type: 'string', enum: ['a'], nullable: true }, []],
    ['null in a choice that is nullable', null, { nullable: true, oneOf: [{ type: 'string' }, { type: 'boolean' }] }, []],
    ['null in a choice that has no null', null, { oneOf: [{ type: 'string' }, { type: 'boolean' }] }, ['anyOf']],
    ['the type alone, where no variant fits either', 1, { type: 'object', oneOf: [{ type: 'array' }, {}] }, ['type']],
    ['the keywords of a single variant', 1, { oneOf: [{ type: 'integer', minimum: 2 }] }, ['minimum']],
    ['what must not be there', { a: 1 }, { not: { required: ['a'] } }, ['not']],
  ])('judges %s', (_name, value, schema, expected) => {
    expect(keywords(value, schema)).toEqual(expected);
  });
});

describe('the places where a value does not fit', () => {
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
    ['a list too long', [1, 2], { type: 'array', maxItems: 1 }, [' wrong-length']],
    ['an item of a list', [1, 'b'], { type: 'array', items: { type: 'integer' } }, ['/1 wrong-type']],
    ['a missing property', {}, { required: ['name'], properties: { name: { type: 'string' } } }, ['/name missing']],
    ['a property with a slash', { 'a/b': 1 }, { properties: { 'a/b': { type: 'string' } } }, ['/a~1b wrong-type']],
    ['a required property that only the server sets', {}, { required: ['id'], properties: { id: { readOnly: true } } }, []],
    ['an unknown property', { more: 1 }, { properties: {}, additionalProperties: false }, []],
    ['values of a map', { a: 1 }, { type: 'object', additionalProperties: { type: 'string' } }, ['/a wrong-type']],
    ['overlapping variants', 'a', { oneOf: [{ type: 'string' }, { enum: ['a'] }] }, []],
    ['no variant', 1, { oneOf: [{ type: 'string' }, { type: 'boolean' }] }, [' no-variant']],
    ['a missing property that objects inherit', {}, { required: ['constructor'] }, ['/constructor missing']],
    [
      'an unnamed property that objects inherit',
      { constructor: 1 },
      { properties: { size: {} }, additionalProperties: { type: 'string' } },
      ['/constructor wrong-type'],
    ],
  ])('judges %s', (_name, value, schema, expected) => {
    expect(places(value, schema)).toEqual(expected);
  });

  const port: Schema = { type: 'integer', maximum: 65_535 };
  const ports: Schema = { type: 'array', items: { $ref: '#/schemas/port' } };
  const schemas: Schemas = {
    port,
    rule: { type: 'object', required: ['ports'], properties: { ports } },
    tree: { type: 'object', properties: { size: port, next: { anyOf: [{ $ref: '#/schemas/tree' }, { type: 'string' }] } } },
    chain: { type: 'object', properties: { next: { $ref: '#/schemas/chain' } } },
  };

  it('come with what the keyword demands, and with the schema at that place', () => {
    const rules: Schema = { type: 'object', additionalProperties: { $ref: '#/schemas/rule' } };
    expect(misfits({ web: { ports: [80, 70_000] }, mail: {} }, rules, schemas)).toEqual([
      { pointer: '/web/ports/1', kind: 'out-of-range', keyword: 'maximum', limit: 65_535, schema: port },
      { pointer: '/mail/ports', kind: 'missing', keyword: 'required', limit: 'ports', schema: ports },
    ]);
  });

  it('are found through references, and for a schema that contains itself', () => {
    expect(places({ next: { next: { next: 1 } } }, { $ref: '#/schemas/chain' }, schemas)).toEqual(['/next/next/next wrong-type']);
  });

  it('are those of the tag, where two tags have a schema of one name', () => {
    expect(places('80', { $ref: '#/schemas/port' }, { port: { type: 'string' } })).toEqual([]);
    expect(places('80', { $ref: '#/schemas/port' }, schemas)).toEqual([' wrong-type']);
  });

  it('are no more than the given number', () => {
    expect(misfits([1, 2, 3, 4], { type: 'array', items: { type: 'string' } }, {}, 2)).toHaveLength(2);
  });

  it('are not looked for in a value that is nested too deeply for the stack', () => {
    const flat = { size: 'none' };
    let nested: unknown = flat;
    for (let depth = 0; depth < 100_000; depth += 1) nested = { next: nested };
    expect(misfits(flat, { $ref: '#/schemas/tree' }, schemas)).toHaveLength(1);
    expect(misfits(nested, { $ref: '#/schemas/tree' }, schemas)).toEqual([]);
  });
});
