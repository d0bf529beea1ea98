import type { CatalogueIndex, OperationSummary } from '../catalogue.ts';
import type { EditRow, Sending } from './row.ts';
import { editTable } from './table.ts';

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
