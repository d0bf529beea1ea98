import type { Schema } from '../../../preload/contract/catalogue.ts';
import { flatten, type PlainSchema, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';
import type { Json } from '../json/json.ts';
import type { ChoiceOption, Field, GroupShape, Requirement, Shape, ShapeFacts } from './shape.ts';

/** Makes shapes from schemas. */
export interface Shapes {
  readonly schemas: Schemas;
  /** `omit` is a property to leave out because something else sets it, such as the property that names a variant. */
  of(schema: Schema | null, omit?: string): Shape;
}

export const anyJson: Shape = { kind: 'json', root: 'any', isNullable: true, defaultValue: undefined };

export const factsOf = (own: PlainSchema): ShapeFacts => ({
  isNullable: own.nullable === true || own.enum?.includes(null) === true,
  defaultValue: own.default as Json | undefined,
});

/** The shape of a schema that is not a choice between schemas. */
export function plainShape(own: PlainSchema, requirements: Requirement[], shapes: Shapes, omit: string): Shape {
  const facts = factsOf(own);
  if (own.const !== undefined) return { kind: 'choice', ...facts, options: [{ value: own.const as Json, isDeprecated: false }] };
  if (own.enum) return { kind: 'choice', ...facts, options: optionsOf(own.enum) };
  const type = own.type ?? (own.properties || own.required ? 'object' : own.items ? 'array' : undefined);
  switch (type) {
    case 'string':
      return { kind: 'text', ...facts, schema: own };
    case 'integer':
    case 'number':
      return { kind: 'number', ...facts, isInteger: type === 'integer', schema: own };
    case 'boolean':
      return { kind: 'switch', ...facts };
    case 'array': {
      const { items, ...schema } = own;
      if (items === undefined) return { kind: 'json', ...facts, root: 'array' };
      return { kind: 'list', ...facts, item: lazy(() => shapes.of(items)), schema };
    }
    case 'object':
      return objectShape(own, requirements, shapes, omit);
    case undefined:
      return { kind: 'json', ...facts, root: 'any' };
  }
}

export const optionsOf = (values: unknown[], isDeprecated = false): ChoiceOption[] =>
  values.filter((value) => value !== null).map((value) => ({ value: value as Json, isDeprecated }));

function objectShape(own: PlainSchema, requirements: Requirement[], shapes: Shapes, omit: string): Shape {
  const facts = factsOf(own);
  const { additionalProperties } = own;
  const extra =
    additionalProperties === true
      ? () => anyJson
      : typeof additionalProperties === 'object'
        ? lazy(() => shapes.of(additionalProperties))
        : null;
  const properties = Object.entries(own.properties ?? {}).filter(([name]) => name !== omit);
  if (properties.length === 0 && omit === '') {
    return extra ? { kind: 'map', ...facts, value: extra } : { kind: 'json', ...facts, root: 'object' };
  }
  const required = new Set(own.required);
  const fields = properties
    .map(([name, schema]) => fieldOf(name, schema, required.has(name), shapes))
    .filter((field) => field !== null);
  const group: GroupShape = {
    kind: 'group',
    ...facts,
    fields: [...fields.filter((field) => field.isRequired), ...fields.filter((field) => !field.isRequired)],
    requirements,
    extra,
  };
  return group;
}

function fieldOf(name: string, schema: Schema, isRequired: boolean, shapes: Shapes): Field | null {
  const { own } = flatten(schema, shapes.schemas);
  if (own.readOnly) return null;
  return { name, isRequired, isDeprecated: own.deprecated === true, shape: lazy(() => shapes.of(schema)) };
}

/** Calls `make` once, when the value is first needed. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
