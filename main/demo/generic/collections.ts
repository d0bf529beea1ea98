import type { Schema } from '../../core/digitalocean/catalogue/types.ts';
import type { Catalogue, Entry, SchemaBook } from '../catalogue.ts';
import { plain, propertiesOf, rootOf } from '../schema/plain.ts';

/** A place where things are stored: its path, the property that identifies a thing, and the schema of a thing. */
export interface Collection {
  /** Path as the catalogue writes it. */
  path: string;
  idField: string;
  /** Property that contains a single thing in an answer; `null` when the thing's properties are at the top. */
  root: string | null;
  /** Schemas of a thing, the most complete one first. */
  shapes: readonly { schema: Schema; book: SchemaBook }[];
}

/** Identifying properties that do not follow from the last part of the path. */
const idFields: Record<string, string> = {
  '/v2/account/keys': 'id',
  '/v2/tags': 'name',
  '/v2/floating_ips': 'ip',
  '/v2/reserved_ips': 'ip',
  '/v2/reserved_ipv6': 'ip',
  '/v2/functions/namespaces': 'namespace',
  '/v2/databases/{database_cluster_uuid}/logsink': 'sink_id',
  '/v2/databases/{database_cluster_uuid}/schema-registry': 'subject_name',
  '/v2/registries/{registry_name}/repositories': 'name',
  '/v2/registries/{registry_name}/repositories/{repository_name}/tags': 'tag',
  '/v2/registries/{registry_name}/repositories/{repository_name}/digests': 'digest',
  '/v2/registries/{registry_name}/garbage-collection': 'uuid',
  '/v2/vector-databases/{id}/backups': 'backup_id',
  '/v2/gen-ai/agents/{uuid}/versions': 'version_hash',
  '/v2/projects/{project_id}/resources': 'urn',
  '/v2/vpcs/{vpc_id}/members': 'urn',
  '/v2/domains': 'name',
};

const lastPiece = /\/\{([^/}]+)\}$/;

/** Found once for a catalogue: every demo account has the same. */
const byCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, Collection>>();

/** Every collection of the catalogue by its path. */
export function collectionsOf(catalogue: Catalogue): ReadonlyMap<string, Collection> {
  const known = byCatalogue.get(catalogue) ?? collectionsIn(catalogue);
  byCatalogue.set(catalogue, known);
  return known;
}

function collectionsIn({ entries }: Catalogue): Map<string, Collection> {
  const at = new Map(entries.map((entry) => [`${entry.operation.method} ${entry.operation.path}`, entry]));
  const paths = new Set<string>();
  for (const { operation } of entries) {
    const parent = operation.path.replace(lastPiece, '');
    if (parent !== operation.path && (at.has(`GET ${parent}`) || at.has(`POST ${parent}`))) paths.add(parent);
    else if (operation.method === 'GET' && operation.collectionKey !== null) paths.add(operation.path);
  }
  return new Map([...paths].map((path) => [path, collectionAt(path, entries, at)]));
}

function collectionAt(path: string, entries: readonly Entry[], at: ReadonlyMap<string, Entry>): Collection {
  const below = entries.filter(({ operation }) => operation.path.replace(lastPiece, '') === path && operation.path !== path);
  const item = below.find(({ operation }) => operation.method === 'GET');
  const parameter = below[0] ? (lastPiece.exec(below[0].operation.path)?.[1] ?? null) : null;
  const beside = rootBeside(item, at.get(`GET ${path}`)?.operation.collectionKey ?? null);
  const found = beside ?? (item ? thingOf(item) : null);
  const listed = listedBy(at.get(`GET ${path}`));
  const posted = at.get(`POST ${path}`);
  const made = posted && !found && !listed ? thingOf(posted) : null;
  const shapes = [found, listed, made].flatMap((thing) => (thing ? [{ schema: thing.schema, book: thing.book }] : []));
  const root = (found ?? made)?.root ?? null;
  const names = shapes.flatMap(({ schema, book }) => Object.keys(propertiesOf(schema, book)));
  return { path, idField: idFields[path] ?? idFieldOf(parameter, names), root, shapes };
}

interface Thing {
  root: string | null;
  schema: Schema;
  book: SchemaBook;
}

/** The schema of the thing in an answer with a single thing. */
export function thingOf({ operation, book }: Entry): Thing | null {
  const schema = operation.responses[0]?.schema;
  if (!schema) return null;
  const root = rootOf(schema, book);
  if (root && plain(root.schema, book).type === 'array') {
    return { root: null, schema: plain(root.schema, book).items ?? {}, book };
  }
  const isObject = root !== null && Object.keys(propertiesOf(root.schema, book)).length > 0;
  return root && isObject ? { root: root.key, schema: root.schema, book } : { root: null, schema, book };
}

/** A thing that is answered beside something else: `knowledge_base` where the list says `knowledge_bases`. */
function rootBeside(item: Entry | undefined, listKey: string | null): Thing | null {
  const answer = item?.operation.responses[0]?.schema;
  if (!item || !answer || listKey === null) return null;
  const root = listKey.replace(/s$/, '');
  const schema = propertiesOf(answer, item.book)[root];
  return schema ? { root, schema, book: item.book } : null;
}

function listedBy(entry: Entry | undefined): Thing | null {
  const key = entry?.operation.collectionKey;
  const schema = entry?.operation.responses[0]?.schema;
  if (!entry || !schema || typeof key !== 'string') return null;
  const list = propertiesOf(schema, entry.book)[key];
  const items = list ? plain(list, entry.book).items : undefined;
  return items ? { root: null, schema: items, book: entry.book } : null;
}

/** `batch_id` means `batch_id`, else `id`; `database_cluster_uuid` means `uuid`, else `id`; `replica_name` means `name`. */
function idFieldOf(parameter: string | null, names: readonly string[]): string {
  const ending = parameter === null ? [] : [parameter, parameter.replace(/^.*_/, ''), parameter.replace(/_(id|uuid)$/, '')];
  const wanted = [...ending, 'id', 'uuid', 'urn', 'name', 'slug'];
  return wanted.find((name) => names.includes(name)) ?? 'id';
}
