import type { Json } from '../json/json.ts';

/**
 * What a person has entered, as plain data that never changes in place. `absent`, `null` and an empty text are three
 * different things, and so are an absent list and an empty one. What fits no field is kept as JSON, so that every value
 * can be shown, edited and given back unchanged.
 */
export type FormNode =
  | { kind: 'absent' }
  | { kind: 'null' }
  | { kind: 'text'; text: string }
  /** As typed: it may not be a number yet. */
  | { kind: 'number'; text: string }
  | { kind: 'switch'; isOn: boolean }
  | { kind: 'choice'; value: Json }
  | ListNode
  | MapNode
  | GroupNode
  | VariantNode
  | { kind: 'json'; text: string };

/** `key` tells items apart while they move; unique in its list. */
export interface ListItem {
  key: number;
  node: FormNode;
}

export interface ListNode {
  kind: 'list';
  items: ListItem[];
}

export interface MapEntry {
  key: number;
  name: string;
  node: FormNode;
}

export interface MapNode {
  kind: 'map';
  entries: MapEntry[];
}

export interface GroupNode {
  kind: 'group';
  /** Nodes by field name; a field without one is absent. */
  fields: ReadonlyMap<string, FormNode>;
  /** Names that the shape does not know. */
  extras: MapEntry[];
}

export interface VariantNode {
  kind: 'variant';
  index: number;
  tag: { property: string; value: string } | null;
  node: FormNode;
}

export const absent: FormNode = { kind: 'absent' };

/** A key that no item of the list has. */
export const nextKey = (items: readonly { key: number }[]): number => items.reduce((most, { key }) => Math.max(most, key + 1), 0);
