/**
 * Whether two plain values say the same. Made for rows: primitives, arrays and flat objects, in which a difference shows
 * early. Keys of `one` are what counts; both are expected to be of the same type.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other);
  for (const key in one) {
    if (!isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key])) return false;
  }
  for (const key in other) {
    if (!(key in one)) return false;
  }
  return true;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) {
    if (!isSame(one[index], other[index])) return false;
  }
  return true;
}

/** `next`, or `previous` where they say the same: what did not change keeps its identity. */
export function keepSame<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && isSame(previous, next) ? previous : next;
}

/**
 * The map of `items` by key, in their order, in which equal items are the previous objects; the previous map itself where
 * nothing differs, order included.
 */
export function mergeByKey<K, V>(previous: ReadonlyMap<K, V>, items: Iterable<V>, keyOf: (item: V) => K): ReadonlyMap<K, V> {
  const next = new Map<K, V>();
  const before = previous.keys();
  let isUnchanged = true;
  for (const item of items) {
    const key = keyOf(item);
    const kept = keepSame(previous.get(key), item);
    if (next.has(key)) continue;
    next.set(key, kept);
    isUnchanged &&= kept !== item || previous.get(key) === item;
    isUnchanged &&= before.next().value === key;
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
