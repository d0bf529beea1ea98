import { describe, expect, it } from 'vitest';
import { pointerLabel } from '../../../../renderer/forms/model/pointer-label.ts';
import { openOperation } from '../screens/operations/open-operation.ts';

describe('the label of a place in a body', () => {
  it.each([
    ['firewalls_update', 'inbound_rules/1/ports', 'Inbound rule 2 · Ports'],
    ['kubernetes_update_nodePool', 'labels/kubernetes.io~1role', 'Labels · kubernetes.io/role'],
    ['domains_patch_record', 'ttl', 'TTL'],
    ['apps_update', 'spec/services/0/envs/2/value', 'Spec · Service 1 · Env 3 · Value'],
    ['firewalls_update', 'brand_new', 'brand_new'],
  ])('of %s at %s is “%s”', async (id, pointer, label) => {
    const { shapes } = await openOperation(id);
    expect(pointerLabel(shapes.body, pointer)).toBe(label);
  });
});
