import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../../preload/contract/catalogue.ts';
import { fromValue } from '../../../../renderer/forms/model/from-value.ts';
import { initialNode } from '../../../../renderer/forms/model/initial.ts';
import type { GroupShape, Shape } from '../../../../renderer/forms/model/shape.ts';
import { createShapes } from '../../../../renderer/forms/model/shape-of.ts';
import { toValue } from '../../../../renderer/forms/model/to-value.ts';
import { readTags } from '../../core/digitalocean/catalogue/read-catalogue.ts';
import { groupOf, shapeOf, variantsOf } from './shape-samples.ts';

const names = (shape: GroupShape): string[] => shape.fields.map((field) => field.name);

describe('shapes of schemas', () => {
  it('ask for what is required first, and never for what only the API may set', () => {
    const shape = groupOf({
      type: 'object',
      required: ['size'],
      properties: { note: { type: 'string' }, size: { type: 'string' }, id: { type: 'string', readOnly: true } },
    });
    expect(names(shape)).toEqual(['size', 'note']);
  });

  it('merge allOf, even if a property is described twice', () => {
    const shape = groupOf(
      { allOf: [{ $ref: '#/schemas/base' }, { required: ['label'], properties: { label: { maxLength: 12 } } }] },
      { base: { type: 'object', properties: { label: { type: 'string', maxLength: 40 } } } },
    );
    const label = shape.fields[0];
    expect(label).toMatchObject({ name: 'label', isRequired: true });
    expect(label?.shape()).toMatchObject({ kind: 'text', schema: { maxLength: 12 } });
  });

  it('open a schema that contains itself level by level', () => {
    const schemas = { tree: { type: 'object', required: ['child'], properties: { child: { $ref: '#/schemas/tree' } } } } as const;
    const shape = groupOf({ $ref: '#/schemas/tree' }, schemas as unknown as Record<string, Schema>);
    expect(shape.fields[0]?.shape()).toBe(shape);
    expect(toValue(initialNode(shape, true))).toBeDefined();
  });

  it('combine several lists of values into one, and mark the deprecated ones', () => {
    const shape = shapeOf({
      oneOf: [
        { title: 'Size', enum: ['s'] },
        { title: 'Deprecated', enum: ['basic', 's'] },
      ],
    });
    expect(shape).toMatchObject({
      kind: 'choice',
      options: [
        { value: 's', isDeprecated: false },
        { value: 'basic', isDeprecated: true },
      ],
    });
  });

  it('accept a text or a number in one field', () => {
    expect(shapeOf({ oneOf: [{ type: 'string' }, { type: 'integer' }] })).toMatchObject({ kind: 'mixed', isInteger: true });
  });

  it('have a variant for each value of a discriminator, and send its property by themselves', () => {
    const shape = variantsOf(
      {
        anyOf: [{ $ref: '#/schemas/plain' }, { $ref: '#/schemas/resize' }],
        discriminator: {
          propertyName: 'type',
          mapping: { reboot: '#/schemas/plain', shutdown: '#/schemas/plain', resize: '#/schemas/resize' },
        },
      },
      {
        plain: { type: 'object', required: ['type'], properties: { type: { type: 'string' } } },
        resize: {
          type: 'object',
          required: ['type', 'size'],
          properties: { type: { type: 'string' }, size: { type: 'string' } },
        },
      },
    );
    expect(shape.variants.map(({ label }) => label)).toEqual(['reboot', 'shutdown', 'resize']);
    expect(toValue(fromValue(shape, { type: 'shutdown' }))).toEqual({ type: 'shutdown' });
    expect(fromValue(shape, { type: 'resize', size: 'x' })).toMatchObject({ kind: 'variant', index: 2 });
    expect(fromValue(shape, { type: 'unheard-of' })).toMatchObject({ kind: 'json' });
  });

  it('tell variants apart by title, by the words of their names, by what they need, or else by number', () => {
    const of = (members: Schema[], schemas: Record<string, Schema> = {}) =>
      variantsOf({ oneOf: members }, schemas).variants.map(({ label }) => label);
    const thing = (needed: string): Schema => ({
      type: 'object',
      required: [needed],
      properties: { [needed]: { type: 'string' } },
    });
    expect(
      of([
        { title: 'To Email', ...thing('a') },
        { title: 'To Team', ...thing('b') },
      ]),
    ).toEqual(['To Email', 'To Team']);
    const refs = { volumes_ext4: thing('x'), volumes_xfs: thing('x') };
    expect(of([{ $ref: '#/schemas/volumes_ext4' }, { $ref: '#/schemas/volumes_xfs' }], refs)).toEqual(['ext4', 'xfs']);
    expect(of([thing('droplet_id'), thing('region')])).toEqual(['droplet id', 'region']);
    expect(of([{ type: 'string' }, { type: 'array', items: { type: 'string' } }])).toEqual(['', '']);
  });

  it('join alternatives that may be true together, and ask for at least one', () => {
    const shape = groupOf({
      anyOf: [
        { title: 'Name', required: ['name'], type: 'object', properties: { name: { type: 'string' } } },
        {
          title: 'VPCs',
          required: ['vpc_ids'],
          type: 'object',
          properties: { vpc_ids: { type: 'array', items: { type: 'string' } } },
        },
      ],
    });
    expect(names(shape)).toEqual(['name', 'vpc_ids']);
    expect(shape.requirements).toEqual([{ kind: 'any', sets: [['name'], ['vpc_ids']] }]);
  });

  it('leave what nothing describes to JSON', () => {
    expect(shapeOf({})).toMatchObject({ kind: 'json', root: 'any' });
    expect(shapeOf({ type: 'object' })).toMatchObject({ kind: 'json', root: 'object' });
    expect(createShapes({}).of(null)).toMatchObject({ kind: 'json' });
    expect(shapeOf({ $ref: '#/schemas/missing' })).toMatchObject({ kind: 'json' });
  });

  it('exist for every schema of the catalogue, down to six levels', async () => {
    const open = (shape: Shape, depth: number): number => {
      if (depth === 0) return 1;
      if (shape.kind === 'group') return shape.fields.reduce((sum, field) => sum + open(field.shape(), depth - 1), 1);
      if (shape.kind === 'list') return 1 + open(shape.item(), depth - 1);
      if (shape.kind === 'map') return 1 + open(shape.value(), depth - 1);
      return shape.kind === 'variants' ? shape.variants.reduce((sum, one) => sum + open(one.shape(), depth - 1), 1) : 1;
    };
    let count = 0;
    for (const { schemas } of await readTags()) {
      const shapes = createShapes(schemas);
      for (const name of Object.keys(schemas)) count += open(shapes.of({ $ref: `#/schemas/${name}` }), 6);
    }
    expect(count).toBeGreaterThan(10_000);
  });
});
