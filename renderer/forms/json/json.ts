/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether both values are equal as JSON. The order of names in an object does not matter. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSameJson(item, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name]));
}

/** An array of simple values is printed on one line up to this many characters. */
const lineLength = 60;

/** Prints JSON as a person would write it: two spaces per level, short arrays of simple values on one line. */
export function printJson(value: Json, indent = ''): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    const line = isPlain ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : '';
    if (isPlain && line.length <= lineLength) return line;
    return `[\n${value.map((item) => deeper + printJson(item, deeper)).join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return `{\n${entries.map(([name, item]) => `${deeper}${JSON.stringify(name)}: ${printJson(item, deeper)}`).join(',\n')}\n${indent}}`;
}
