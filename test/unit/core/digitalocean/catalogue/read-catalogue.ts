import { loadIndex, loadTag } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import type { Operation, Schema, TagCatalogue } from '../../../../../main/core/digitalocean/catalogue/types.ts';

/** Every tag of the committed catalogue, in the index's order. */
export async function readTags(): Promise<TagCatalogue[]> {
  const index = await loadIndex();
  return Promise.all(index.tags.map((tag) => loadTag(tag.name)));
}

export async function readOperations(): Promise<Operation[]> {
  return (await readTags()).flatMap((tag) => tag.operations);
}

/** All schemas that are written directly in an operation. */
export function schemasOf(operation: Operation): Schema[] {
  const parameters = operation.parameters.map((one) => one.schema);
  return [...parameters, operation.body?.schema, ...operation.responses.map((one) => one.schema)].filter(
    (schema): schema is Schema => schema !== null && schema !== undefined,
  );
}

/** Calls `visit` for a schema and for every schema written inside it. Does not follow references. */
export function walkSchema(schema: Schema, visit: (schema: Schema) => void): void {
  visit(schema);
  const { items, not, additionalProperties } = schema;
  const inside = [items, not, typeof additionalProperties === 'object' ? additionalProperties : undefined];
  const lists = [schema.oneOf, schema.anyOf, schema.allOf, Object.values(schema.properties ?? {})];
  for (const one of [...inside, ...lists.flatMap((list) => list ?? [])]) if (one) walkSchema(one, visit);
}
