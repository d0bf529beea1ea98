import { fromValue } from './from-value.ts';
import { absent, type FormNode } from './node.ts';
import type { Field, GroupShape, Shape } from './shape.ts';

/** A required group inside a required group, and so on: past this depth it waits until it is opened. */
const maximumDepth = 8;

/** What a form begins with: required groups open, required things with one answer or a usual one answered, all else absent. */
export function initialNode(shape: Shape, isRequired: boolean, depth = 0): FormNode {
  return isRequired && depth < maximumDepth ? presentNode(shape, depth) : absent;
}

/** The least that is there once a person asks for it: an open group, an empty list, a text without letters. */
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
      // What must be sent and has a usual value starts with it.
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

const initialField = (field: Field, depth: number): FormNode =>
  field.isRequired ? initialNode(field.shape(), true, depth) : absent;

/** A variant as it is when just chosen. */
export function openVariant(shape: Extract<Shape, { kind: 'variants' }>, index: number, depth = 0): FormNode {
  const variant = shape.variants[index];
  if (!variant) return absent;
  return { kind: 'variant', index, tag: variant.tag, node: initialNode(variant.shape(), true, depth + 1) };
}
