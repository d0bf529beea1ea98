import type { PlainSchema } from '../../../preload/contract/json-schema/flatten.ts';
import type { Json } from '../json/json.ts';

/** What a form asks for, made from a schema one level at a time: deeper levels are made when they are opened. */
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
  /** What the API takes when nothing is sent; `undefined`: not stated. Shown, never sent by itself. */
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

/** A text or a number, such as an image's slug or id. */
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

/** One of known values; others may be typed where they are texts, since the API grows before its schema. */
export interface ChoiceShape extends ShapeFacts {
  kind: 'choice';
  options: ChoiceOption[];
}

export interface ListShape extends ShapeFacts {
  kind: 'list';
  item: () => Shape;
  schema: PlainSchema;
}

/** Names that the person chooses, each with a value of one shape. */
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

/** Of these sets of fields, at least one (`any`) or exactly one (`one`) must be there whole. */
export interface Requirement {
  kind: 'any' | 'one';
  sets: string[][];
}

export interface GroupShape extends ShapeFacts {
  kind: 'group';
  /** Required first, then in the schema's order. Without what only the API may set. */
  fields: Field[];
  requirements: Requirement[];
  /** Shape of further fields where the schema allows any; `null`: it names all that it takes. */
  extra: (() => Shape) | null;
}

export interface Variant {
  /** Its title, or the words of its name that tell it apart; '' where `shape` must speak for itself. */
  label: string;
  /** The property that names the variant, taken out of its fields. */
  tag: { property: string; value: string } | null;
  isDeprecated: boolean;
  shape: () => Shape;
}

export interface VariantsShape extends ShapeFacts {
  kind: 'variants';
  variants: Variant[];
}

/** Anything, or something that no field can stand for: written as JSON. */
export interface JsonShape extends ShapeFacts {
  kind: 'json';
  root: 'object' | 'array' | 'any';
}
