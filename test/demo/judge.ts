import { Ajv } from 'ajv';
import type { Entry, SchemaBook } from '../../main/demo/catalogue.ts';

/** The catalogue writes "or null" as OpenAPI does; the judge needs it as JSON Schema does. */
function inJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inJsonSchema(one)]));
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

/** Says what in an answer does not fit the published schema of its operation; `null` if everything fits. */
export function createJudge(): (entry: Entry, answer: unknown, status?: number) => string | null {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, validateSchema: false });
  const names = new Map<SchemaBook, string>();
  return ({ operation, book }, answer, status) => {
    const response = operation.responses.find((one) => status === undefined || Number(one.status) === status);
    if (!response?.schema) return null;
    const name = names.get(book) ?? `book:${names.size}`;
    if (!names.has(book)) ajv.addSchema({ $id: name, schemas: inJsonSchema(book) as object });
    names.set(book, name);
    const located = JSON.parse(JSON.stringify(inJsonSchema(response.schema)).replaceAll('"#/schemas/', `"${name}#/schemas/`));
    return ajv.validate(located, answer) ? null : ajv.errorsText();
  };
}
