/**
 * Turns values into text for the way between a page and main. Both ends load this file, and it must run in a browser
 * unchanged. A value that JSON cannot express is an object with the single key `$`. Cycles are refused: no view of Buoy
 * contains one.
 */
export function encode(value: unknown, special: (value: unknown) => unknown = () => undefined): string {
  const path = new Set<unknown>();

  function lower(item: unknown): unknown {
    const own = special(item);
    if (own !== undefined) return { $: own };
    if (item === undefined) return { $: ['undefined'] };
    if (typeof item === 'bigint') return { $: ['bigint', String(item)] };
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0))) {
      return { $: ['number', Object.is(item, -0) ? '-0' : String(item)] };
    }
    if (typeof item === 'function' || typeof item === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof item !== 'object' || item === null) return item;
    if (path.has(item)) throw new Error('stand-in: a cycle crosses the bridge');
    if (path.size >= 1000) throw new TypeError('Electron contextBridge recursion depth exceeded');
    path.add(item);
    const lowered = lowerObject(item);
    path.delete(item);
    return lowered;
  }

  function lowerObject(item: object): unknown {
    if (Array.isArray(item)) return item.map(lower);
    if (item instanceof Date) return { $: ['date', item.getTime()] };
    if (item instanceof RegExp) return { $: ['regexp', item.source, item.flags] };
    if (item instanceof Map) return { $: ['map', [...item].map(([key, entry]) => [lower(key), lower(entry)])] };
    if (item instanceof Set) return { $: ['set', [...item].map(lower)] };
    if (item instanceof Error) return { $: ['error', item.name, item.message] };
    if (item instanceof ArrayBuffer) return { $: ['buffer', [...new Uint8Array(item)]] };
    if (ArrayBuffer.isView(item)) return { $: ['bytes', [...new Uint8Array(item.buffer, item.byteOffset, item.byteLength)]] };
    const fields: Record<string, unknown> = {};
    for (const [name, entry] of Object.entries(item)) fields[name] = lower(entry);
    return '$' in fields ? { $: ['object', Object.entries(fields)] } : fields;
  }

  return JSON.stringify(lower(value));
}

/** Turns a text back into its value. `special` restores what `special` of the other end converted. */
export function decode(text: string, special: (lowered: unknown) => unknown = () => undefined): unknown {
  type Tagged = [string, ...never[]];

  function raise(item: unknown): unknown {
    if (typeof item !== 'object' || item === null) return item;
    if (Array.isArray(item)) return item.map(raise);
    if ('$' in item) return raiseTagged(item.$ as Tagged);
    const object: Record<string, unknown> = {};
    for (const [name, entry] of Object.entries(item)) object[name] = raise(entry);
    return object;
  }

  function raiseTagged(tagged: Tagged): unknown {
    const own = special(tagged);
    if (own !== undefined) return own;
    const [tag, first, second] = tagged as unknown as [string, unknown, unknown];
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(first as string);
      case 'number':
        return Number(first);
      case 'date':
        return new Date(first as number);
      case 'regexp':
        return new RegExp(first as string, second as string);
      case 'map':
        return new Map((first as [unknown, unknown][]).map(([key, entry]) => [raise(key), raise(entry)]));
      case 'set':
        return new Set((first as unknown[]).map(raise));
      case 'error':
        return Object.assign(new Error(second as string), { name: first as string });
      case 'buffer':
        return new Uint8Array(first as number[]).buffer;
      case 'bytes':
        return new Uint8Array(first as number[]);
      case 'object':
        return Object.fromEntries((first as [string, unknown][]).map(([name, entry]) => [name, raise(entry)]));
      default:
        throw new Error(`stand-in: unknown tag ${tag}`);
    }
  }

  return raise(JSON.parse(text));
}
