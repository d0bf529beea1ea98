import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../../../main/core/digitalocean/catalogue/load.ts';
import { matching, onlyNamed, optionOf } from '../../../../renderer/forms/pickers/option.ts';
import { optionsOf } from '../../../../renderer/forms/pickers/options-of.ts';
import { shownSizes, sizesOf } from '../../../../renderer/forms/pickers/sizes.ts';
import { sourceByName, sourceOfParameter } from '../../../../renderer/forms/pickers/sources.ts';
import { inventedResources } from '../../../doubles/invented/invented-resources.ts';
import { readOperations } from '../../core/digitalocean/catalogue/read-catalogue.ts';

const index = await loadIndex();
const parameters = (path: string): string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');

describe('where the values of a field are listed', () => {
  it.each([
    ['droplet_id', '/v2/droplets/{droplet_id}', 'droplets_list'],
    ['lb_id', '/v2/load_balancers/{lb_id}', 'loadBalancers_list'],
    ['registry_name', '/v2/registries/{registry_name}', 'registries_list'],
    ['invoice_uuid', '/v2/customers/my/invoices/{invoice_uuid}/csv', 'invoices_list'],
    ['agent_uuid', '/v2/gen-ai/agents/{agent_uuid}/api_keys', 'genai_list_agents'],
  ])('for %s of %s is %s', (name, path, familyId) => {
    expect(sourceOfParameter(name, path, {}, index)).toMatchObject({ familyId, needs: null });
  });

  it('depends on the thing that contains the listing, and waits for it', () => {
    const path = '/v2/kubernetes/clusters/{cluster_id}/node_pools/{node_pool_id}';
    expect(sourceOfParameter('node_pool_id', path, {}, index)).toMatchObject({ needs: 'cluster_id' });
    expect(sourceOfParameter('node_pool_id', path, { cluster_id: 'c1' }, index)).toMatchObject({
      familyId: 'kubernetes_list_nodePools',
      parent: { cluster_id: 'c1' },
      needs: null,
    });
  });

  it('is known for nine in ten path parameters of the API', async () => {
    const all = (await readOperations()).flatMap((operation) =>
      parameters(operation.path).map((name) => ({ name, path: operation.path })),
    );
    const known = all.filter(({ name, path }) => sourceOfParameter(name, path, {}, index) !== null);
    expect(known.length / all.length).toBeGreaterThan(0.9);
  });

  it('are listings of the catalogue, for every field that it knows', () => {
    const fields = [
      'droplet_ids',
      'region',
      'size',
      'image',
      'tags',
      'vpc_uuid',
      'ssh_keys',
      'project_id',
      'volumes',
      'snapshot_id',
      'database_cluster_uuid',
      'cluster_id',
      'app_id',
      'domain_name',
      'firewall_id',
      'load_balancer_uids',
      'certificate_id',
      'registry_name',
      'autoscale_pool_id',
      'floating_ip',
      'reserved_ip',
      'share_id',
      'agent_uuid',
      'knowledge_base_uuid',
      'model_uuid',
      'workspace_uuid',
    ];
    const unknown = fields.filter((name) => sourceByName(name, '/v2/droplets', index) === null);
    expect(unknown).toEqual([]);
  });

  it('is the droplet sizes only for things that run on droplets', () => {
    expect(sourceByName('size', '/v2/kubernetes/clusters', index)).not.toBeNull();
    expect(sourceByName('size', '/v2/databases', index)).toBeNull();
  });
});

describe('options', () => {
  it('send the slug or the id and show the name', () => {
    expect(
      optionsOf('images_list', inventedResources.images_list ?? [], ['slug', 'id']).map(({ value, label }) => [value, label]),
    ).toEqual([
      ['debian-12-x64', 'Debian 12 x64'],
      ['ubuntu-24-04-x64', 'Ubuntu 24.04 (LTS) x64'],
      [1003, 'Debian web-base 2026-11'],
    ]);
    expect(optionsOf('apps_list', [{ id: 'a1', spec: { name: 'site' } }], ['id'])).toMatchObject([
      { value: 'a1', label: 'site' },
    ]);
    expect(optionsOf('vpcs_list', [{ name: 'no id' }], ['id'])).toEqual([]);
  });

  it('that begin with the typed text come before those that only contain it', () => {
    const options = [
      { value: 'sfo2', label: 'San Francisco 2', detail: 'sfo2' },
      { value: 'fra1', label: 'Frankfurt 1', detail: 'fra1' },
    ];
    expect(matching(options, 'fra').map(({ value }) => value)).toEqual(['fra1', 'sfo2']);
    expect(matching(options, 'san fra').map(({ value }) => value)).toEqual(['sfo2']);
    expect(matching(options, 'zzz')).toEqual([]);
  });
});

describe('droplet sizes', () => {
  const sizes = sizesOf([...(inventedResources.sizes_list ?? []), { slug: 'gone', available: false }]);

  it('are sorted by price, without those that are not available', () => {
    expect(sizes.map(({ monthlyUsd }) => monthlyUsd)).toEqual([6, 12, 18, 24, 42, 48]);
  });

  it('show the chosen one between its neighbours, or all', () => {
    const of = (chosen: string, isAllShown = false) =>
      shownSizes(sizes, { chosen, region: 'fra1', isAllShown }).map(({ slug }) => slug);
    expect(of('s-2vcpu-4gb')).toEqual(['s-2vcpu-2gb', 's-2vcpu-4gb', 's-4vcpu-8gb']);
    expect(of('c-2')).toContain('c-2');
    expect(of('s-1vcpu-1gb')).toHaveLength(3);
    expect(of('', true)).toHaveLength(6);
  });

  it('leave out what the region does not offer, but never the chosen one', () => {
    expect(shownSizes(sizes, { chosen: 'c-2', region: 'mars1', isAllShown: false }).map(({ slug }) => slug)).toEqual(['c-2']);
  });
});

describe('a typed name', () => {
  const options = [
    { value: 1, label: 'web-01', detail: '' },
    { value: 2, label: 'Twin', detail: '' },
    { value: 3, label: 'twin', detail: '', also: ['3b:16:bf'] },
  ];

  it.each([
    ['WEB-01 ', 1],
    ['3', 3],
    ['3B:16:BF', 3],
    ['web', undefined],
    ['twin', undefined],
  ])('%j names %s', (typed, value) => {
    expect(onlyNamed(options, typed)?.value).toBe(value);
  });

  it('is a known value too if it is another one of the same thing', () => {
    expect(optionOf(options, '3b:16:bf')?.value).toBe(3);
  });

  it('may be free where things are named before they exist, and where a product has regions of its own', () => {
    expect(sourceByName('tags', '/v2/droplets', index)?.takesText).toBe(true);
    expect(sourceByName('region', '/v2/droplets', index)?.takesText).toBe(false);
    expect(sourceByName('region', '/v2/apps', index)?.takesText).toBe(true);
  });
});
