import { describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import type { DangerLevel } from '../../../../../main/core/digitalocean/catalogue/types.ts';
import { flatten } from '../../../../../preload/contract/json-schema/flatten.ts';
import { dangerOverrides, readingPosts } from '../../../../../scripts/build-catalogue/danger.ts';
import { dangerByBody } from '../../../../../scripts/build-catalogue/danger-by-body.ts';
import { readOperations } from './read-catalogue.ts';

describe('danger levels', () => {
  it('name only operations that exist', async () => {
    const known = new Set((await loadIndex()).operations.map((one) => one.id));
    const named = [...dangerOverrides.keys(), ...dangerByBody.keys(), ...readingPosts];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('differ from the rule by method wherever the table has an entry', async () => {
    const methods = new Map((await loadIndex()).operations.map((one) => [one.id, one.method]));
    for (const [id, level] of dangerOverrides) {
      const usual = methods.get(id) === 'DELETE' ? 'destructive' : 'normal';
      expect(level, id).not.toBe(usual);
    }
  });

  it('call every GET safe, and other operations only if they just read', async () => {
    for (const one of await readOperations()) {
      expect(one.danger === 'safe', one.id).toBe(one.method === 'GET' || one.reads === true);
    }
  });

  it.each<[string, DangerLevel]>([
    ['droplets_destroy', 'destructive'],
    ['droplets_destroy_byTag', 'destructive'],
    ['droplets_destroy_withAssociatedResourcesSelective', 'destructive'],
    ['droplets_destroy_withAssociatedResourcesDangerous', 'destructive'],
    ['droplets_destroy_retryWithAssociatedResources', 'destructive'],
    ['autoscalepools_delete_dangerous', 'destructive'],
    ['kubernetes_destroy_associatedResourcesDangerous', 'destructive'],
    ['registries_run_garbageCollection', 'destructive'],
    ['volumes_delete_byName', 'destructive'],
    ['tags_delete', 'destructive'],
    ['tags_unassign_resources', 'disruptive'],
    ['firewalls_delete_rules', 'disruptive'],
    ['loadBalancers_remove_droplets', 'disruptive'],
    ['databases_reset_auth', 'disruptive'],
    ['databases_update_clusterSize', 'disruptive'],
    ['apps_revert_rollback', 'disruptive'],
    ['genai_regenerate_agent_api_key', 'disruptive'],
    ['dropletActions_post', 'destructive'],
    ['imageActions_post', 'normal'],
    ['droplets_create', 'normal'],
    ['registries_validate_name', 'safe'],
  ])('judge %s as %s', async (id, level) => {
    expect((await findOperation(id)).operation.danger).toBe(level);
  });

  it.each<[string, DangerLevel]>([
    ['power_off', 'disruptive'],
    ['power_cycle', 'disruptive'],
    ['shutdown', 'disruptive'],
    ['resize', 'disruptive'],
    ['rebuild', 'destructive'],
    ['restore', 'destructive'],
    ['password_reset', 'disruptive'],
    ['change_kernel', 'disruptive'],
    ['reboot', 'normal'],
    ['power_on', 'normal'],
    ['snapshot', 'normal'],
    ['change_backup_policy', 'normal'],
  ])('judge the droplet action %s as %s', async (type, level) => {
    const { operation } = await findOperation('dropletActions_post');
    expect(operation.dangerByBody?.levels[type]).toBe(level);
  });

  it.each([...dangerByBody.keys()])('cover every type that the body of %s can have', async (id) => {
    const { operation, schemas } = await findOperation(id);
    const mapping = flatten(operation.body?.schema ?? {}, schemas).unions[0]?.discriminator;
    expect(mapping?.propertyName).toBe(operation.dangerByBody?.property);
    const types = Object.keys(mapping?.mapping ?? {}).sort();
    expect(Object.keys(operation.dangerByBody?.levels ?? {}).sort()).toEqual(types);
  });
});
