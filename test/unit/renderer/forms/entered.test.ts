import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../preload/contract/catalogue.ts';
import type { Json } from '../../../../renderer/forms/json/json.ts';
import { moveItem, setField, switchVariant } from '../../../../renderer/forms/model/edit.ts';
import { fromValue } from '../../../../renderer/forms/model/from-value.ts';
import { emptyNode, initialNode } from '../../../../renderer/forms/model/initial.ts';
import type { FormNode, GroupNode, ListNode } from '../../../../renderer/forms/model/node.ts';
import type { Shape } from '../../../../renderer/forms/model/shape.ts';
import { toValue } from '../../../../renderer/forms/model/to-value.ts';
import { validate } from '../../../../renderer/forms/model/validate.ts';
import { groupOf, shapeOf, variantsOf } from './shape-samples.ts';

const messages = (schema: Schema, value: Json): string[] => {
  const shape = shapeOf(schema);
  return validate(shape, fromValue(shape, value), 'body', true).map(({ pointer, message }) => `${pointer}: ${message}`);
};

describe('absent, empty and null', () => {
  const shape = groupOf({
    type: 'object',
    properties: {
      text: { type: 'string', nullable: true },
      list: { type: 'array', items: { type: 'string' } },
      inner: { type: 'object', properties: { a: { type: 'string' } } },
    },
  });

  it.each([
    [{}],
    [{ text: '' }],
    [{ text: null }],
    [{ list: [] }],
    [{ inner: {} }],
    [{ inner: { a: '' } }],
    [{ text: 'x', unknown: { kept: true } }],
  ] as Json[][])('gives %j back as it is', (value) => {
    expect(toValue(fromValue(shape, value))).toEqual(value);
  });

  it('starts with nothing, and sends an opened group as an empty one', () => {
    const start = initialNode(shape, true) as GroupNode;
    expect(toValue(start)).toEqual({});
    const inner = shape.fields.find((field) => field.name === 'inner')?.shape() as Shape;
    expect(toValue(setField(start, shape, 'inner', emptyNode(inner)))).toEqual({ inner: {} });
    expect(toValue(setField(start, shape, 'inner', { kind: 'absent' }))).toEqual({});
  });
});

