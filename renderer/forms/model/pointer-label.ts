import { pointerSteps } from '../../../preload/contract/json-schema/pointer.ts';
import { fieldLabel, singularLabel } from '../../words/forms.ts';
import type { Shape } from './shape.ts';

/**
 * What a person calls the place of a pointer: the labels of the fields on the way, the number of an item, and the names that are
 * data as they are.
 */
export function pointerLabel(shape: Shape | null, pointer: string): string {
  const names: string[] = [];
  let at: Shape | undefined = shape ?? undefined;
  for (const step of pointer === '' ? [] : pointerSteps(pointer)) {
    const isItem: boolean = at?.kind === 'list';
    const next: Shape | undefined = at && shapeBelow(at, step);
    if (isItem) names.push(`${singularLabel(names.pop() ?? '')} ${Number(step) + 1}`.trim());
    else names.push(at?.kind === 'map' || (at !== undefined && next === undefined) ? step : fieldLabel(step));
    at = next;
  }
  return names.join(' · ');
}

function shapeBelow(shape: Shape, step: string): Shape | undefined {
  switch (shape.kind) {
    case 'list':
      return shape.item();
    case 'map':
      return shape.value();
    case 'group':
      return shape.fields.find(({ name }) => name === step)?.shape();
    case 'variants':
      return shape.variants.map((variant) => shapeBelow(variant.shape(), step)).find((found) => found !== undefined);
    default:
      return undefined;
  }
}
