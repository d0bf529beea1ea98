import type { Schema } from '../../../../preload/contract/catalogue.ts';
import type { GroupShape, Shape, VariantsShape } from '../../../../renderer/forms/model/shape.ts';
import { createShapes } from '../../../../renderer/forms/model/shape-of.ts';

type Schemas = Record<string, Schema>;

export const shapeOf = (schema: Schema, schemas: Schemas = {}): Shape => createShapes(schemas).of(schema);

/** The shape of a schema that must be a group. */
export function groupOf(schema: Schema, schemas: Schemas = {}): GroupShape {
  const shape = shapeOf(schema, schemas);
  if (shape.kind !== 'group') throw new Error(`a group was expected, not ${shape.kind}`);
  return shape;
}

/** The shape of a schema that must be a choice. */
export function variantsOf(schema: Schema, schemas: Schemas = {}): VariantsShape {
  const shape = shapeOf(schema, schemas);
  if (shape.kind !== 'variants') throw new Error(`variants were expected, not ${shape.kind}`);
  return shape;
}
