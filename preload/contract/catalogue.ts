/**
 * The shape of the catalogue: facts about every operation of the DigitalOcean API, without any sentence of its text.
 * `scripts/build-catalogue` writes the data into `main/core/digitalocean/catalogue`; nobody edits it by hand.
 * Reference: https://docs.digitalocean.com/reference/api/
 */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * How much harm a call can do. `safe`: it changes nothing. `normal`: it changes what it names, at once. `disruptive`: it
 * interrupts a service, or ends a relation or a credential. `destructive`: what it removes cannot be brought back.
 */
export type DangerLevel = 'safe' | 'normal' | 'disruptive' | 'destructive';

/**
 * Where an operation is served. `api`: https://api.digitalocean.com, the only server that gets the account token.
 * `inference`: https://inference.do-ai.run. `agent`: a host for each agent, with the agent's own access key. `presigned`: a
 * URL from an earlier answer, used as it is and without Authorization.
 */
export type ServerKind = 'api' | 'inference' | 'agent' | 'presigned';

/**
 * How a listing continues. Only operations with a `collectionKey` have another kind than `none`.
 * - `none`: nothing to continue. Page parameters may still be declared: on volume actions they mean nothing, on security
 *   scans and settings they page through lists inside the one thing that is answered.
 * - `page`: `page` from 1 and the size parameter (default 20, at most 200). `links.pages.{first,prev,next,last}` and
 *   `meta.total` come back, but each part may be missing; garbage collections declare neither, so a short page is the end.
 * - `page-genai`: the same parameters; `links.pages.{first,previous,next,last}` and `meta.{page,pages,total}`.
 * - `page-flat`: the same parameters; counts at the top level: `total_items`, `total_pages`, `current_page`, or `total` alone.
 * - `cursor`: size parameter and `after`; `has_more`, `first_id`, `last_id` at the top level.
 * - `links-only`: `links` and `meta` as in `page` or `page-genai`, but no page parameter is declared: follow `next`.
 */
export type PaginationKind = 'none' | 'page' | 'page-genai' | 'page-flat' | 'cursor' | 'links-only';

/** One line of the index: enough to list, search and guard an operation without loading its schemas. */
export interface OperationSummary {
  /** The API's operationId: unique and stable. Two of them contain a dot. Titles are not unique. */
  id: string;
  method: HttpMethod;
  /** Path template with `{name}` for each path parameter; `/<upload_url>` for the presigned upload. */
  path: string;
  title: string;
  /** Name of the tag as the reference writes it. */
  tag: string;
  /** The most harm that a call can do; see `Operation.dangerByBody` for calls where the body decides. */
  danger: DangerLevel;
  isDeprecated: boolean;
  /** Whether it is one of the 380 operations that Buoy must offer. */
  isRequired: boolean;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  isRequired: boolean;
  schema: Schema;
  /** Present only if it is not OpenAPI's default: simple in path and header, form in query. */
  style?: string;
  /** Present only if it is not OpenAPI's default: true for form, false otherwise. */
  explode?: boolean;
}

export interface BodyFacts {
  isRequired: boolean;
  /** The one that Buoy sends: application/json when the operation accepts it. */
  mediaType: string;
  mediaTypes: string[];
  schema: Schema | null;
}

export interface ResponseFacts {
  /** Three digits, always of a success. */
  status: string;
  /** Empty when the answer has no body. */
  mediaTypes: string[];
  schema: Schema | null;
  /** Top-level property of this answer that contains the listed things. */
  collectionKey?: string;
}

/** An operation's own limit, besides the 5,000 an hour and 250 a minute that all operations share. Counted per token. */
export interface RateLimitFact {
  /** Operations of the same group are counted together. */
  group: 'account-keys' | 'cdn-endpoints';
  requests: number;
  windowSeconds: number;
  /** A second limit, on the entries of an array in the body. The API refuses two identical requests at the same time. */
  items?: { property: string; maximum: number; windowSeconds: number };
}

export interface DangerByBody {
  /** Name of the top-level text property of the body that decides. */
  property: string;
  levels: Record<string, DangerLevel>;
}

export interface Operation extends OperationSummary {
  server: ServerKind;
  /** Alternatives, each a list of scopes that are all needed; any one alternative is enough. Empty: none documented. */
  scopes: string[][];
  parameters: Parameter[];
  body: BodyFacts | null;
  /** Successes only. Empty for the one operation that documents none. */
  responses: ResponseFacts[];
  /** Top-level property of the answer that contains the listed things; null when the answer is a single thing. */
  collectionKey: string | null;
  /** Present when the collection is an object keyed by id instead of an array (droplet backup policies). */
  isCollectionMap?: true;
  pagination: PaginationKind;
  /** Query parameter for the size of a page: `per_page`, or `limit` for two listings; null without one. */
  pageSizeParameter: string | null;
  limit: RateLimitFact | null;
  /** Present when a property of the body decides how dangerous the call is. A value that is not listed counts as `danger`. */
  dangerByBody?: DangerByBody;
  /** Present on a POST that changes nothing, so that it may be repeated like a GET. */
  reads?: true;
}

export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** The facts of an OpenAPI 3.0 schema. A schema with `$ref` has nothing else. */
export interface Schema {
  /** `#/schemas/NAME`, where NAME is a key of `schemas` in the same file. */
  $ref?: string;
  /** Name of a variant; present only on members of `oneOf` and `anyOf`. */
  title?: string;
  type?: SchemaType;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean | number;
  exclusiveMaximum?: boolean | number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  minProperties?: number;
  maxProperties?: number;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
}

/** One file of `tags/`: a tag's operations in the reference's order, and every schema that they refer to. */
export interface TagCatalogue {
  tag: string;
  operations: Operation[];
  schemas: Record<string, Schema>;
}

export interface TagEntry {
  name: string;
  /** Name of the file in `tags/`, without its ending. */
  slug: string;
  /** How many operations it has. */
  operations: number;
  /** Size of its file. */
  bytes: number;
}

export interface CatalogueIndex {
  apiVersion: string;
  /** Where the facts come from, with commit and licence. */
  source: string;
  operations: OperationSummary[];
  tags: TagEntry[];
}
