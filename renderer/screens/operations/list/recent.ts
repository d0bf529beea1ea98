const name = 'buoy.operations.recent';
const most = 12;

type Kept = Pick<Storage, 'getItem' | 'setItem'> | null;

/** Ids of the operations sent lately, newest first. Ids only: no value that was sent is ever kept. */
export function readRecent(storage: Kept): string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts an operation first and returns the new list. Storage that is full or forbidden keeps the old one. */
export function rememberRecent(storage: Kept, operationId: string): string[] {
  const recent = [operationId, ...readRecent(storage).filter((id) => id !== operationId)].slice(0, most);
  try {
    storage?.setItem(name, JSON.stringify(recent));
  } catch {
    // It then lasts as long as the screen.
  }
  return recent;
}
