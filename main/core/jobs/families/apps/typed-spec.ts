/// <reference path="./js-yaml.d.ts" />
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Failure } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { textAt } from '../../thing.ts';

/** The spec that somebody typed, as JSON or as YAML; `null`: it is none with a name. */
export function typedSpec(typed: unknown): JsonObject | null {
  const read = parsed(String(typed ?? ''));
  // A file of another tool may have it under its name.
  const spec = isObject(read) && isObject(read.spec) ? read.spec : read;
  return isObject(spec) && textAt(spec, 'name') !== '' ? spec : null;
}

/** All JSON is YAML too, and the core schema has only what JSON can hold. */
function parsed(text: string): Json {
  try {
    return (load(text, { schema: CORE_SCHEMA }) ?? null) as Json;
  } catch {
    return null;
  }
}

/** What is wrong with a typed spec; `null`: nothing. */
export const wrongSpec = (typed: unknown): (Pick<Failure, 'message' | 'nextStep'> & { field: string }) | null =>
  typedSpec(typed)
    ? null
    : { field: 'spec', message: 'This is no JSON or YAML of a spec with a name.', nextStep: 'Mend it, or paste it again.' };
