import type { FoundOperation } from '../digitalocean/catalogue/load.ts';
import { schemaProblems } from '../digitalocean/request/schema-check.ts';
import { expectation } from '../words/api-arguments.ts';
import { operationWords } from '../words/operations.ts';

/**
 * Where a body does not fit the published schema, as fields with one sentence each. These are warnings that a person may
 * ignore, because the published schema contradicts itself in places. Empty when there is no body or no schema.
 */
export function bodyProblems({ operation, schemas }: FoundOperation, body: unknown): { field: string; message: string }[] {
  const schema = operation.body?.schema;
  if (!schema || body === undefined) return [];
  return schemaProblems(body, schema, schemas).map((problem) => ({
    field: `body${problem.pointer}`,
    message: operationWords.problem(problem.kind, expectation(problem.schema, schemas)),
  }));
}
