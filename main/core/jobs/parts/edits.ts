import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../preload/contract/json.ts';
import type { Ask, Opened, Step } from '../job.ts';
import { objectAt } from '../thing.ts';

/** The update of an existing thing, with the values of its path. */
export interface Update {
  operationId: string;
  path: Record<string, string>;
}

/** Opens a job that edits: what is there is read, and the form begins with it. */
export async function openEdit(
  ask: Ask,
  { operationId, path }: Update,
  form: (base: JsonObject) => Opened,
): Promise<Outcome<Opened>> {
  const base = await ask.base(operationId, path);
  if (!base.ok) return base;
  const opened = form(base.value);
  return success({ ...opened, data: { ...opened.data, base: base.value } });
}

/** What was read when the job was opened. */
export const baseOf = ({ data }: Opened): JsonObject => objectAt(data ?? {}, 'base');

/** Sends back everything that was read, with this changed. */
export const editStep = (label: string, update: Update, opened: Opened, change: (base: JsonObject) => JsonObject): Step => ({
  label,
  ...update,
  edit: { opened: baseOf(opened), change },
});
