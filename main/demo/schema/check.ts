import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import type { SchemaBook } from '../catalogue.ts';
import { isRow } from '../world/table.ts';
import { plain } from './plain.ts';

const deepest = 3;

/**
 * What the API would refuse in a body, as one sentence; `null`: nothing. Checks little on purpose: required properties, and
 * types a few levels down. It does not check enumerations, because the published ones lack values that the API accepts; the
 * handlers do that.
 */
export function findFault(value: unknown, schema: Schema, book: SchemaBook, name = 'body', depth = 0): string | null {
  const shape = plain(schema, book);
  if (value === null) return shape.nullable || shape.type === undefined ? null : `${name} can't be null`;
  if (!hasType(value, shape)) return `${name} is not of type ${shape.type}`;
  if (depth >= deepest) return null;
  return faultInParts(value, shape, book, name, depth) ?? faultInChoices(value, shape, book, name, depth);
}

function hasType(value: unknown, { type }: Schema): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRow(value);
    default:
      return true;
  }
}

function faultInParts(value: unknown, shape: Schema, book: SchemaBook, name: string, depth: number): string | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const fault = shape.items ? findFault(item, shape.items, book, `${name} item`, depth + 1) : null;
      if (fault) return fault;
    }
    return null;
  }
  if (!isRow(value)) return null;
  for (const [property, schema] of Object.entries(shape.properties ?? {})) {
    const given = value[property];
    const isMissing = given === undefined && shape.required?.includes(property) && plain(schema, book).readOnly !== true;
    if (isMissing) return `${property} is required`;
    const fault = given === undefined ? null : findFault(given, schema, book, property, depth + 1);
    if (fault) return fault;
  }
  return null;
}

function faultInChoices(value: unknown, shape: Schema, book: SchemaBook, name: string, depth: number): string | null {
  const choices = shape.oneOf ?? shape.anyOf;
  if (!choices || choices.length === 0) return null;
  const faults = choices.map((choice) => findFault(value, choice, book, name, depth));
  return faults.includes(null) ? null : (faults[0] ?? null);
}
