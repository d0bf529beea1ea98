import type { CatalogueIndex, OperationSummary } from '../catalogue.ts';
import type { JsonObject } from '../json.ts';
import { editTable } from './table.ts';

/**
 * How much of a thing an update sends.
 * - `whole`: the body replaces the thing. All that was read goes back, also what no schema names; what is left out is reset.
 * - `part`: the body replaces the fields that it names, all at once.
 * - `changes`: only what changed is sent, and the rest stays as it is.
 */
export type Sending = 'whole' | 'part' | 'changes';

/** What the reviewed table says about one update, where the catalogue does not. All of it is optional. */
export interface EditRow {
  /** Operation that reads the thing. Default: the one that reads the same path. */
  read?: string;
  /** Dotted path in the answer to the object that the body is made from. Default: its only object. */
  at?: string;
  /** The answer lists several things: the list's dotted path, the field with the id, and the path parameter that has it. */
  find?: readonly [list: string, field: string, parameter: string];
  /** Default: `whole` for PUT and `changes` for PATCH. */
  sending?: Sending;
  /** Fields of the body that are called otherwise in the read, as dotted paths into the thing. */
  from?: Readonly<Record<string, string>>;
  /** What else the thing needs so that the API takes it back: conditions between its fields, mostly. */
  adapt?: (thing: JsonObject) => JsonObject;
  /** With `changes`: fields that are sent even if they stay. */
  always?: readonly string[];
  /** With `changes`: the field of which only the changed parts are sent. */
  inside?: string;
  /** Fields that read as empty when the token may not read them, and the listing that shows whether it may. */
  hiddenWithout?: Readonly<Record<string, string>>;
  /** Parts that no read tells, as dotted paths. A person must look at them. */
  untold?: readonly string[];
}

/** One update of an existing thing: how it is read, and how it is sent back. */
export interface Edit extends EditRow {
  /** Operation that sends it. */
  id: string;
  readId: string;
  sending: Sending;
}

/** The update that an operation is; `null` if it edits nothing that can be read before. */
export function editOf(operation: OperationSummary, index: CatalogueIndex): Edit | null {
  const row = Object.hasOwn(editTable, operation.id) ? editTable[operation.id] : undefined;
  if (typeof row === 'string' || (!row && operation.method !== 'PUT' && operation.method !== 'PATCH')) return null;
  const path = shapeOf(operation.path);
  const readId = row?.read ?? index.operations.find((one) => one.method === 'GET' && shapeOf(one.path) === path)?.id;
  if (readId === undefined) return null;
  return { ...row, id: operation.id, readId, sending: row?.sending ?? (operation.method === 'PATCH' ? 'changes' : 'whole') };
}

const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

/** Path values for the read, from those of the update: by name, else by place, since the API names one place differently. */
export function readPath(
  readTemplate: string,
  template: string,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = namesIn(template);
  return Object.fromEntries(namesIn(readTemplate).map((name, at) => [name, values[name] ?? values[own[at] ?? ''] ?? '']));
}

const namesIn = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
