import type { Json } from '../json/json.ts';

/**
 * What a person has entered, as immutable data. `absent`, `null` and an empty text are three different things, and an absent list
 * differs from an empty one. A value that fits no field is kept as JSON text, so that every value can be shown, edited and
 * returned unchanged.
 */
export type FormNode =
  | { kind: 'absent' }
  | { kind: 'null' }
  | { kind: 'text'; text: string }
  /** As typed; it may not be a number yet. */
  | { kind: 'number'; text: string }
  | { kind: 'switch'; isOn: boolean }
  | { kind: 'choice'; value: Json }
  | ListNode
  | MapNode
  | GroupNode
  | VariantNode
  | { kind: 'json'; text: string };

/** `key` identifies an item while items move. Unique in its list. */
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
  /** Nodes by field name. A field without one is absent. */
  fields: ReadonlyMap<string, FormNode>;
  /** Fields that the shape does not name. */
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
