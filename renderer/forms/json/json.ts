import { isObject, type Json } from '../../../preload/contract/json.ts';

export { isObject, isSameJson, type Json, type JsonObject } from '../../../preload/contract/json.ts';

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
