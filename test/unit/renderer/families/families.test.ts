import { describe, expect, it } from 'vitest';
import { findOperation, loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import type { CatalogueIndex, OperationSummary, Schema } from '../../../../preload/contract/catalogue.ts';
import { resolveRef, type Schemas } from '../../../../preload/contract/json-schema/flatten.ts';
import { familyGroups, familyOfUrn } from '../../../../renderer/families/all.ts';
import { genericFamily, listTitle } from '../../../../renderer/families/generic.ts';
import { type ItemOperations, itemOperations } from '../../../../renderer/families/operations.ts';
import { referenceOf } from '../../../../renderer/families/references.ts';
import { firstAt, textOf, timeOf, valueAt } from '../../../../renderer/families/value.ts';
import { allLines } from '../../../../renderer/screens/operations/list/list-lines.ts';
import { readTags } from '../../core/digitalocean/catalogue/read-catalogue.ts';

const families = familyGroups.flatMap((group) => group.families);

const follow = (schema: Schema | undefined, schemas: Schemas): Schema | undefined => schema && resolveRef(schema, schemas);

const partsOf = (schema: Schema): Schema[] => [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];

/** Whether the schema has a field at that dotted path. A step into a list leads to its items. */
function holds(schema: Schema | undefined, schemas: Schemas, way: readonly string[], depth = 0): boolean {
  const found = follow(schema, schemas);
  const [key, ...rest] = way;
  if (!found || depth > 12) return false;
  if (key === undefined) return true;
  if (found.items) return holds(found.items, schemas, way, depth + 1);
  if (partsOf(found).some((part) => holds(part, schemas, way, depth + 1))) return true;
  if (typeof found.additionalProperties === 'object') return true;
  // A few things have a field that is needed and described nowhere.
  if (found.properties?.[key] === undefined) return rest.length === 0 && found.required?.includes(key) === true;
  return holds(found.properties[key], schemas, rest, depth + 1);
}

function propertyOf(schema: Schema | undefined, schemas: Schemas, key: string): Schema | undefined {
  const found = follow(schema, schemas);
  if (!found) return undefined;
  return (
    found.properties?.[key] ??
    partsOf(found)
      .map((part) => propertyOf(part, schemas, key))
      .find(Boolean)
  );
}

describe('designed families', () => {
  it('name only operations of the catalogue, each once', async () => {
    const known = new Set((await loadIndex()).operations.map((operation) => operation.id));
    const named = families.flatMap((family) => [family.id, family.create, family.inside]).filter((id) => id !== undefined);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(families.map((family) => family.id)).size).toBe(families.length);
    const fields = (await readTags()).flatMap(({ schemas }) =>
      Object.values(schemas).flatMap((one) => Object.keys(one.properties ?? {})),
    );
    const led = fields.map((field) => referenceOf(field, 'x')?.familyId).filter((id) => id !== undefined);
    expect(new Set(led).size).toBeGreaterThan(10);
    expect(led.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(families.map((family) => [family.id, family] as const))(
    '%s shows fields that the schema of its things has',
    async (id, family) => {
      const { operation, schemas } = await findOperation(id);
      const list = follow(
        propertyOf(operation.responses[0]?.schema ?? undefined, schemas, operation.collectionKey ?? ''),
        schemas,
      );
      const thing = list?.items ?? (typeof list?.additionalProperties === 'object' ? list.additionalProperties : list);
      const missing = family.columns.filter((column) => !column.at.some((way) => holds(thing, schemas, way.split('.'))));
      expect(missing.map((column) => column.title)).toEqual([]);
      expect(family.idAt.some((way) => holds(thing, schemas, way.split('.')))).toBe(true);
    },
  );

  it('can be found from a URN', () => {
    expect(familyOfUrn('do:volume:7c1f')?.family.id).toBe('volumes_list');
    expect(familyOfUrn('do:space:x')).toBeNull();
    expect(familyOfUrn('nonsense')).toBeNull();
  });
});

describe('a family without a design', () => {
  it('shows name, state, region, short values and age from what was read', () => {
    const items = [
      { id: 7, name: 'one', state: 'ready', region: 'fra1', size: 3, deep: { a: 1 }, created_at: '2026-01-01T00:00:00Z' },
    ];
    const made = genericFamily({ id: 'x_list', title: 'List All Things' }, items);
    expect(made.title).toBe('Things');
    expect(made.columns.map((column) => column.kind)).toEqual(['name', 'status', 'text', 'text', 'age']);
  });

  it('still has a name for its things when nothing has been read', () => {
    expect(genericFamily({ id: 'x_list', title: 'List Things' }, []).columns).toHaveLength(1);
  });

  it.each([
    ['List All Block Storage Volumes', 'Block Storage Volumes'],
    ['Retrieve an Existing Project', 'Project'],
    ['Get the URL', 'URL'],
    ['Install Add-On', 'Install Add-On'],
    ['List Registry Options (Subscription Tiers and Available Regions)', 'Registry Options'],
  ])('turns %j into %j', (title, expected) => {
    expect(listTitle(title)).toBe(expected);
  });
});

describe('operations of a thing', () => {
  const all = (of: ItemOperations): OperationSummary[] => [...(of.read ? [of.read] : []), ...of.inside, ...of.changes];
  /** Listings that have a list of things in the Resources view. */
  const listed = ({ operations }: CatalogueIndex): OperationSummary[] => {
    const designed = new Set(families.map((family) => family.id));
    const isPlain = ({ method, path, isDeprecated }: OperationSummary) =>
      method === 'GET' && !isDeprecated && !path.includes('{');
    return operations.filter((one) => designed.has(one.id) || isPlain(one));
  };

  it('are all that are below its own path, the harmless ones first', async () => {
    const { read, inside, changes } = itemOperations(await loadIndex(), 'databases_list_clusters');
    expect(read?.id).toBe('databases_get_cluster');
    expect(inside.map((operation) => operation.id)).toContain('databases_list_users');
    expect(changes.at(-1)?.danger).toBe('destructive');
    expect(changes.map((operation) => operation.id)).toContain('databases_destroy_cluster');
  });

  it('are found under every name that the API gives to the place of its id, and get that id', async () => {
    const of = itemOperations(await loadIndex(), 'apps_list');
    const named = new Set(all(of).map(({ path }) => path.split('/')[3]));
    expect(named).toEqual(new Set(['{id}', '{app_id}']));
    const place = { parent: {}, itemId: 'a1' };
    const valuesOf = (id: string) => all(of).flatMap((one) => (one.id === id ? [of.valuesFor(one, place)] : []))[0];
    expect(valuesOf('apps_update')).toEqual({ id: 'a1' });
    expect(valuesOf('apps_restart')).toEqual({ app_id: 'a1' });
    expect(valuesOf('apps_get_deployment')).toEqual({ app_id: 'a1' });
  });

  it('keep the values of what the thing lies inside, also where they are found under another path', async () => {
    const index = await loadIndex();
    const records = itemOperations(index, 'domains_list_records');
    const [patch] = records.changes.filter(({ id }) => id === 'domains_patch_record');
    const place = { parent: { domain_name: 'example.com' }, itemId: '12' };
    expect(patch && records.valuesFor(patch, place)).toEqual({ domain_name: 'example.com', domain_record_id: '12' });
    const snapshots = itemOperations(index, 'volumeSnapshots_list');
    const [gone] = snapshots.changes.filter(({ id }) => id === 'snapshots_delete');
    expect(gone && snapshots.valuesFor(gone, { parent: { volume_id: 'v1' }, itemId: 's1' })).toEqual({ snapshot_id: 's1' });
  });

  it('are, for every family, as many as the catalogue has under the path of its things', async () => {
    const index = await loadIndex();
    const below = (path: string): string[] => {
      const pattern = new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '{[^}]+}')}/\\{[^}]+\\}(/|$)`);
      return index.operations.filter((one) => !one.isDeprecated && pattern.test(one.path)).map(({ id }) => id);
    };
    const missing = listed(index).flatMap((listing) => {
      const reached = new Set(all(itemOperations(index, listing.id)).map(({ id }) => id));
      return below(listing.path).filter((id) => !reached.has(id));
    });
    expect(missing).toEqual([]);
    const counted = Object.fromEntries(
      ['apps_list', 'genai_list_agents', 'genai_list_knowledge_bases', 'nfs_list'].map((id) => [
        id,
        all(itemOperations(index, id)).length,
      ]),
    );
    expect(counted).toEqual({ apps_list: 31, genai_list_agents: 24, genai_list_knowledge_bases: 9, nfs_list: 5 });
  });

  it('reach every operation on a thing from some panel, except a few whose things no family lists', async () => {
    const index = await loadIndex();
    const reached = new Set(listed(index).flatMap((listing) => all(itemOperations(index, listing.id)).map(({ id }) => id)));
    const lost = index.operations.filter(({ id, path, isDeprecated }) => !isDeprecated && path.includes('{') && !reached.has(id));
    expect(lost.map(({ id }) => id)).toEqual([
      'billingInsights_list',
      'security_delete_suppression',
      'genai_get_evaluation_run',
      'genai_get_evaluation_run_results',
      'genai_get_evaluation_run_prompt_results',
      'genai_delete_scheduled_indexing',
    ]);
  });

  it('stand in the Operations view too, with what concerns no single thing, each one step away', async () => {
    const index = await loadIndex();
    const lines = allLines(index, new Set(), []).flatMap((line) => (line.isHead ? [] : [line.operation.id]));
    expect(lines.toSorted()).toEqual(index.operations.map(({ id }) => id).toSorted());
  });

  it('leave out neighbours whose path only starts the same way', async () => {
    const { changes } = itemOperations(await loadIndex(), 'domains_list_records');
    expect(changes.map((operation) => operation.id).sort()).toEqual([
      'domains_delete_record',
      'domains_patch_record',
      'domains_update_record',
    ]);
  });

  it('do not exist for a listing without things of its own', async () => {
    expect(itemOperations(await loadIndex(), 'sizes_list').changes).toEqual([]);
  });

  it('exist for every designed family with a form for a new thing, except those that the API cannot address singly', async () => {
    const index = await loadIndex();
    const without = families.filter((family) => family.create && all(itemOperations(index, family.id)).length === 0);
    expect(without.map((family) => family.id)).toEqual(['projects_list_resources', 'organizations_list_teams']);
  });
});

describe('values of a row', () => {
  it('are read through lists and objects', () => {
    const item = { a: { b: [{ c: 1 }, { c: 2 }, {}] }, empty: [], zero: 0 };
    expect(valueAt(item, 'a.b.c')).toEqual([1, 2]);
    expect(firstAt(item, ['nothing', 'empty', 'zero'])).toBe(0);
    expect(textOf([1, { a: 1 }, 'x', null])).toBe('1, x');
  });

  it('are times only if they look like one', () => {
    expect(timeOf('2026-11-23T10:00:00Z')).toBe(Date.UTC(2026, 10, 23, 10));
    expect(timeOf(1_764_000_000)).toBe(1_764_000_000_000);
    expect(timeOf('tomorrow')).toBeNull();
    expect(timeOf(42)).toBeNull();
  });

  it('link to other things by field or URN', () => {
    expect(referenceOf('vpc_uuid', 'abc')).toEqual({ familyId: 'vpcs_list', id: 'abc' });
    expect(referenceOf('urn', 'do:droplet:12')).toEqual({ familyId: 'droplets_list', id: '12' });
    expect(referenceOf('name', 'abc')).toBeNull();
  });
});
