import { readFileSync } from 'node:fs';
import type { FoundOperation } from '../../main/core/digitalocean/catalogue/load.ts';
import { expectation } from '../../main/core/words/api-arguments.ts';
import { UsageError } from './parse.ts';

/**
 * The body as the client takes it: parsed JSON, or bytes for operations that take a file. `@file` reads a file, `@-` standard
 * input. Throws a `UsageError`. Undefined if no body was given and none is needed.
 */
export function readBody(found: FoundOperation, given: string | null): unknown {
  const facts = found.operation.body;
  if (given === null) {
    if (!facts?.isRequired) return undefined;
    throw new UsageError(`${found.operation.id} needs --body: ${bodyWords(found)}.`);
  }
  if (!facts) throw new UsageError(`${found.operation.id} takes no body.`);
  const bytes = given.startsWith('@') ? readFile(given.slice(1)) : null;
  if (!/json/.test(facts.mediaType)) return bytes ?? new TextEncoder().encode(given);
  try {
    const parsed: unknown = JSON.parse(bytes ? new TextDecoder().decode(bytes) : given);
    return parsed;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--body is not JSON (${why}). Expected ${bodyWords(found)}.`);
  }
}

/** What the body should be, in a few words. */
export function bodyWords({ operation, schemas }: FoundOperation): string {
  const { body } = operation;
  if (!body?.schema || !/json/.test(body.mediaType)) return `a file of ${body?.mediaType ?? 'any kind'}, as @file`;
  return expectation(body.schema, schemas);
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw new UsageError(`--body @${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
