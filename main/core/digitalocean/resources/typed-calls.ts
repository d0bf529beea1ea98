import { fillPath } from '../../../../preload/contract/api-address.ts';
import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import { failureWords } from '../../words/api-failures.ts';
import type { Api, CallArguments, CallOptions } from '../api.ts';
import { findOperation } from '../catalogue/load.ts';

/** Turns a wire value into a domain value; undefined when it is not one. Never throws. */
export type Parse<T> = (raw: unknown) => T | undefined;

/** Calls one operation and parses its body; `bad-answer` when the parser refuses the body. */
export async function callAs<T>(
  api: Api,
  operationId: string,
  { args = {}, options = {}, parse }: { args?: CallArguments; options?: CallOptions; parse: Parse<T> },
): Promise<Outcome<T>> {
  const answer = await api.call(operationId, args, options);
  if (!answer.ok) return answer;
  const value = parse(answer.value.body);
  if (value !== undefined) return success(value);
  // The API answered with success but not in the published form, so the failure says what was called and how it ended.
  const { status, attempts } = answer.value;
  const subject = await subjectOf(operationId, args);
  return failed({ kind: 'bad-answer', ...failureWords.unexpected(subject), ...subject, operationId, status, attempts });
}

/** Method and path of a request, which a failure names. */
async function subjectOf(operationId: string, { path = {} }: CallArguments) {
  const { operation } = await findOperation(operationId);
  return { method: operation.method, path: fillPath(operation.path, path) };
}

/**
 * Reads every item of a listing and parses it when its page arrives. Complete or a failure, but for items that say too little to
 * be told apart: they are left out, `onLeftOut` is told how many, and the log says so. With `isCounted` it also fails when
 * the answer has no list, or the server counts more than its pages hold: for lists from whose gaps something would follow.
 */
export async function listAs<T>(
  api: Api,
  operationId: string,
  {
    args = {},
    options = {},
    parse,
    isCounted = false,
  }: { args?: CallArguments; options?: CallOptions; parse: Parse<T>; isCounted?: boolean },
): Promise<Outcome<T[]>> {
  const listing = await api.listAll<T>(operationId, args, { ...options, readItem: parse, isListNeeded: isCounted });
  if (!listing.ok) return listing;
  const { items, isShort, attempts, leftOut } = listing.value;
  if (leftOut > 0) options.onLeftOut?.(leftOut);
  if (!isCounted || !isShort) return success(items);
  const subject = await subjectOf(operationId, args);
  return failed({ kind: 'incomplete-list', ...failureWords.shortList(subject, listing.value.warnings), operationId, attempts });
}

/** A parser for an envelope: parses the value under `key`. */
export const under =
  <T>(key: string, parse: Parse<T>): Parse<T> =>
  (raw) =>
    typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key) ? parse((raw as Record<string, unknown>)[key]) : undefined;

/**
 * Calls one operation whose answer has a list under `key`, which is no listing of its own. Entries that cannot be told apart are
 * left out, and `onLeftOut` is told how many; a list of nothing else is a `bad-answer`. Null is an empty list.
 */
export async function callForList<T>(
  api: Api,
  operationId: string,
  key: string,
  { args = {}, options = {}, parse }: { args?: CallArguments; options?: CallOptions; parse: Parse<T> },
): Promise<Outcome<T[]>> {
  const answer = await callAs(api, operationId, { args, options, parse: under(key, every(parse)) });
  if (!answer.ok) return answer;
  const { items, leftOut } = answer.value;
  if (leftOut > 0) options.onLeftOut?.(leftOut);
  return success(items);
}

const every =
  <T>(parse: Parse<T>): Parse<{ items: T[]; leftOut: number }> =>
  (raw) => {
    if (raw === null) return { items: [], leftOut: 0 };
    if (!Array.isArray(raw)) return undefined;
    const items = raw.map(parse).filter((item) => item !== undefined);
    return items.length === 0 && raw.length > 0 ? undefined : { items, leftOut: raw.length - items.length };
  };
