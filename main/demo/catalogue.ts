import { loadIndex, loadTag } from '../core/digitalocean/catalogue/load.ts';
import type { Operation, Schema } from '../core/digitalocean/catalogue/types.ts';

/** The schemas that a tag's references refer to. */
export type SchemaBook = Record<string, Schema>;

export interface Entry {
  operation: Operation;
  book: SchemaBook;
}

/** Every operation with its schemas, in the reference's order. */
export interface Catalogue {
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
}

/** Reads all tags at once: about 50 ms, once per process. */
export async function readCatalogue(): Promise<Catalogue> {
  const index = await loadIndex();
  const tags = await Promise.all(index.tags.map(({ name }) => loadTag(name)));
  const byId = new Map<string, Entry>();
  for (const { operations, schemas } of tags) {
    for (const operation of operations) byId.set(operation.id, { operation, book: schemas });
  }
  const entries = index.operations.flatMap(({ id }) => byId.get(id) ?? []);
  return { entries, byId };
}
