import { isObject, isSameJson, type Json, type JsonObject, printJson } from '../json/json.ts';
import { absent, type FormNode, type MapEntry } from './node.ts';
import type { GroupShape, Shape } from './shape.ts';
import { bestVariant } from './variant-fit.ts';

/** Makes the form for a value; `toValue` returns the same value again. A value that fits no field becomes JSON text. */
export function fromValue(shape: Shape, value: Json | undefined): FormNode {
  if (value === undefined) return absent;
  if (value === null) return { kind: 'null' };
  return fitting(shape, value) ?? { kind: 'json', text: printJson(value) };
}

function fitting(shape: Shape, value: Json): FormNode | null {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? { kind: 'text', text: value } : null;
    case 'number':
      return typeof value === 'number' ? numberNode(value) : null;
    case 'mixed':
      if (typeof value === 'number') return numberNode(value);
      return typeof value === 'string' ? { kind: 'text', text: value } : null;
    case 'switch':
      return typeof value === 'boolean' ? { kind: 'switch', isOn: value } : null;
    case 'choice':
      return isChoosable(shape, value) ? { kind: 'choice', value } : null;
    case 'list':
      if (!Array.isArray(value)) return null;
      return { kind: 'list', items: value.map((item, key) => ({ key, node: fromValue(shape.item(), item) })) };
    case 'map':
      return isObject(value) ? { kind: 'map', entries: entriesOf(value, shape.value) } : null;
    case 'group':
      return isObject(value) ? groupNode(shape, value) : null;
    case 'variants': {
      const index = bestVariant(shape, value);
      const variant = index === null ? undefined : shape.variants[index];
      if (index === null || !variant) return null;
      const rest = variant.tag && isObject(value) ? without(value, variant.tag.property) : value;
      return { kind: 'variant', index, tag: variant.tag, node: fromValue(variant.shape(), rest) };
    }
    case 'json':
      return null;
  }
}

const numberNode = (value: number): FormNode => ({ kind: 'number', text: String(value) });

/** A text that is not listed may still be valid: the API gets new values before its schema does. */
const isChoosable = (shape: Extract<Shape, { kind: 'choice' }>, value: Json): boolean =>
  shape.options.some((option) => isSameJson(option.value, value)) ||
  (typeof value === 'string' && shape.options.some((option) => typeof option.value === 'string'));

function groupNode(shape: GroupShape, value: JsonObject): FormNode {
  const fields = new Map<string, FormNode>();
  for (const field of shape.fields) {
    if (Object.hasOwn(value, field.name)) fields.set(field.name, fromValue(field.shape(), value[field.name]));
  }
  const unknown = Object.fromEntries(Object.entries(value).filter(([name]) => !fields.has(name)));
  return { kind: 'group', fields, extras: entriesOf(unknown, shape.extra ?? anyValue) };
}

const entriesOf = (value: JsonObject, shape: () => Shape): MapEntry[] =>
  Object.entries(value).map(([name, item], key) => ({ key, name, node: fromValue(shape(), item) }));

const anyShape: Shape = { kind: 'json', root: 'any', isNullable: true, defaultValue: undefined };
const anyValue = (): Shape => anyShape;

const without = (value: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
