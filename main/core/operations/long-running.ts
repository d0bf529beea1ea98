import { at } from './at.ts';
import { type LongRunning, starts } from './starts.ts';

/** What a call started, with its ids read from the answer; `null` when it starts nothing long or an id is missing. */
export function startedBy(
  operationId: string,
  path: Record<string, string>,
  body: unknown,
): (LongRunning & { ids: Record<string, string>; name: string }) | null {
  const start = starts[operationId];
  if (!start) return null;
  const ids: Record<string, string> = {};
  for (const [name, way] of Object.entries(start.target)) {
    const value = way.startsWith('path:') ? path[way.slice(5)] : at(body, way.replace(/\?$/, ''));
    if (way.endsWith('?') && typeof value !== 'string') continue;
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return null;
    ids[name] = String(value);
  }
  const named = start.nameAt === undefined ? undefined : at(body, start.nameAt);
  return { ...start, ids, name: typeof named === 'string' ? named : (Object.values(ids)[0] ?? '') };
}
