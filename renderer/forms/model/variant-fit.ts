import { isObject, isSameJson, type Json } from '../json/json.ts';
import type { Shape, Variant, VariantsShape } from './shape.ts';

/** Fields deeper than this do not help to tell variants apart, and a schema may contain itself. */
const maximumDepth = 3;

/** Index of the variant that a value belongs to: the one with its tag, else the best fit; `null`: none fits. */
export function bestVariant(shape: VariantsShape, value: Json): number | null {
  let best: number | null = null;
  let bestFit = Number.NEGATIVE_INFINITY;
  for (const [index, variant] of shape.variants.entries()) {
    const fit = variantFit(variant, value, 0);
    if (fit !== null && fit > bestFit) {
      best = index;
      bestFit = fit;
    }
  }
  return best;
}

function variantFit(variant: Variant, value: Json, depth: number): number | null {
  if (variant.tag === null) return fitOf(variant.shape(), value, depth);
  return isObject(value) && value[variant.tag.property] === variant.tag.value ? 1 : null;
}

/** How well a value fits; higher is better. `null`: it is of another kind. */
function fitOf(shape: Shape, value: Json, depth: number): number | null {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? 1 : null;
    case 'number':
      return typeof value === 'number' ? (shape.isInteger && !Number.isInteger(value) ? 0 : 1) : null;
    case 'mixed':
      return typeof value === 'string' || typeof value === 'number' ? 1 : null;
    case 'switch':
      return typeof value === 'boolean' ? 1 : null;
    case 'choice':
      if (shape.options.some((option) => isSameJson(option.value, value))) return 2;
      return typeof value === 'string' && shape.options.some((option) => typeof option.value === 'string') ? -1 : null;
    case 'list':
      return Array.isArray(value) ? 1 : null;
    case 'map':
      return isObject(value) ? 0 : null;
    case 'group':
      return isObject(value) ? groupFit(shape, value, depth) : null;
    case 'variants': {
      if (depth >= maximumDepth) return 0;
      const fits = shape.variants.map((variant) => variantFit(variant, value, depth + 1)).filter((fit) => fit !== null);
      return fits.length === 0 ? null : Math.max(...fits);
    }
    case 'json':
      return 0;
  }
}

/** Known names raise the fit, unknown names lower it, and missing required names lower it more. */
function groupFit(shape: Extract<Shape, { kind: 'group' }>, value: Record<string, Json>, depth: number): number {
  let fit = 0;
  const known = new Set<string>();
  for (const field of shape.fields) {
    known.add(field.name);
    const item = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (item === undefined) fit -= field.isRequired ? 3 : 0;
    else if (item === null || depth >= maximumDepth) fit += 1;
    else fit += Math.max(-2, Math.min(3, fitOf(field.shape(), item, depth + 1) ?? -2));
  }
  const unknown = Object.keys(value).filter((name) => !known.has(name)).length;
  return shape.extra ? fit : fit - unknown;
}
