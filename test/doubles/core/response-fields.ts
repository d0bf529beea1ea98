import { loadIndex, loadTag } from '../../../main/core/digitalocean/catalogue/load.ts';
import type { Schema } from '../../../preload/contract/catalogue.ts';
import { resolveRef, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';

/** A field that an answer of the API may have, by the published schemas. */
export interface ResponseField {
  operationId: string;
  field: string;
  /** Name of the field that holds the object of this one; '' at the top. */
  inside: string;
  schema: Schema;
}

const partsOf = (schema: Schema): Schema[] => [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];

/** Every field of every success of all operations, each once for each operation and place. */
export async function responseFields(): Promise<ResponseField[]> {
  const found = new Map<string, ResponseField>();
  for (const { name } of (await loadIndex()).tags) {
    const { operations, schemas } = await loadTag(name);
    for (const { id, responses } of operations) {
      for (const { schema } of responses)
        if (schema) visit(schema, { operationId: id, field: '', inside: '', schemas, entered: [] });
    }
  }
  return [...found.values()];

  function visit(
    raw: Schema,
    at: { operationId: string; field: string; inside: string; schemas: Schemas; entered: readonly Schema[] },
  ): void {
    const schema = resolveRef(raw, at.schemas);
    if (at.entered.includes(schema)) return;
    const deeper = { ...at, entered: [...at.entered, schema] };
    const { operationId, field, inside } = at;
    const hasFacts = schema.type !== undefined || schema.enum !== undefined || schema.properties !== undefined;
    if (field !== '' && hasFacts) {
      found.set(`${operationId} ${inside} ${field} ${schema.type} ${JSON.stringify(schema.enum)}`, {
        operationId,
        field,
        inside,
        schema,
      });
    }
    for (const part of partsOf(schema)) visit(part, deeper);
    if (schema.items) visit(schema.items, deeper);
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      visit(property, { ...deeper, field: name, inside: field });
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, deeper);
  }
}

/** The texts that a field's schema lists. */
export const enumTexts = ({ enum: values = [] }: Schema): string[] => values.filter((value) => typeof value === 'string');
