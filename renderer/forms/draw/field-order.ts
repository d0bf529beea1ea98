import type { Field, GroupShape, Shape } from '../model/shape.ts';

/** Whether a value fits into one field. A list of such values is drawn as tokens. */
export const isPlain = (shape: Shape): boolean => ['text', 'number', 'mixed', 'choice'].includes(shape.kind);

/** How many fields are drawn before the rest is folded, at the top of a form and inside other fields. */
const roomAtTop = 9;
const roomInside = 5;

/** Optional fields that people use most, in this order. */
const wanted = [
  'name',
  'names',
  'region',
  'size',
  'image',
  'ssh_keys',
  'tags',
  'description',
  'version',
  'vpc_uuid',
  'monitoring',
  'backups',
  'ipv6',
];
const rank = (field: Field): number => {
  const at = wanted.indexOf(field.name);
  return at >= 0 ? at : wanted.length + (field.isRequired ? 0 : 1) + (field.isDeprecated ? 10 : 0);
};

/** Depends only on the shape and not on what is entered, so that no field moves while a person fills it in. */
export interface SplitFields {
  /** Required or often used, in the order in which they are shown. */
  first: Field[];
  /** The optional yes-or-no fields among those, drawn side by side. */
  switches: Field[];
  /** Drawn if they have a value, or when a person unfolds them. */
  more: Field[];
}

/** Which fields of a group are drawn at once. If only three or fewer would be folded, they are drawn too. */
export function splitFields(shape: GroupShape, depth: number): SplitFields {
  const named = new Set(shape.requirements.flatMap(({ sets }) => sets.flat()));
  const isNeeded = (field: Field): boolean => field.isRequired || named.has(field.name);
  const optional = byWish(shape.fields.filter((field) => !isNeeded(field)));
  const room = Math.max(0, (depth === 0 ? roomAtTop : roomInside) - (shape.fields.length - optional.length));
  const drawn = new Set(optional.slice(0, optional.length - room <= 3 ? optional.length : room));
  const atOnce = byWish(shape.fields.filter((field) => isNeeded(field) || drawn.has(field)));
  const isSwitch = (field: Field): boolean => !field.isRequired && field.shape().kind === 'switch';
  return {
    first: atOnce.filter((field) => !isSwitch(field)),
    switches: atOnce.filter(isSwitch),
    more: shape.fields.filter((field) => !atOnce.includes(field)),
  };
}

const byWish = (fields: Field[]): Field[] => fields.toSorted((one, other) => rank(one) - rank(other));
