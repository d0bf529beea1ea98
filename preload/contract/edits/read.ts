import type { Failure, Outcome } from '../failure.ts';
import { isObject, type Json } from '../json.ts';
import { type Edit, readPath } from './edit.ts';
import { type Described, type EditStart, startOf, valueAt } from './start.ts';

/** How an edit reaches the API and the catalogue. */
export interface EditReader {
  /** An operation with the schemas of its tag. */
  describe(operationId: string): Promise<Outcome<Described>>;
  /** Sends a GET and returns its body. */
  ask(operationId: string, path: Record<string, string>, query: Record<string, string>): Promise<Outcome<unknown>>;
}

/** A part that may be there although the read shows nothing of it, because the token may not read such things. */
export interface HiddenPart {
  /** Dotted path in the body. */
  field: string;
  /** Scopes that would show it. */
  scopes: string[];
}

/**
 * - `read`: the form can start. With `hidden` parts, sending everything back would take those parts away.
 * - `absent`: the answer does not have the thing.
 */
export type EditReading =
  | { status: 'read'; start: EditStart; hidden: HiddenPart[] }
  | { status: 'absent' }
  | { status: 'failed'; failure: Failure };

/**
 * Reads what an update is about and makes the body that changes nothing.
 *
 * @param path values of the update's path parameters
 */
export async function readEdit(
  edit: Edit,
  update: Described,
  path: Readonly<Record<string, string>>,
  reader: EditReader,
): Promise<EditReading> {
  const read = await reader.describe(edit.readId);
  if (!read.ok) return { status: 'failed', failure: read.failure };
  const answer = await reader.ask(edit.readId, readPath(read.value.operation.path, update.operation.path, path), {});
  if (!answer.ok) return { status: 'failed', failure: answer.failure };
  const start = startOf(edit, { update, read: read.value }, answer.value as Json, path);
  if (!start) return { status: 'absent' };
  const hidden: HiddenPart[] = [];
  for (const [field, listing] of Object.entries(edit.hiddenWithout ?? {})) {
    if (!isNothing(valueAt(start.thing, field))) continue;
    const probe = await reader.ask(listing, {}, { per_page: '1' });
    if (probe.ok) continue;
    if (probe.failure.kind !== 'forbidden') return { status: 'failed', failure: probe.failure };
    hidden.push({ field, scopes: probe.failure.scopes ?? [] });
  }
  return { status: 'read', start, hidden };
}

const isNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);
