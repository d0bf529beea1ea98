import { pointerStep } from '../../../../preload/contract/json-schema/pointer.ts';
import { isObject, type Json } from '../../../forms/json/json.ts';

/** One drawn line of a value: a simple value, or the beginning or end of an object or array. */
export interface JsonLine {
  /** Unique in the value: the JSON pointer, and `#end` behind it for a closing line. */
  id: string;
  depth: number;
  name: string | null;
  kind: 'value' | 'open' | 'close' | 'folded';
  /** The simple value as JSON, or a bracket. */
  text: string;
  tone: 'text' | 'number' | 'word' | 'bracket';
  /** Number of parts of the object or array. */
  count: number;
  isList: boolean;
  hasComma: boolean;
}

type Container = Json[] | { [name: string]: Json };

const isContainer = (value: Json): value is Container => Array.isArray(value) || isObject(value);

/** The lines of a value with some of its parts folded. Folded parts are not walked, so large values stay cheap. */
export function jsonLines(value: Json, folded: ReadonlySet<string>): JsonLine[] {
  const lines: JsonLine[] = [];
  walk(value, { pointer: '', name: null, depth: 0, hasComma: false });
  return lines;

  function walk(part: Json, at: { pointer: string; name: string | null; depth: number; hasComma: boolean }): void {
    const base = { id: at.pointer, depth: at.depth, name: at.name, hasComma: at.hasComma };
    if (!isContainer(part)) {
      lines.push({ ...base, kind: 'value', text: JSON.stringify(part), tone: toneOf(part), count: 0, isList: false });
      return;
    }
    const isList = Array.isArray(part);
    const entries: [string, Json][] = isList ? part.map((item, index) => [String(index), item]) : Object.entries(part);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    const shared = { ...base, tone: 'bracket' as const, count: entries.length, isList };
    if (entries.length === 0) {
      lines.push({ ...shared, kind: 'value', text: `${open}${close}` });
      return;
    }
    if (folded.has(at.pointer)) {
      lines.push({ ...shared, kind: 'folded', text: `${open}…${close}` });
      return;
    }
    lines.push({ ...shared, kind: 'open', text: open, hasComma: false });
    for (const [index, [name, child]] of entries.entries()) {
      const pointer = `${at.pointer}/${pointerStep(name)}`;
      walk(child, { pointer, name: isList ? null : name, depth: at.depth + 1, hasComma: index < entries.length - 1 });
    }
    lines.push({ ...shared, id: `${at.pointer}#end`, kind: 'close', name: null, text: close });
  }
}

const toneOf = (value: Json): JsonLine['tone'] =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'word';

/** Pointers of the parts that are folded at first: everything from depth 3 on, if the value is longer than a few screens. */
export function foldedAtFirst(value: Json): Set<string> {
  const folded = new Set<string>();
  const total = size(value, 400);
  if (total < 400) return folded;
  collect(value, '', 0, folded);
  return folded;
}

const foldFromDepth = 3;

function collect(value: Json, pointer: string, depth: number, folded: Set<string>): void {
  if (!isContainer(value)) return;
  if (depth >= foldFromDepth) {
    folded.add(pointer);
    return;
  }
  const entries = Array.isArray(value)
    ? value.map((item, index): [string, Json] => [String(index), item])
    : Object.entries(value);
  for (const [name, child] of entries) collect(child, `${pointer}/${pointerStep(name)}`, depth + 1, folded);
}

/** Number of parts of a value. Stops counting at the limit. */
function size(value: Json, limit: number): number {
  if (!isContainer(value)) return 1;
  let count = 2;
  for (const child of Array.isArray(value) ? value : Object.values(value)) {
    count += size(child, limit - count);
    if (count >= limit) break;
  }
  return count;
}
