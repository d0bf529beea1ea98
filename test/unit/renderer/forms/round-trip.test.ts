import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../renderer/forms/json/json.ts';
import { printJson } from '../../../../renderer/forms/json/json.ts';
import { fromValue } from '../../../../renderer/forms/model/from-value.ts';
import type { FormNode } from '../../../../renderer/forms/model/node.ts';
import type { Shape } from '../../../../renderer/forms/model/shape.ts';
import { createShapes } from '../../../../renderer/forms/model/shape-of.ts';
import { toValue } from '../../../../renderer/forms/model/to-value.ts';
import { validate } from '../../../../renderer/forms/model/validate.ts';
import { hardest } from '../../../doubles/invented/hardest-forms.ts';
import { readTags } from '../../core/digitalocean/catalogue/read-catalogue.ts';
import { bodyValue } from './value-arbitrary.ts';

const bodies = (await readTags()).flatMap(({ operations, schemas }) =>
  operations.flatMap((operation) =>
    operation.body?.schema && operation.body.mediaType === 'application/json'
      ? [{ id: operation.id, schema: operation.body.schema, schemas }]
      : [],
  ),
);

/** How many parts of a value the form shows as JSON although the shape has fields for them. */
function misplaced(shape: Shape, node: FormNode): number {
  if (node.kind === 'json') return shape.kind === 'json' ? 0 : 1;
  if (node.kind === 'group' && shape.kind === 'group') {
    return shape.fields.reduce((sum, field) => {
      const child = node.fields.get(field.name);
      return sum + (child ? misplaced(field.shape(), child) : 0);
    }, 0);
  }
  if (node.kind === 'list' && shape.kind === 'list')
    return node.items.reduce((sum, item) => sum + misplaced(shape.item(), item.node), 0);
  if (node.kind === 'map' && shape.kind === 'map')
    return node.entries.reduce((sum, one) => sum + misplaced(shape.value(), one.node), 0);
  if (node.kind === 'variant' && shape.kind === 'variants') {
    const variant = shape.variants[node.index];
    return variant ? misplaced(variant.shape(), node.node) : 1;
  }
  return 0;
}

describe('a body through its form', () => {
  it('covers every operation with a JSON body', () => {
    expect(bodies).toHaveLength(216);
    expect(bodies.map(({ id }) => id)).toEqual(expect.arrayContaining(hardest));
  });

  it.each(bodies)('$id comes back unchanged', ({ id, schema, schemas }) => {
    const shape = createShapes(schemas).of(schema);
    const numRuns = hardest.includes(id) ? 30 : 12;
    fc.assert(
      fc.property(bodyValue(schema, schemas), (value) => {
        const node = fromValue(shape, value);
        expect(toValue(node)).toEqual(value);
        expect(validate(shape, node, 'body', true).filter((problem) => problem.kind === 'unreadable')).toEqual([]);
        expect({ misplaced: misplaced(shape, node), value: printJson(value) }).toEqual({ misplaced: 0, value: printJson(value) });
      }),
      { seed: 20261123, numRuns, endOnFailure: true },
    );
  });

  it('comes back unchanged for any JSON at all, through any of the forms', () => {
    const anyBody = fc.constantFrom(...bodies);
    const anyJson = fc.json().map((text) => JSON.parse(JSON.stringify(JSON.parse(text))) as Json);
    fc.assert(
      fc.property(anyBody, anyJson, ({ schema, schemas }, value) => {
        expect(toValue(fromValue(createShapes(schemas).of(schema), value))).toEqual(value);
      }),
      { seed: 7, numRuns: 500, endOnFailure: true },
    );
  });
});
