import { afterEach, describe, expect, it } from 'vitest';
import { idIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../../doubles/core/run-job.ts';

const first = (world: World, path: string) => world.demo.rows(path, 'Harbour Works')[0] ?? {};
const ofFirst = (familyId: string, path: string, named: string, doing: Omit<Doing, 'familyId'>) => (world: World) => ({
  familyId,
  thing: String(first(world, path)[named]),
  ...doing,
});

/** Jobs that start something long which the API has no action for, and what Activity calls it. */
const rows: [string, (world: World) => Doing, running: string, completed: string][] = [
  [
    'new limits of an autoscale pool',
    () => ({ familyId: 'autoscalepools_list', thing: 'edge-pool', job: 'limits', values: { max: 8 } }),
    'Changing autoscale pool edge-pool',
    'Changed autoscale pool edge-pool',
  ],
  [
    'a share that grows',
    () => ({ familyId: 'nfs_list', thing: 'renders', job: 'grow', values: { size: 2000 } }),
    'Changing NFS share renders',
    'Changed NFS share renders',
  ],
  [
    'a share that a VPC gets no longer',
    (world) => ({
      familyId: 'nfs_list',
      thing: 'renders',
      job: 'take',
      values: { vpc: idIn(world, '/v2/vpcs', 'default-fra1') },
    }),
    'Changing NFS share renders',
    'Changed NFS share renders',
  ],
  [
    'a share that is deleted',
    () => ({ familyId: 'nfs_list', thing: 'shared-home', job: 'delete' }),
    'Deleting NFS share shared-home',
    'Deleted NFS share shared-home',
  ],
  [
    'droplets that are taken out of a load balancer',
    (world) => ({
      familyId: 'loadBalancers_list',
      thing: 'shop-front',
      job: 'take-out-droplets',
      values: { droplets: [idIn(world, '/v2/droplets', 'web-03')] },
    }),
    'Changing load balancer shop-front',
    'Changed load balancer shop-front',
  ],
  [
    'a new service key of a partner attachment',
    () => ({ familyId: 'partnerAttachments_list', thing: 'office-line', job: 'new-service-key' }),
    'Renewing the key of partner attachment office-line',
    'Renewed the key of partner attachment office-line',
  ],
  [
    'an access point',
    (world) => ({
      familyId: 'nfs_list',
      thing: 'renders',
      job: 'add-access-point',
      values: { name: 'public', path: '/public', vpc: idIn(world, '/v2/vpcs', 'default-fra1') },
    }),
    'Creating access point public',
    'Created access point public',
  ],
  [
    'a vector database of another size',
    ofFirst('vectorDatabases_list', '/v2/vector-databases', 'name', { job: 'resize', values: { size: 's-8vcpu-16gb' } }),
    'Resizing vector database ',
    'Resized vector database ',
  ],
  [
    'a vector database that is deleted',
    ofFirst('vectorDatabases_list', '/v2/vector-databases', 'name', { job: 'delete' }),
    'Deleting vector database ',
    'Deleted vector database ',
  ],
  [
    'a vector database that is restored',
    ofFirst('vectorDatabases_list', '/v2/vector-databases', 'name', { job: 'restore' }),
    'Restoring vector database ',
    'Restored vector database ',
  ],
  [
    'dedicated inference that is deleted',
    ofFirst('dedicatedInferences_list', '/v2/dedicated-inferences', 'id', { job: 'delete' }),
    'Deleting dedicated inference ',
    'Deleted dedicated inference ',
  ],
  [
    'an add-on that is deleted',
    ofFirst('addons_list', '/v2/add-ons/saas', 'name', { job: 'delete', idAt: 'uuid' }),
    'Deleting add-on ',
    'Deleted add-on ',
  ],
  [
    'a model that is imported',
    () => ({
      familyId: 'genai_list_custom_models',
      job: 'new',
      values: { name: 'reader', source: 'SOURCE_TYPE_HUGGINGFACE', repo: 'a/b', terms: true },
    }),
    'Importing model reader',
    'Imported model reader',
  ],
];

describe('a long operation without an action', () => {
  afterEach(endAll);

  it.each(rows)('is followed to its end: %s', async (_what, doing, running, completed) => {
    const world = await connected({ seed: 7 });
    const { result } = await doJob(world, doing(world));
    if (!result.ok) throw new Error(result.failure.message);
    const [key] = result.value.actionKeys;
    const row = async () => (await world.view()).tables.actions.find((action) => action.key === key);
    expect(await row()).toMatchObject({ status: 'in-progress', title: expect.stringContaining(running) });
    await world.pass(90_000);
    expect(await row()).toMatchObject({ status: 'completed', title: expect.stringContaining(completed) });
  });

  it('that a person may have to help is in Activity alone: a domain that an app gets', async () => {
    const world = await connected({ seed: 7 });
    const values = { domain: 'wares.example.com' };
    const { result } = await doJob(world, { familyId: 'apps_list', thing: 'storefront', job: 'add-domain', values });
    const row = async () => (await world.view()).tables.actions.find(({ type }) => type === 'confirm');
    expect(result.ok && result.value.actionKeys.includes((await row())?.key ?? '')).toBe(false);
    expect(await row()).toMatchObject({ status: 'in-progress', title: 'Confirming domain wares.example.com' });
    await world.pass(120_000);
    expect(await row()).toMatchObject({ status: 'completed', title: 'Confirmed domain wares.example.com' });
  });
});
