import type { HttpMethod, PaginationKind, Parameter, Schema } from '../../main/core/digitalocean/catalogue/types.ts';
import { flatten, type Schemas } from '../../preload/contract/json-schema/flatten.ts';

/** Answers with arrays that do not show which of them is the listing. Null: the answer is one thing. */
export const collectionOverrides: Record<string, string | null> = {
  // Log addresses: one live URL and the archived ones belong together.
  apps_get_logs_active_deployment: null,
  apps_get_logs: null,
  apps_get_logs_aggregate: null,
  apps_get_logs_active_deployment_aggregate: null,
  apps_get_job_invocation_logs: null,
  apps_get_event_logs: null,
  // A lint run and a batch are single things that happen to contain a list.
  kubernetes_get_clusterLintResults: null,
  inference_get_batch: null,
  dedicatedInferences_list_sizes: 'sizes',
  // An object keyed by droplet id.
  droplets_list_backup_policies: 'policies',
  genai_list_model_evaluation_runs: 'runs',
};

/** POSTs that answer with a listing. All others create or change one thing. */
const listingPosts = new Set(['apps_list_metrics_bandwidth_daily']);

export interface CollectionFacts {
  collectionKey: string | null;
  isCollectionMap: boolean;
  pagination: PaginationKind;
  pageSizeParameter: string | null;
}

const singleton: CollectionFacts = {
  collectionKey: null,
  isCollectionMap: false,
  pagination: 'none',
  pageSizeParameter: null,
};

export interface ListingQuestion {
  id: string;
  method: HttpMethod;
  path: string;
  parameters: Parameter[];
  /** Schema of the first success; null if it has no body. */
  answer: Schema | null;
}

export function describeCollection(question: ListingQuestion, schemas: Schemas): CollectionFacts {
  const { id, method, answer } = question;
  if (!answer || (method !== 'GET' && !listingPosts.has(id))) return singleton;
  const properties = flatten(answer, schemas).own.properties ?? {};
  const collectionKey = findKey(id, properties, schemas);
  if (collectionKey === null) return singleton;
  const collection = properties[collectionKey];
  if (!collection) throw new Error(`${id} has no property ${collectionKey}`);
  const pagination = findPagination(question, properties);
  return {
    collectionKey,
    isCollectionMap: !isArray(collection, schemas),
    pagination,
    pageSizeParameter: pagination === 'none' ? null : findSizeParameter(question.parameters),
  };
}

function findKey(id: string, properties: Schemas, schemas: Schemas): string | null {
  const override = collectionOverrides[id];
  if (override !== undefined) return override;
  const arrays = Object.keys(properties).filter((name) => isArray(properties[name] ?? {}, schemas));
  // Several lists side by side, such as what a droplet takes with it, are parts of one answer.
  return arrays.length === 1 ? (arrays[0] ?? null) : null;
}

const isArray = (schema: Schema, schemas: Schemas): boolean => flatten(schema, schemas).own.type === 'array';

function findPagination({ path, parameters }: ListingQuestion, properties: Schemas): PaginationKind {
  const query = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
  const hasLinks = 'links' in properties || 'meta' in properties;
  if (query.has('page')) {
    if ('total_items' in properties || 'total' in properties) return 'page-flat';
    return path.startsWith('/v2/gen-ai/') ? 'page-genai' : 'page';
  }
  if (query.has('after') && 'has_more' in properties) return 'cursor';
  return hasLinks ? 'links-only' : 'none';
}

function findSizeParameter(parameters: Parameter[]): string | null {
  const names = parameters.filter((one) => one.in === 'query').map((one) => one.name);
  return ['per_page', 'limit'].find((name) => names.includes(name)) ?? null;
}
