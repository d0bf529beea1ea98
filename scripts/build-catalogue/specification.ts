/** The parts of the OpenAPI 3.0 document that the catalogue reads. */

export interface Referable {
  $ref?: string;
}

/** A schema as published. It may contain any keyword. */
export type RawSchema = Record<string, unknown>;

export interface RawMedia {
  schema?: RawSchema;
}

export interface RawParameter extends Referable {
  name: string;
  in: string;
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema: RawSchema;
}

export interface RawBody extends Referable {
  required?: boolean;
  content: Record<string, RawMedia>;
}

export interface RawResponse extends Referable {
  content?: Record<string, RawMedia>;
}

export interface RawOperation {
  operationId: string;
  summary: string;
  tags: string[];
  deprecated?: boolean;
  servers?: { url: string }[];
  security?: Record<string, string[]>[];
  parameters?: RawParameter[];
  requestBody?: RawBody;
  responses: Record<string, RawResponse>;
}

export interface Specification {
  info: { version: string };
  paths: Record<string, Record<string, RawOperation>>;
  components: Record<string, Record<string, unknown>>;
}

export interface RequiredOperations {
  operations: { operationId: string }[];
}

/** Follows references to shared parameters, bodies and responses. Schemas keep their references. */
export function dereference<T extends Referable>(value: T, specification: Specification): T {
  let current = value;
  while (current.$ref !== undefined) {
    const [, group, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(current.$ref) ?? [];
    const target = specification.components[group ?? '']?.[name ?? ''];
    if (!target) throw new Error(`The specification has nothing at ${current.$ref}`);
    current = target as T;
  }
  return current;
}
