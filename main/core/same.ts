/**
 * Whether two plain values say the same. Made for rows: primitives, arrays and flat objects, in which a difference shows
 * early. A field that is undefined is not the same as one that is missing.
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
    // Most fields of most rows are equal primitives: ten thousand rows are compared in every poll.
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

/** `next`, or `previous` where they say the same: what did not change keeps its identity. */
export function keepSame<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && isSame(previous, next) ? previous : next;
}

/**
 * The map of `items` by key, in their order, in which equal items are the previous objects; the previous map itself where
 * nothing differs, order included. `isEqual` may be given where the items' shape allows a faster look.
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

/** The map with one entry more or replaced; the same map where it says the same. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return map.get(key) === value && map.has(key) ? map : new Map(map).set(key, value);
}

/** The map without that entry; the same map where there was none. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}

/** The object with these fields; the object itself where all of them are what they were. */
export function change<T extends object>(value: T, fields: Partial<T>): T {
  for (const key in fields) {
    if (value[key] !== fields[key]) return { ...value, ...fields };
  }
  return value;
}
