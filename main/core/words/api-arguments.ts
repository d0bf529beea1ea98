import type { Schema } from '../../../preload/contract/catalogue.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { flatten, type PlainSchema, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';
import type { MisfitKind } from '../../../preload/contract/json-schema/misfit.ts';

/** Sentences about the arguments of a call. They are read in the window and on the command line. */
export const argumentWords = sentences({
  unknownOperation: (id: string) => `The API has no operation named ${id}.`,
  similar: (ids: readonly string[]) =>
    ids.length === 0 ? 'Look for it with --list or in Operations.' : `Did you mean ${ids.join(', ')}?`,
  unknown: (operationId: string, field: string) => `${operationId} takes no ${field}.`,
  known: (names: readonly string[]) => (names.length === 0 ? 'It takes no arguments.' : `It takes ${names.join(', ')}.`),
  missing: (operationId: string, field: string) => `${operationId} needs ${field}.`,
  empty: (field: string) => `${field} is empty, which would change the path.`,
  noBody: (operationId: string) => `${operationId} takes no body.`,
  expected: (field: string, what: string) => `Expected for ${field}: ${what}.`,
  badBody: (why: string) => `The body cannot be written as JSON: ${why}.`,
  badHeader: (field: string) => `${field} has characters that no header can carry.`,
  notAListing: (operationId: string) => `${operationId} returns one thing, not a list of pages.`,
  pageGiven: (operationId: string) => `Buoy reads every page of ${operationId}, so you cannot choose one.`,
  needsOtherBaseUrl: (operationId: string) => `${operationId} is served elsewhere: it needs the URL of that server.`,
  takesNoOtherBaseUrl: (operationId: string) => `${operationId} is served by DigitalOcean itself and takes no other URL.`,
  badOtherBaseUrl: 'The other URL is not an HTTPS address.',
  mismatch: (field: string, kind: MisfitKind, wanted: string) => `${field} ${mismatches[kind]}; expected ${wanted}.`,
});

const mismatches: Record<MisfitKind, string> = {
  missing: 'is missing',
  'unknown-value': 'is not one of the published values',
  'wrong-type': 'has the wrong type',
  'out-of-range': 'is out of range',
  'wrong-length': 'is too short or too long',
  'wrong-form': 'has the wrong form',
  'no-variant': 'fits none of the published variants',
};

const typeWords: Record<NonNullable<Schema['type']>, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const maximumChoices = 12;

/** What a schema expects, in a few words: "a whole number from 1 to 200", "one of droplets, gpus". */
export function expectation(schema: Schema, schemas: Schemas): string {
  const { own, unions } = flatten(schema, schemas);
  if (own.enum && own.enum.length > 0) return choices(own.enum);
  if (own.type === 'array') return `a list${own.items ? ` of ${expectation(own.items, schemas)}` : ''}`;
  const discriminator = unions.find((union) => union.discriminator)?.discriminator;
  if (discriminator) return variantWords(discriminator);
  if (own.type === 'object' || own.properties) return objectWords(own);
  if (own.type === undefined) return 'a value of the published form';
  return [typeWords[own.type], range(own), format(own)].filter((word) => word !== '').join(' ');
}

function choices(values: readonly unknown[]): string {
  const shown = values.slice(0, maximumChoices).map(String).join(', ');
  return `one of ${shown}${values.length > maximumChoices ? ` and ${values.length - maximumChoices} more` : ''}`;
}

function objectWords({ required = [] }: PlainSchema): string {
  return required.length === 0 ? 'a JSON object' : `a JSON object with ${required.join(', ')}`;
}

function variantWords({ propertyName, mapping = {} }: NonNullable<Schema['discriminator']>): string {
  const names = Object.keys(mapping);
  return names.length === 0 ? `a JSON object with ${propertyName}` : `a JSON object whose ${propertyName} is ${choices(names)}`;
}

function range({ minimum, maximum, minLength, maxLength }: PlainSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `from ${minimum}`;
  if (maximum !== undefined) return `up to ${maximum}`;
  if (minLength !== undefined && maxLength !== undefined) return `of ${minLength} to ${maxLength} characters`;
  if (maxLength !== undefined) return `of up to ${maxLength} characters`;
  return '';
}

function format({ format: name }: PlainSchema): string {
  return name === undefined || /^(int|float|double)/.test(name) ? '' : `(${name})`;
}
