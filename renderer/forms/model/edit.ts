import { isObject, type Json } from '../json/json.ts';
import { fromValue } from './from-value.ts';
import { initialNode, openVariant } from './initial.ts';
import { absent, type FormNode, type GroupNode, type ListNode, type MapEntry, type MapNode, nextKey } from './node.ts';
import type { GroupShape, VariantsShape } from './shape.ts';
import { toValue } from './to-value.ts';

/** Sets one field and keeps the schema's order. A field that becomes absent is removed. */
export function setField(group: GroupNode, shape: GroupShape, name: string, node: FormNode): GroupNode {
  const fields = new Map<string, FormNode>();
  for (const field of shape.fields) {
    const child = field.name === name ? node : group.fields.get(field.name);
    if (child && child.kind !== 'absent') fields.set(field.name, child);
  }
  return { ...group, fields };
}

export const fieldNode = (group: GroupNode, name: string): FormNode => group.fields.get(name) ?? absent;

export const setItem = (list: ListNode, key: number, node: FormNode): ListNode => ({
  ...list,
  items: list.items.map((item) => (item.key === key ? { key, node } : item)),
});

export const addItem = (list: ListNode, node: FormNode): ListNode => ({
  ...list,
  items: [...list.items, { key: nextKey(list.items), node }],
});

export const removeItem = (list: ListNode, key: number): ListNode => ({
  ...list,
  items: list.items.filter((item) => item.key !== key),
});

/** Moves an item up (-1) or down (1) by one place. At either end nothing changes. */
export function moveItem(list: ListNode, key: number, by: -1 | 1): ListNode {
  const from = list.items.findIndex((item) => item.key === key);
  const to = from + by;
  const moved = list.items[from];
  if (!moved || to < 0 || to >= list.items.length) return list;
  return { ...list, items: list.items.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export const setEntry = (entries: readonly MapEntry[], key: number, change: Partial<Omit<MapEntry, 'key'>>): MapEntry[] =>
  entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));

export const addEntry = (entries: readonly MapEntry[], name: string, node: FormNode): MapEntry[] => [
  ...entries,
  { key: nextKey(entries), name, node },
];

export const removeEntry = (entries: readonly MapEntry[], key: number): MapEntry[] =>
  entries.filter((entry) => entry.key !== key);

export const emptyMap: MapNode = { kind: 'map', entries: [] };

/** Switches to another variant. Fields with the same name keep their value; the others are dropped. */
export function switchVariant(shape: VariantsShape, current: FormNode, index: number): FormNode {
  const variant = shape.variants[index];
  const next = openVariant(shape, index);
  if (!variant || next.kind !== 'variant' || next.node.kind !== 'group') return next;
  const target = variant.shape();
  if (target.kind !== 'group') return next;
  const earlier = current.kind === 'variant' ? toValue(current.node) : toValue(current);
  if (!isObject(earlier)) return next;
  const shared = target.fields.filter((field) => Object.hasOwn(earlier, field.name));
  return { ...next, node: shared.reduce((group, field) => keepField(group, target, field.name, earlier[field.name]), next.node) };
}

function keepField(group: GroupNode, shape: GroupShape, name: string, value: Json | undefined): GroupNode {
  const field = shape.fields.find((one) => one.name === name);
  if (!field) return group;
  const kept = fromValue(field.shape(), value);
  // A value that does not fit the new field is dropped, and the field starts as usual.
  return setField(group, shape, name, kept.kind === 'json' ? initialNode(field.shape(), field.isRequired) : kept);
}
