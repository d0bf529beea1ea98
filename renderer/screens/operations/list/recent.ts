const name = 'buoy.operations.recent';
const most = 12;

type Kept = Pick<Storage, 'getItem' | 'setItem'> | null;

/** Ids of the operations that were sent lately, newest first. The values that were sent are never kept. */
export function readRecent(storage: Kept): string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts an operation first, saves the list and returns it. If storage is full or forbidden, the saved list stays as it was. */
export function rememberRecent(storage: Kept, operationId: string): string[] {
  const recent = [operationId, ...readRecent(storage).filter((id) => id !== operationId)].slice(0, most);
  try {
    storage?.setItem(name, JSON.stringify(recent));
  } catch {
    // The new list then lasts as long as the screen.
  }
  return recent;
}
