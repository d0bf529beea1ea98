import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';

const cannotClone = () => new Error('An object could not be cloned.');

/**
 * What IPC does to a value: V8's serializer copies it. Functions, promises, symbols and proxies throw a plain Error, and so
 * does every object with a prototype of its own: V8 would silently turn Node's URL or Headers into `{}`.
 */
export function cloneForIpc<T>(value: T): T {
  refuseUncloneable(value, new Set());
  return normalise(deserialize(serialize(value)), new Map()) as T;
}

function refuseUncloneable(value: unknown, seen: Set<unknown>): void {
  if (typeof value === 'function' || typeof value === 'symbol') throw cannotClone();
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (types.isProxy(value) || types.isPromise(value) || types.isWeakMap(value) || types.isWeakSet(value)) throw cannotClone();
  if (isLeaf(value)) return;
  if (types.isMap(value) || types.isSet(value)) {
    for (const [key, item] of value.entries()) {
      refuseUncloneable(key, seen);
      refuseUncloneable(item, seen);
    }
    return;
  }
  if (!Array.isArray(value) && !isPlain(value)) throw cannotClone();
  for (const item of Object.values(value)) refuseUncloneable(item, seen);
}

const isLeaf = (value: object) =>
  types.isDate(value) ||
  types.isRegExp(value) ||
  types.isAnyArrayBuffer(value) ||
  ArrayBuffer.isView(value) ||
  types.isNativeError(value) ||
  types.isBoxedPrimitive(value);

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** Buffers arrive as plain byte arrays, and errors lose their own fields. */
function normalise(value: unknown, seen: Map<unknown, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const before = seen.get(value);
  if (before !== undefined) return before;
  if (Buffer.isBuffer(value)) return new Uint8Array(value);
  if (types.isNativeError(value)) return bareError(value);
  seen.set(value, value);
  if (isLeaf(value)) return value;
  if (types.isMap(value)) {
    for (const [key, item] of [...value]) value.set(key, normalise(item, seen));
  } else if (!types.isSet(value)) {
    for (const [key, item] of Object.entries(value)) (value as Record<string, unknown>)[key] = normalise(item, seen);
  }
  return value;
}

const builtInErrors = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError } as const;

function bareError(error: Error): Error {
  const ErrorType = builtInErrors[error.name as keyof typeof builtInErrors] ?? Error;
  const copy = new ErrorType(error.message, 'cause' in error ? { cause: error.cause } : undefined);
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}
