import type { Schema } from '../../../preload/contract/catalogue.ts';
import { type FlatSchema, flatten, resolveRef, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';
import { anyJson, plainShape, type Shapes } from './plain-shape.ts';
import type { Requirement, Shape } from './shape.ts';
import { shapeOfUnion } from './unions.ts';

/**
 * Makes shapes from the schemas of one catalogue file. Each shape is made once, so a schema that contains itself can be opened
 * level by level.
 */
export function createShapes(schemas: Schemas): Shapes {
  const known = new WeakMap<Schema, Map<string, Shape>>();
  const shapes: Shapes = {
    schemas,
    of(schema, omit = '') {
      if (schema === null) return anyJson;
      // The file holds each component once, so the schema object can serve as the key.
      const key = resolveRef(schema, schemas);
      const byOmission = known.get(key) ?? new Map<string, Shape>();
      known.set(key, byOmission);
      const earlier = byOmission.get(omit);
      if (earlier) return earlier;
      const shape = makeShape(flatten(schema, schemas), shapes, omit);
      byOmission.set(omit, shape);
      return shape;
    },
  };
  return shapes;
}

function makeShape(flat: FlatSchema, shapes: Shapes, omit: string): Shape {
  const requirements: Requirement[] = [];
  const choices = flat.unions.filter((union) => {
    if (!union.members.every(isOnlyRequirement)) return true;
    const sets = union.members.map((member) => resolveRef(member, shapes.schemas).required ?? []);
    requirements.push({ kind: union.kind === 'anyOf' ? 'any' : 'one', sets });
    return false;
  });
  const [union, ...others] = choices;
  if (union) return shapeOfUnion({ own: flat.own, union, others, requirements }, shapes, omit);
  return plainShape(flat.own, requirements, shapes, omit);
}

/** A member that only names required fields does not offer another schema: it is a requirement on the group. */
const isOnlyRequirement = (member: Schema): boolean =>
  member.required !== undefined && Object.keys(member).every((key) => ['title', 'required', 'type'].includes(key));
