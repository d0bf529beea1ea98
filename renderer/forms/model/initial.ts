import { fromValue } from './from-value.ts';
import { absent, type FormNode } from './node.ts';
import type { Field, GroupShape, Shape } from './shape.ts';

/** Required groups inside required groups are opened up to this depth, because a schema may contain itself. */
const maximumDepth = 8;

/**
 * What a form starts with: required groups are open, required values with only one option or a default have it, all else is
 * absent.
 */
export function initialNode(shape: Shape, isRequired: boolean, depth = 0): FormNode {
  return isRequired && depth < maximumDepth ? presentNode(shape, depth) : absent;
}

/** What a field holds when a person adds it: an open group, an empty list, an empty text. */
export function emptyNode(shape: Shape): FormNode {
  switch (shape.kind) {
    case 'text':
    case 'mixed':
      return { kind: 'text', text: '' };
    case 'number':
      return { kind: 'number', text: '' };
    case 'switch':
      return { kind: 'switch', isOn: shape.defaultValue !== true };
    case 'choice':
      return shape.options[0] ? { kind: 'choice', value: shape.options[0].value } : { kind: 'text', text: '' };
    case 'json':
      return { kind: 'json', text: shape.root === 'array' ? '[]' : '{}' };
    case 'list':
    case 'map':
    case 'group':
    case 'variants':
      return presentNode(shape, 0);
  }
}

function presentNode(shape: Shape, depth: number): FormNode {
  switch (shape.kind) {
    case 'group':
      return openGroup(shape, depth);
    case 'variants':
      return openVariant(shape, 0, depth);
    case 'choice': {
      const only = shape.options.length === 1 ? shape.options[0]?.value : shape.defaultValue;
      return only === undefined ? absent : fromValue(shape, only);
    }
    case 'list':
      return depth === 0 ? { kind: 'list', items: [] } : absent;
    case 'map':
      return { kind: 'map', entries: [] };
    case 'json':
      return shape.root === 'object' ? { kind: 'json', text: '{}' } : absent;
    case 'text':
    case 'number':
    case 'mixed':
    case 'switch':
      // A required value starts with its default.
      return fromValue(shape, shape.defaultValue);
  }
}

function openGroup(shape: GroupShape, depth: number): FormNode {
  const fields = new Map<string, FormNode>();
  for (const field of shape.fields) {
    const node = initialField(field, depth + 1);
    if (node.kind !== 'absent') fields.set(field.name, node);
  }
  return { kind: 'group', fields, extras: [] };
}

/** Lists that the API wants to be there and takes empty: to whom an alert goes, what a policy is limited to. */
const mayBeEmpty = new Set(['email', 'entities', 'slack', 'tags']);

function initialField(field: Field, depth: number): FormNode {
  if (!field.isRequired) return absent;
  const shape = field.shape();
  if (shape.kind === 'list' && mayBeEmpty.has(field.name)) return { kind: 'list', items: [] };
  if (shape.kind === 'switch' && shape.defaultValue === undefined && field.name === 'enabled')
    return { kind: 'switch', isOn: true };
  return initialNode(shape, true, depth);
}

/** A variant as it is right after it was chosen. */
export function openVariant(shape: Extract<Shape, { kind: 'variants' }>, index: number, depth = 0): FormNode {
  const variant = shape.variants[index];
  if (!variant) return absent;
  return { kind: 'variant', index, tag: variant.tag, node: initialNode(variant.shape(), true, depth + 1) };
}
