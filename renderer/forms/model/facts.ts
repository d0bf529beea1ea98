import type { Json } from '../json/json.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import type { NumberRange, ShapeFacts, TextShape } from './shape.ts';

type Own = FlatSchema['own'];

export const factsOf = (own: Own): ShapeFacts => ({
  isNullable: own.nullable === true || own.enum?.includes(null) === true,
  defaultValue: own.default as Json | undefined,
});

export const textShape = (own: Own): TextShape => ({
  kind: 'text',
  ...factsOf(own),
  format: own.format ?? null,
  pattern: own.pattern ?? null,
  minLength: own.minLength ?? null,
  maxLength: own.maxLength ?? null,
});

/** OpenAPI 3.0 writes exclusive bounds as a flag beside the bound, JSON Schema as the bound itself: both are read. */
export function rangeOf(own: Own): NumberRange {
  const { exclusiveMinimum, exclusiveMaximum } = own;
  return {
    minimum: typeof exclusiveMinimum === 'number' ? exclusiveMinimum : (own.minimum ?? null),
    maximum: typeof exclusiveMaximum === 'number' ? exclusiveMaximum : (own.maximum ?? null),
    isMinimumExcluded: exclusiveMinimum !== undefined && exclusiveMinimum !== false,
    isMaximumExcluded: exclusiveMaximum !== undefined && exclusiveMaximum !== false,
    multipleOf: own.multipleOf ?? null,
  };
}
