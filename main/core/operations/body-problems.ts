import type { FoundOperation } from '../digitalocean/catalogue/load.ts';
import { schemaProblems } from '../digitalocean/request/schema-check.ts';
import { expectation } from '../words/api-arguments.ts';
import { operationWords } from '../words/operations.ts';

/** Where a body does not fit the published schema, with one sentence each. A body that the operation does not take is none. */
export function bodyProblems({ operation, schemas }: FoundOperation, body: unknown): { field: string; message: string }[] {
  const schema = operation.body?.schema;
  if (!schema || body === undefined) return [];
  return schemaProblems(body, schema, schemas).map((problem) => ({
    field: `body${problem.pointer}`,
    message: operationWords.problem(problem.kind, expectation(problem.schema, schemas)),
  }));
}
