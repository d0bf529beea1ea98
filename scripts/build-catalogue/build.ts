import { encodeIndex } from '../../main/core/digitalocean/catalogue/index-file.ts';
import type {
  CatalogueIndex,
  Operation,
  OperationSummary,
  Schema,
  TagCatalogue,
} from '../../main/core/digitalocean/catalogue/types.ts';
import { reduceOperation } from './operation.ts';
import { createSchemaReducer, findVariants, refsOf } from './schema.ts';
import type { RawSchema, RequiredOperations, Specification } from './specification.ts';
import { writeIndex, writeTag, writeTagFiles } from './write.ts';

/** Where the document comes from. Change this whenever the document changes. */
const source =
  'https://github.com/digitalocean/openapi commit 7c1300c479fed9c353cda9fc21cd968619552304 (2026-08-07), Apache-2.0, reduced to facts';

/** The catalogue as text, by file name relative to its folder. Pure: the same document always gives the same bytes. */
export function buildCatalogue(specification: Specification, required: RequiredOperations): Map<string, string> {
  const operations = reduceOperations(specification, required);
  const files = new Map<string, string>();
  const tags: CatalogueIndex['tags'] = [];
  for (const tag of groupByTag(operations.list, operations.schemas)) {
    const slug = slugOf(tag.tag);
    const name = `tags/${slug}.json`;
    if (files.has(name)) throw new Error(`Two tags share the file ${name}`);
    const text = writeTag(tag);
    files.set(name, text);
    tags.push({ name: tag.tag, slug, operations: tag.operations.length, bytes: new TextEncoder().encode(text).length });
  }
  const summaries = operations.list.map(summarise);
  const index: CatalogueIndex = { apiVersion: specification.info.version, source, operations: summaries, tags };
  files.set('index.json', writeIndex(encodeIndex(index)));
  files.set('tag-files.ts', writeTagFiles(tags));
  return files;
}

function reduceOperations(specification: Specification, required: RequiredOperations) {
  const { reduce, reduceComponent } = createSchemaReducer(findVariants(specification));
  const components = Object.entries(specification.components.schemas ?? {});
  const schemas: Record<string, Schema> = Object.fromEntries(
    components.map(([name, raw]) => [name, reduceComponent(name, raw as RawSchema)]),
  );
  const requiredIds = new Set(required.operations.map((one) => one.operationId));
  const context = { specification, reduce, schemas, requiredIds };
  const list = Object.entries(specification.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, raw]) => reduceOperation(path, verb, raw, context)),
  );
  return { list, schemas };
}

function groupByTag(operations: Operation[], schemas: Record<string, Schema>): TagCatalogue[] {
  const byTag = Map.groupBy(operations, (one) => one.tag);
  return [...byTag].map(([tag, own]) => ({ tag, operations: own, schemas: reachable(own, schemas) }));
}

/** Every schema that the operations need, by name in alphabetical order. */
function reachable(operations: Operation[], schemas: Record<string, Schema>): Record<string, Schema> {
  const names = refsOf(operations);
  // A set also visits what is added during the loop, so this follows references to the end and visits each name once.
  for (const name of names) refsOf(schemas[name], names);
  const found = [...names].sort().map((name): [string, Schema] => {
    const schema = schemas[name];
    if (!schema) throw new Error(`The specification has no schema ${name}`);
    return [name, schema];
  });
  return Object.fromEntries(found);
}

function summarise(operation: Operation): OperationSummary {
  const { id, method, path, title, tag, danger, isDeprecated, isRequired } = operation;
  return { id, method, path, title, tag, danger, isDeprecated, isRequired };
}

function slugOf(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
