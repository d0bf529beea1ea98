import type { DangerLevel, Operation } from './catalogue.ts';

/** How much harm this call can do. For some operations a property of the body decides, such as the type of an action. */
export function dangerOf(operation: Operation, body: unknown): DangerLevel {
  const byBody = operation.dangerByBody;
  if (!byBody || typeof body !== 'object' || body === null) return operation.danger;
  const value: unknown = (body as Record<string, unknown>)[byBody.property];
  return (typeof value === 'string' ? byBody.levels[value] : undefined) ?? operation.danger;
}
