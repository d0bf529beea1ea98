import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { designedFamily, familyGroups } from '../../../../renderer/families/all.ts';
import { panelOf } from '../../../../renderer/families/panels/all.ts';
import { operationsOn, reasonAgainst } from '../../../../renderer/screens/resources/panel/thing-reads.ts';

const index = await loadIndex();
const families = familyGroups.flatMap((group) => group.families);

/** Operations on a thing of the family that stay under "All operations" with a reason. */
function against(familyId: string, item: Record<string, unknown>): Record<string, string> {
  const family = designedFamily(familyId);
  if (family === undefined) throw new Error(`There is no family ${familyId}`);
  const { all } = operationsOn(index, family);
  return Object.fromEntries(
    all.flatMap(({ id }) => {
      const because = reasonAgainst(panelOf(familyId), id, item);
      return because === null ? [] : [[id, because]];
    }),
  );
}

describe('what an operation is hidden for', () => {
  it('is always about an operation on the things of that family, so that no rule is a mere wish', () => {
    const wishes = families.flatMap((family) => {
      const offered = new Set(operationsOn(index, family).all.map(({ id }) => id));
      const named = (panelOf(family.id)?.hides ?? []).flatMap(({ operations }) => operations);
      return named.filter((id) => !offered.has(id)).map((id) => `${family.id}: ${id}`);
    });
    expect(wishes).toEqual([]);
  });

  it.each<[what: string, familyId: string, item: Record<string, unknown>, hidden: Record<string, string>]>([
    [
      'a regional load balancer',
      'loadBalancers_list',
      { type: 'REGIONAL', tag: '' },
      { loadBalancers_delete_cache: 'for global load balancers only' },
    ],
    [
      'one that finds its droplets by a tag',
      'loadBalancers_list',
      { type: 'REGIONAL', tag: 'web' },
      {
        loadBalancers_delete_cache: 'for global load balancers only',
        loadBalancers_add_droplets: 'its tag finds its droplets',
        loadBalancers_remove_droplets: 'its tag finds its droplets',
      },
    ],
    [
      'a global one',
      'loadBalancers_list',
      { type: 'GLOBAL' },
      {
        loadBalancers_add_droplets: 'it hands on to load balancers',
        loadBalancers_remove_droplets: 'it hands on to load balancers',
      },
    ],
    [
      'an imported image',
      'images_list',
      { public: false, type: 'custom' },
      { imageActions_post: 'for backups and snapshots only' },
    ],
    ['a backup', 'images_list', { public: false, type: 'backup' }, {}],
    [
      'a share that is being made',
      'nfs_list',
      { status: 'CREATING' },
      {
        nfs_create_action: 'it is still being made',
        nfs_create_access_point: 'it is still being made',
        nfs_list_access_points: 'it is still being made',
      },
    ],
    ['a share', 'nfs_list', { status: 'ACTIVE' }, {}],
    [
      'a key to every bucket',
      'spacesKey_list',
      { grants: [{ bucket: '', permission: 'fullaccess' }] },
      { spacesKey_update: 'a key to every bucket cannot be narrowed' },
    ],
    ['a key to one bucket', 'spacesKey_list', { grants: [{ bucket: 'logs', permission: 'read' }] }, {}],
    ['the default VPC', 'vpcs_list', { default: true }, { vpcs_delete: 'the default of its region stays' }],
    ['another VPC', 'vpcs_list', { default: false }, {}],
    ['a domain', 'domains_list', { name: 'shop.example.com' }, { domains_get_record: 'the list of records has all of it' }],
  ])('of %s', (_what, familyId, item, hidden) => {
    expect(against(familyId, item)).toEqual(hidden);
  });

  it('of a public image leaves reading it alone', () => {
    const family = families.filter(({ id }) => id === 'images_list');
    const hidden = against('images_list', { public: true, type: 'base' });
    const left = family.flatMap((one) => operationsOn(index, one).all).filter(({ id }) => !(id in hidden));
    expect(left.map(({ id }) => id)).toEqual(['images_get']);
  });
});
