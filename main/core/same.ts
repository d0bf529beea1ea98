/**
 * Whether two plain values are deeply equal. Meant for rows: primitives, arrays and flat objects. A field that is undefined
 * is not equal to a missing one.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) && isSameList(one, other);
  return isSameObject(one as Record<string, unknown>, other as Record<string, unknown>);
}

function isSameObject(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  for (const key of keys) {
    const value = one[key];
    const otherValue = other[key];
    // A fast path: most fields are equal primitives, and a poll may compare ten thousand rows.
    if (value === otherValue && value !== undefined) continue;
    if (!isSame(value, otherValue) || !Object.hasOwn(other, key)) return false;
  }
  return true;
}

/** Element by element, in order. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] !== other[index] && !isSame(one[index], other[index])) return false;
  }
  return true;
}

/** Returns `previous` when both are equal, else `next`: data that did not change stays the same object. */
export function keepSame<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && isSame(previous, next) ? previous : next;
}

/**
 * Makes a map of `items` by key, in their order. An item that equals the previous one of its key stays the previous object;
 * when nothing differs, not even the order, the result is the previous map itself. Of two items with the same key the first
 * one counts. Pass `isEqual` when the shape of the items allows a faster comparison.
 */
export function mergeByKey<K, V>(
  previous: ReadonlyMap<K, V>,
  items: Iterable<V>,
  keyOf: (item: V) => K,
  isEqual: (one: V, other: V) => boolean = isSame,
): ReadonlyMap<K, V> {
  const next = new Map<K, V>();
  const keysBefore = previous.keys();
  let isUnchanged = true;
  for (const item of items) {
    const key = keyOf(item);
    if (next.has(key)) continue;
    const before = previous.get(key);
    const isKept = before !== undefined && isEqual(before, item);
    next.set(key, isKept ? before : item);
    isUnchanged &&= isKept && keysBefore.next().value === key;
  }
  return isUnchanged && next.size === previous.size ? previous : next;
}

/** A copy of the map with that entry added or replaced; the same map when it already holds this very value. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return map.get(key) === value && map.has(key) ? map : new Map(map).set(key, value);
}

/** A copy of the map without that entry; the same map when it has none. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** A copy of the object with these fields; the object itself when every field already holds the same value (`===`). */
export function change<T extends object>(value: T, fields: Partial<T>): T {
  for (const key in fields) {
    if (value[key] !== fields[key]) return { ...value, ...fields };
  }
  return value;
}