describe('validate', () => {
  it('names the place and what belongs there', () => {
    const schema: Schema = {
      type: 'object',
      required: ['name', 'rules'],
      properties: {
        name: { type: 'string', pattern: '^[a-z]+$', maxLength: 5 },
        rules: {
          type: 'array',
          minItems: 1,
          items: { type: 'object', properties: { port: { type: 'integer', minimum: 1, maximum: 65535 } } },
        },
        level: { type: 'string', enum: ['low', 'high'] },
        id: { type: 'string', format: 'uuid' },
        when: { type: 'string', format: 'date-time' },
        address: { type: 'string', format: 'ipv4' },
        mail: { type: 'string', format: 'email' },
        link: { type: 'string', format: 'uri' },
        ratio: { type: 'number', multipleOf: 0.1, exclusiveMinimum: 0 },
      },
    };
    expect(messages(schema, {})).toEqual(['body/name: This is needed', 'body/rules: This is needed']);
    expect(
      messages(schema, {
        name: 'WEB',
        rules: [{ port: 70000 }, { port: 1.5 }],
        level: 'middle',
        id: 'x',
        when: 'yesterday',
        address: '203.0.113.300',
        mail: 'nobody',
        link: 'example.com',
        ratio: 0,
      }),
    ).toEqual([
      'body/name: It must match ^[a-z]+$',
      'body/rules/0/port: 1 to 65535',
      'body/rules/1/port: A whole number is needed',
      'body/level: Not one of the known values',
      'body/id: A UUID such as 4de7ac8b-495b-4884-9a69-1050c6793cd6',
      'body/when: A date and time such as 2026-11-23T14:00:00Z',
      'body/address: An IPv4 address such as 203.0.113.7',
      'body/mail: An e-mail address such as ops@example.com',
      'body/link: A full address such as https://example.com/path',
      'body/ratio: More than 0',
    ]);
    expect(
      messages(schema, { name: 'web', rules: [{ port: 443 }], ratio: 0.3, address: '203.0.113.7', when: '2026-11-23T14:00:00Z' }),
    ).toEqual([]);
  });

  it('counts characters, not their code units', () => {
    expect(messages({ type: 'string', maxLength: 2 }, '👍👍')).toEqual([]);
    expect(messages({ type: 'string', maxLength: 2 }, '👍👍👍')).toEqual(['body: At most 2 characters; this has 3']);
  });

  it('takes an integer past 2^53 whose digits stay, and holds it to its bounds', () => {
    expect(messages({ type: 'integer', minimum: 1 }, 12_345_678_901_234_567_000)).toEqual([]);
    expect(messages({ type: 'integer', maximum: 1000 }, 12_345_678_901_234_567_000)).toEqual(['body: At most 1000']);
  });

  it.each<[Schema, number, string]>([
    [{ type: 'integer', minimum: 1 }, 0, 'At least 1'],
    [{ type: 'integer', minimum: 1, exclusiveMinimum: true }, 1, 'More than 1'],
    [{ type: 'integer', maximum: 9, exclusiveMaximum: true }, 9, 'Less than 9'],
    [{ type: 'number', minimum: 0, exclusiveMaximum: 9 }, 9, 'Less than 9'],
    [{ type: 'integer', minimum: 1, maximum: 9 }, 0, '1 to 9'],
  ])('says the bounds of %j that %d is beyond', (schema, value, sentence) => {
    expect(messages(schema, value)).toEqual([`body: ${sentence}`]);
  });

  it('says which of several fields are needed', () => {
    const schema: Schema = {
      allOf: [
        {
          type: 'object',
          properties: { inbound_rules: { type: 'array', items: {} }, outbound_rules: { type: 'array', items: {} } },
        },
        { anyOf: [{ required: ['inbound_rules'] }, { required: ['outbound_rules'] }] },
      ],
    };
    expect(messages(schema, {})).toEqual(['body: One of these is needed: Inbound rules; Outbound rules']);
    expect(messages(schema, { outbound_rules: [] })).toEqual([]);
  });

  it('refuses duplicate names in a map, and duplicate values in a set', () => {
    const shape = shapeOf({ type: 'object', additionalProperties: { type: 'string' } });
    const entry = (key: number, name: string) => ({ key, name, node: { kind: 'text', text: 'x' } as FormNode });
    const node: FormNode = { kind: 'map', entries: [entry(0, 'a/b'), entry(1, 'a/b'), entry(2, '')] };
    expect(validate(shape, node, 'body', true)).toMatchObject([
      { pointer: 'body/a~1b', kind: 'unreadable' },
      { pointer: 'body/', message: 'A name is needed' },
    ]);
    expect(messages({ type: 'array', uniqueItems: true, items: { type: 'string' } }, ['a', 'b', 'a'])).toEqual([
      'body/2: This appears twice',
    ]);
  });

  it('ignores a pattern that JavaScript cannot read', () => {
    expect(messages({ type: 'string', pattern: '(?<broken' }, 'anything')).toEqual([]);
  });
});

describe('editing', () => {
  it('keeps what the next kind knows by the same name, and drops the rest', () => {
    const part = (own: string): Schema => ({
      type: 'object',
      required: [own],
      properties: {
        [own]: { type: own === 'names' ? 'array' : 'string', items: { type: 'string' } },
        region: { type: 'string' },
      },
    });
    const shape = variantsOf({
      oneOf: [
        { title: 'One', ...part('name') },
        { title: 'Many', ...part('names') },
      ],
    });
    const before = fromValue(shape, { name: 'web', region: 'fra1' });
    expect(toValue(switchVariant(shape, before, 1))).toEqual({ region: 'fra1' });
  });

  it('moves items, and stops at the ends', () => {
    const list: ListNode = { kind: 'list', items: ['a', 'b', 'c'].map((text, key) => ({ key, node: { kind: 'text', text } })) };
    expect(toValue(moveItem(list, 2, -1))).toEqual(['a', 'c', 'b']);
    expect(toValue(moveItem(list, 0, -1))).toEqual(['a', 'b', 'c']);
  });

  it('fills in required things that have only one answer, or a usual one', () => {
    const shape = groupOf({
      type: 'object',
      required: ['agent', 'kind', 'size'],
      properties: {
        agent: { type: 'boolean', default: true },
        kind: { type: 'string', enum: ['function'] },
        size: { type: 'string' },
        ttl: { type: 'integer', default: 1800 },
      },
    });
    expect(toValue(initialNode(shape, true))).toEqual({ agent: true, kind: 'function' });
  });
});
