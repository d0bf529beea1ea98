import type { Schema } from '../../../preload/contract/catalogue.ts';
import { flatten, nameOfRef, type PlainSchema, resolveRef, type Union } from '../../../preload/contract/json-schema/flatten.ts';
import { factsOf, lazy, optionsOf, plainShape, type Shapes } from './plain-shape.ts';
import type { ChoiceOption, Requirement, Shape, Variant } from './shape.ts';
import { labelsOf } from './variant-labels.ts';

/** A schema that is a choice: what applies to every member, the choice itself, and further choices beside it. */
export interface Choice {
  own: PlainSchema;
  union: Union;
  others: Union[];
  requirements: Requirement[];
}

/**
 * The simplest shape for a choice: one list of known values, a text or number, one group if no members contradict each other, or
 * else variants to choose from.
 */
export function shapeOfUnion(choice: Choice, shapes: Shapes, omit: string): Shape {
  if (choice.others.length === 0) {
    const simple = joinedOptions(choice, shapes) ?? textOrNumber(choice, shapes) ?? joinedGroup(choice, shapes, omit);
    if (simple) return simple;
  }
  const { own, union, others } = choice;
  const rest = others.map(
    ({ kind, members, discriminator }): Schema => ({ [kind]: members, ...(discriminator && { discriminator }) }),
  );
  const needs = choice.requirements.map(
    ({ kind, sets }): Schema => ({
      [kind === 'any' ? 'anyOf' : 'oneOf']: sets.map((required) => ({ required })),
    }),
  );
  // `nullable` and `default` belong to the choice, not to each of its variants.
  const { nullable: _nullable, default: _default, title: _title, ...shared } = own;
  const schemaOf = (member: Schema): Schema => ({ allOf: [shared, ...rest, ...needs, member] });
  return {
    kind: 'variants',
    ...factsOf(own),
    isNullable: own.nullable === true || union.members.some((member) => resolveRef(member, shapes.schemas).nullable === true),
    variants: taggedVariants(union, schemaOf, shapes) ?? plainVariants(union, schemaOf, shapes, omit),
  };
}

/** One variant for each value of the discriminator, such as "attach", "detach" and "resize". */
function taggedVariants(union: Union, schemaOf: (member: Schema) => Schema, shapes: Shapes): Variant[] | null {
  const { discriminator } = union;
  if (!discriminator?.mapping) return null;
  const property = discriminator.propertyName;
  return Object.entries(discriminator.mapping).map(([value, ref]) => ({
    label: value,
    tag: { property, value },
    isDeprecated: resolveRef({ $ref: ref }, shapes.schemas).deprecated === true,
    shape: lazy(() => shapes.of(schemaOf({ $ref: ref }), property)),
  }));
}

function plainVariants(union: Union, schemaOf: (member: Schema) => Schema, shapes: Shapes, omit: string): Variant[] {
  const labels = labelsOf(union.members, shapes.schemas);
  return union.members.map((member, index) => ({
    label: labels[index] ?? '',
    tag: null,
    isDeprecated: /deprecated/i.test(member.title ?? '') || resolveRef(member, shapes.schemas).deprecated === true,
    shape: lazy(() => shapes.of(schemaOf(member), omit)),
  }));
}

/** If all members are lists of known values, they become one list. */
function joinedOptions({ own, union }: Choice, shapes: Shapes): Shape | null {
  const options: ChoiceOption[] = [];
  for (const member of union.members) {
    const flat = flatten(member, shapes.schemas);
    if (!flat.own.enum || flat.unions.length > 0) return null;
    options.push(...optionsOf(flat.own.enum, /deprecated/i.test(member.title ?? '') || flat.own.deprecated === true));
  }
  const distinct = options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
  return { kind: 'choice', ...factsOf(own), options: distinct };
}

function textOrNumber({ own, union }: Choice, shapes: Shapes): Shape | null {
  const types = union.members.map((member) => {
    const flat = flatten(member, shapes.schemas);
    return flat.own.enum || flat.unions.length > 0 ? undefined : flat.own.type;
  });
  const isMixed = types.length === 2 && types.includes('string') && (types.includes('integer') || types.includes('number'));
  return isMixed ? { kind: 'mixed', ...factsOf(own), isInteger: types.includes('integer') } : null;
}

/**
 * A value may fit several members of `anyOf` at once. If no name means different things in two members, the fields of all members
 * become one group, and the required fields of each member become one of its requirement's sets.
 */
function joinedGroup({ own, union, requirements }: Choice, shapes: Shapes, omit: string): Shape | null {
  if (union.kind !== 'anyOf' || union.discriminator) return null;
  const properties: Record<string, Schema> = { ...own.properties };
  const sets: string[][] = [];
  for (const member of union.members) {
    const flat = flatten(member, shapes.schemas);
    if (flat.unions.length > 0 || flat.own.properties === undefined) return null;
    for (const [name, schema] of Object.entries(flat.own.properties)) {
      const earlier = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (earlier && JSON.stringify(earlier) !== JSON.stringify(schema)) return null;
      properties[name] = schema;
    }
    sets.push(flat.own.required ?? Object.keys(flat.own.properties));
  }
  // If each member is a schema with a name of its own, the names say what the members are for. One group would lose that.
  if (union.members.every((member) => nameOfRef(member) !== null)) return null;
  return plainShape({ ...own, type: 'object', properties }, [...requirements, { kind: 'any', sets }], shapes, omit);
}
