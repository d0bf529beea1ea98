import { corrected } from './corrections.ts';
import { decodeIndex, type IndexFile } from './index-file.ts';
import { tagFiles } from './tag-files.ts';
import type { CatalogueIndex, Operation, Schema, TagCatalogue } from './types.ts';

/** An operation with the schemas of its tag, which its `$ref`s refer to. */
export interface FoundOperation {
  operation: Operation;
  schemas: Record<string, Schema>;
}

/** Thrown by `findOperation` for an id that the catalogue does not hold. */
export class UnknownOperationError extends Error {
  readonly operationId: string;

  constructor(operationId: string) {
    super(`The catalogue has no operation ${operationId}`);
    this.name = 'UnknownOperationError';
    this.operationId = operationId;
  }
}

// Loaded once for the whole process: the catalogue never changes while Buoy runs.
let index: Promise<CatalogueIndex> | undefined;
const tags = new Map<string, Promise<TagCatalogue>>();
const tagOfOperation = new Map<string, string>();

/** Reads the index, and remembers which tag each operation belongs to. */
async function readIndex(): Promise<CatalogueIndex> {
  const module: { default: unknown } = await import('./index.json', { with: { type: 'json' } });
  const decoded = decodeIndex(module.default as IndexFile);
  for (const operation of decoded.operations) tagOfOperation.set(operation.id, operation.tag);
  return decoded;
}

/** All operations in the reference's order. Read once and shared, so callers must not change it. */
export function loadIndex(): Promise<CatalogueIndex> {
  index ??= readIndex();
  return index;
}

/** The operations and schemas of a tag, by its name ("Droplets"). Read once and shared. Rejects an unknown name. */
export function loadTag(tagName: string): Promise<TagCatalogue> {
  const known = tags.get(tagName);
  if (known) return known;
  const file = tagFiles.get(tagName);
  if (!file) return Promise.reject(new Error(`The catalogue has no tag ${tagName}`));
  const loaded = file().then((module) => corrected(module.default as TagCatalogue));
  tags.set(tagName, loaded);
  return loaded;
}

/** One operation by its operationId; loads the index and one tag. Rejects with `UnknownOperationError`. */
export async function findOperation(id: string): Promise<FoundOperation> {
  await loadIndex();
  const tagName = tagOfOperation.get(id);
  if (tagName === undefined) throw new UnknownOperationError(id);
  const tag = await loadTag(tagName);
  const operation = tag.operations.find((one) => one.id === id);
  if (!operation) throw new UnknownOperationError(id);
  return { operation, schemas: tag.schemas };
}
