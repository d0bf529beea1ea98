import { misfits } from '../../../preload/contract/json-schema/misfit.ts';
import type { FoundOperation } from '../digitalocean/catalogue/load.ts';
import { expectation } from '../words/api-arguments.ts';
import { operationWords } from '../words/operations.ts';

/**
 * Where a body does not fit the published schema, as fields with one sentence each. These are warnings that a person may
 * ignore, because the published schema contradicts itself in places. Empty when there is no body or no schema.
 */
export function bodyProblems({ operation, schemas }: FoundOperation, body: unknown): { field: string; message: string }[] {
  const schema = operation.body?.schema;
  if (!schema || body === undefined) return [];
  return misfits(body, schema, schemas).map((misfit) => ({
    field: `body${misfit.pointer}`,
    message: operationWords.problem(misfit.kind, expectation(misfit.schema, schemas)),
  }));
}
