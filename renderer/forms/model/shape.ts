import type { PlainSchema } from '../../../preload/contract/json-schema/flatten.ts';
import type { Json } from '../json/json.ts';

/** What a form asks for, made from a schema one level at a time. Deeper levels are made when they are opened. */
export type Shape =
  | TextShape
  | NumberShape
  | MixedShape
  | SwitchShape
  | ChoiceShape
  | ListShape
  | MapShape
  | GroupShape
  | VariantsShape
  | JsonShape;

export interface ShapeFacts {
  isNullable: boolean;
  /** What the API takes when nothing is sent; `undefined`: not stated. An optional field only shows it and does not send it. */
  defaultValue: Json | undefined;
}

export interface TextShape extends ShapeFacts {
  kind: 'text';
  schema: PlainSchema;
}

export interface NumberShape extends ShapeFacts {
  kind: 'number';
  isInteger: boolean;
  schema: PlainSchema;
}

/** A text or a number, such as the slug or the id of an image. */
export interface MixedShape extends ShapeFacts {
  kind: 'mixed';
  isInteger: boolean;
}

export interface SwitchShape extends ShapeFacts {
  kind: 'switch';
}

export interface ChoiceOption {
  value: Json;
  isDeprecated: boolean;
}

/** One of several known values. Other texts may be typed, because the API gets new values before its schema does. */
export interface ChoiceShape extends ShapeFacts {
  kind: 'choice';
  options: ChoiceOption[];
}

export interface ListShape extends ShapeFacts {
  kind: 'list';
  item: () => Shape;
  /** What it says about the list itself. */
  schema: Omit<PlainSchema, 'items'>;
}

/** Names that the person chooses, each with a value of the same shape. */
export interface MapShape extends ShapeFacts {
  kind: 'map';
  value: () => Shape;
}

export interface Field {
  name: string;
  isRequired: boolean;
  isDeprecated: boolean;
  shape: () => Shape;
}

/** Sets of fields of which at least one (`any`) or exactly one (`one`) must be complete. */
export interface Requirement {
  kind: 'any' | 'one';
  sets: string[][];
}

export interface GroupShape extends ShapeFacts {
  kind: 'group';
  /** Required fields first, then in the schema's order. Read-only fields are left out. */
  fields: Field[];
  requirements: Requirement[];
  /** Shape of further fields if the schema allows any; `null`: it allows none. */
  extra: (() => Shape) | null;
}

export interface Variant {
  /** Its title, or the words of its name that the others do not share; '' if only its shape tells it apart. */
  label: string;
  /** The property and value that name the variant. The property is not among its fields. */
  tag: { property: string; value: string } | null;
  isDeprecated: boolean;
  shape: () => Shape;
}

export interface VariantsShape extends ShapeFacts {
  kind: 'variants';
  variants: Variant[];
}

/** Any value, or a value that no field can represent. It is edited as JSON. */
export interface JsonShape extends ShapeFacts {
  kind: 'json';
  root: 'object' | 'array' | 'any';
}
