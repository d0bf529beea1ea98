import { describe, expect, it } from 'vitest';
import { bodyProblems } from '../../../../main/core/operations/body-problems.ts';
import { pointerSteps } from '../../../../preload/contract/json-schema/pointer.ts';
import type { Json } from '../../../../renderer/forms/json/json.ts';
import type { Shape } from '../../../../renderer/forms/model/shape.ts';
import {
  draftProblems,
  formBody,
  newDraft,
  problemNames,
  requestShapes,
} from '../../../../renderer/screens/operations/request/request.ts';
import { readTags } from '../../core/digitalocean/catalogue/read-catalogue.ts';
import { openOperation } from '../screens/operations/open-operation.ts';

const forms = (await readTags()).flatMap(({ operations, schemas }) =>
  operations.flatMap((operation) => {
    const shapes = requestShapes(operation, schemas);
    return shapes.body ? [{ operation, schemas, shapes, body: shapes.body }] : [];
  }),
);

/** Whether a form has a field at a pointer into its body, in whatever variant. */
function hasField(shape: Shape, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  switch (shape.kind) {
    case 'list':
      return hasField(shape.item(), rest);
    case 'map':
      return hasField(shape.value(), rest);
    case 'group': {
      const field = shape.fields.find(({ name }) => name === step);
      return field ? hasField(field.shape(), rest) : false;
    }
    case 'variants':
      return shape.variants.some((variant) => variant.tag?.property === step || hasField(variant.shape(), [step, ...rest]));
    default:
      return false;
  }
}

const fields = (pointer: string): string[] => pointerSteps(pointer).slice(1);

describe('what a form that nobody filled in lacks', () => {
  it('has a field in the form, for every operation, and nothing else is asked for before it is sent', () => {
    expect(forms.length).toBeGreaterThan(200);
    const hidden = forms.flatMap(({ operation, schemas, shapes, body }) => {
      const draft = newDraft(shapes, { path: {}, query: {}, body: undefined });
      const told = [
        ...draftProblems(shapes, draft).flatMap(({ pointer }) => (pointer.startsWith('body') ? [pointer] : [])),
        ...bodyProblems({ operation, schemas }, formBody(shapes, draft)).map(({ field }) => field),
      ];
      return told.filter((pointer) => !hasField(body, fields(pointer))).map((pointer) => `${operation.id} ${pointer}`);
    });
    expect(hidden).toEqual([]);
  });

  it('is no more than the API requires: a check by its fields, a policy without addressees', async () => {
    const check = { name: 'shop', type: 'https', target: 'https://shop.example.com', regions: ['eu_west'], enabled: true };
    const made = await openOperation('uptime_create_check', { body: check });
    expect(draftProblems(made.shapes, made.draft)).toEqual([]);
    const found = forms.find(({ operation }) => operation.id === 'uptime_create_check');
    expect(found && bodyProblems(found, check)).toEqual([]);

    const policy = await openOperation('monitoring_create_alertPolicy');
    expect(formBody(policy.shapes, policy.draft)).toEqual({
      entities: [],
      tags: [],
      alerts: { email: [], slack: [] },
      enabled: true,
    } as Json);
    const needed = draftProblems(policy.shapes, policy.draft);
    expect(needed.map(({ pointer }) => pointer)).toEqual(
      ['compare', 'description', 'type', 'value', 'window'].map((name) => `body/${name}`),
    );
    expect(problemNames(policy.shapes, needed)).toEqual(['Compare', 'Description', 'Type', 'Value', 'Window']);
  });

  it('is still asked for where an empty list would do nothing', async () => {
    const { shapes, draft } = await openOperation('vpcnatgateways_create');
    expect(draftProblems(shapes, draft).map(({ pointer }) => pointer)).toContain('body/vpcs');
  });
});
