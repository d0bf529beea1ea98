import { beforeAll, describe, expect, it } from 'vitest';
import type { Schema } from '../../../../main/core/digitalocean/catalogue/types.ts';
import { type Catalogue, readCatalogue } from '../../../../main/demo/catalogue.ts';
import { findFault } from '../../../../main/demo/schema/check.ts';
import { type Extent, makeRow, makeValue } from '../../../../main/demo/schema/make.ts';
import { randomOf } from '../../../../main/demo/world/random.ts';

const around = { random: randomOf('make'), nowMs: Date.UTC(2026, 10, 23), noun: 'things', reference: () => undefined };
const make = (schema: Schema, extent: Extent = 'full') => makeValue(schema, {}, around, extent);

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await readCatalogue();
});

describe('made-up values', () => {
  it('respect bounds, lengths, patterns and steps', () => {
    for (let round = 0; round < 50; round += 1) {
      expect(make({ type: 'integer', minimum: 20, maximum: 24 })).toSatisfy((value: number) => value >= 20 && value <= 24);
      expect(Number(make({ type: 'integer', minimum: 8, multipleOf: 8 })) % 8).toBe(0);
      expect(make({ type: 'string', minLength: 3, maxLength: 5 })).toSatisfy(
        (value: string) => value.length >= 3 && value.length <= 5,
      );
    }
    expect(make({ type: 'string', pattern: '^v[0-9]$' })).toBe('v1');
  });

  it('take the value that means that all is well, if an enumeration has one', () => {
    expect(make({ type: 'string', enum: ['UNKNOWN', 'CREATING', 'ACTIVE', 'FAILED'] })).toBe('ACTIVE');
    expect(make({ type: 'string', enum: ['INDEX_JOB_STATUS_PENDING', 'INDEX_JOB_STATUS_COMPLETED'] })).toBe(
      'INDEX_JOB_STATUS_COMPLETED',
    );
    expect(make({ type: 'string', enum: ['UNSPECIFIED_RULE', 'CPU_UTILIZATION'] })).toBe('CPU_UTILIZATION');
  });

  it('keep what is given, whatever the schema says', () => {
    const schema: Schema = { type: 'object', properties: { name: { type: 'string' }, size: { type: 'integer' } } };
    expect(makeRow(schema, {}, around, { name: 7, other: true })).toMatchObject({
      name: 7,
      other: true,
      size: expect.any(Number),
    });
  });

  it('end for a schema that contains itself', () => {
    const node: Schema = {
      type: 'object',
      properties: { name: { type: 'string' }, child: { $ref: '#/schemas/node' } },
      required: ['name', 'child'],
    };
    expect(JSON.stringify(makeValue({ $ref: '#/schemas/node' }, { node }, around)).length).toBeLessThan(5_000);
  });

  it('are requests with everything that may be sent, or with what must be', () => {
    const schema: Schema = {
      type: 'object',
      properties: { id: { type: 'string', readOnly: true }, from: { type: 'string' }, until: { type: 'string' } },
      anyOf: [{ required: ['from'] }, { required: ['until'] }],
    };
    expect(Object.keys(make(schema, 'least') as object)).toEqual(['from']);
    expect(Object.keys(make(schema, 'most') as object)).toEqual(['from', 'until']);
  });

  it('are requests that pass the demo’s check, for every body of the catalogue', () => {
    const refused = catalogue.entries.flatMap(({ operation, book }) => {
      const schema = operation.body?.mediaType === 'application/json' ? operation.body.schema : null;
      const fault = schema ? findFault(makeValue(schema, book, around, 'least'), schema, book) : null;
      return fault === null ? [] : [`${operation.id}: ${fault}`];
    });
    expect(refused).toEqual([]);
  });
});

describe('the demo’s check', () => {
  const schema: Schema = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      ports: { type: 'array', items: { type: 'integer' } },
      id: { type: 'string', readOnly: true },
    },
  };

  it.each([
    [{}, 'name is required'],
    [{ name: 1 }, 'name is not of type string'],
    [{ name: 'a', ports: ['x'] }, 'ports item is not of type integer'],
    [[], 'body is not of type object'],
    [{ name: null }, "name can't be null"],
    [{ name: 'a', unknown: true }, null],
  ])('says of %j: %s', (body, fault) => {
    expect(findFault(body, schema, {})).toBe(fault);
  });

  it('does not require properties that only answers have', () => {
    expect(findFault({ name: 'a' }, { ...schema, required: ['name', 'id'] }, {})).toBeNull();
  });

  it('accepts a body that fits any of the choices', () => {
    const choice: Schema = { oneOf: [schema, { type: 'object', required: ['names'], properties: { names: { type: 'array' } } }] };
    expect([findFault({ names: [] }, choice, {}), findFault({}, choice, {})]).toEqual([null, 'name is required']);
  });
});
