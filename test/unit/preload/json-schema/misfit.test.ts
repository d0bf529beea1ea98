import { describe, expect, it } from 'vitest';
import type { PlainSchema } from '../../../../preload/contract/json-schema/flatten.ts';
import { misfits } from '../../../../preload/contract/json-schema/misfit.ts';

describe('misfits', () => {
  it.each<[string, unknown, PlainSchema, string[]]>([
    ['only the type, for a value of the wrong type', 7, { type: 'string', enum: ['a'] }, ['type']],
    ['bytes as a text', new Uint8Array(2), { type: 'string' }, []],
    ['a value that is not a number', Number.NaN, { type: 'number' }, ['type']],
    ['an excluded bound that is a flag', 5, { minimum: 5, exclusiveMinimum: true }, ['minimum']],
    ['an excluded bound that is a number', 9, { exclusiveMaximum: 9 }, ['maximum']],
    ['tenths that are multiples', 1234567.8, { multipleOf: 0.1 }, []],
    ['a fraction between two multiples', 0.35, { multipleOf: 0.1 }, ['multipleOf']],
    ['characters, not their parts', '👍👍', { minLength: 3, pattern: '^..$' }, ['minLength']],
    ['length and form of one text', 'WEB-01', { maxLength: 5, pattern: '^[a-z]+$' }, ['maxLength', 'pattern']],
    ['a pattern that can only be read without the u flag', 'a_b', { pattern: '^[\\w\\_]+$' }, []],
    ['a pattern of another engine', 'x', { pattern: '(?<=a' }, []],
    ['a list of the wrong length', [], { minItems: 1 }, ['minItems']],
    ['an object with an enumeration, which is ignored', {}, { enum: ['a'] }, []],
  ])('judges %s', (_name, value, schema, expected) => {
    expect(misfits(schema, value)).toEqual(expected);
  });
});
