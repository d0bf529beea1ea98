import type { Json, JsonObject } from '../json/json.ts';
import { readNumber } from '../json/numbers.ts';
import { parseJson } from '../json/parse.ts';
import type { FormNode, GroupNode, MapEntry, VariantNode } from './node.ts';

/** The value that would be sent; `undefined` if it is absent or cannot be read yet. `validate` says which of the two. */
export function toValue(node: FormNode): Json | undefined {
  switch (node.kind) {
    case 'absent':
      return undefined;
    case 'null':
      return null;
    case 'text':
      return node.text;
    case 'number': {
      const reading = readNumber(node.text);
      return reading.ok ? reading.value : undefined;
    }
    case 'switch':
      return node.isOn;
    case 'choice':
      return node.value;
    case 'json': {
      const parsed = parseJson(node.text);
      return parsed.ok ? parsed.value : undefined;
    }
    case 'list':
      return node.items.map((item) => toValue(item.node)).filter((value) => value !== undefined);
    case 'map':
      return Object.fromEntries(entriesOf(node.entries));
    case 'group':
      return groupValue(node);
    case 'variant':
      return variantValue(node);
  }
}

function* entriesOf(entries: readonly MapEntry[]): Generator<[string, Json]> {
  for (const entry of entries) {
    const value = toValue(entry.node);
    if (value !== undefined) yield [entry.name, value];
  }
}

function groupValue(node: GroupNode): JsonObject {
  const entries: [string, Json][] = [];
  for (const [name, child] of node.fields) {
    const value = toValue(child);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries([...entries, ...entriesOf(node.extras)]);
}

function variantValue({ tag, node }: VariantNode): Json | undefined {
  const value = toValue(node);
  if (tag === null) return value;
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return Object.fromEntries([[tag.property, tag.value], ...Object.entries(fields)]);
}
