import { findOperation } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import type { Json } from '../../../../../renderer/forms/json/json.ts';
import { type Draft, newDraft, requestShapes } from '../../../../../renderer/screens/operations/request/request.ts';

/** An operation of the committed catalogue, with its shapes and a draft that contains these values. */
export async function openOperation(
  id: string,
  values: { path?: Record<string, string>; query?: Record<string, string>; body?: Json } = {},
  own: Partial<Draft> = {},
) {
  const { operation, schemas } = await findOperation(id);
  const shapes = requestShapes(operation, schemas);
  const draft = newDraft(shapes, { path: values.path ?? {}, query: values.query ?? {}, body: values.body });
  return { operation, shapes, draft: { ...draft, ...own } };
}
