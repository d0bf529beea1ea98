import { afterEach, describe, expect, it } from 'vitest';
import { idIn, rowIn } from '../../doubles/core/acceptance.ts';
import { connected, endAll, type World } from '../../doubles/core/core-on-demo.ts';
import { type Doing, doJob } from '../../doubles/core/run-job.ts';

/*
 * A token without a right reads a part of a thing as if it were not there. To send the rest back would take that part away, so the
 * job is refused before anything is asked.
 */

interface Row {
  /** The listing that the token may not read. */
  listing: string;
  /** The thing in the demo account, and which of its fields reads as absent. */
  of: (world: World) => Record<string, unknown>;
  field: string;
  how: Doing | ((world: World) => Doing);
}

const balancer = (job: string): Doing => ({ familyId: 'loadBalancers_list', thing: 'shop-front', job });
const pool = (job: string): Doing => ({ familyId: 'autoscalepools_list', thing: 'edge-pool', job });
const template = (world: World) =>
  rowIn(world, '/v2/droplets/autoscale', 'edge-pool').droplet_template as Record<string, unknown>;
const named = (path: string, name: string) => (world: World) => rowIn(world, path, name);
const firewall = named('/v2/firewalls', 'public-web');
const shopFront = named('/v2/load_balancers', 'shop-front');
const cluster = named('/v2/kubernetes/clusters', 'harbour');
const nodes = (world: World) =>
  rowIn(world, `/v2/kubernetes/clusters/${idIn(world, '/v2/kubernetes/clusters', 'harbour')}/node_pools`, 'general');
const inCluster =
  (job: string) =>
  (world: World): Doing => ({
    familyId: 'kubernetes_list_nodePools',
    thing: 'general',
    job,
    parent: { cluster_id: idIn(world, '/v2/kubernetes/clusters', 'harbour') },
  });
const gateway = named('/v2/vpc_nat_gateways', 'outbound-fra1');
const vectors = named('/v2/vector-databases', 'product-vectors');

const rows: readonly Row[] = [
  {
    listing: 'droplets_list',
    of: firewall,
    field: 'droplet_ids',
    how: { familyId: 'firewalls_list', thing: 'public-web', job: 'rename' },
  },
  {
    listing: 'tags_list',
    of: firewall,
    field: 'tags',
    how: { familyId: 'firewalls_list', thing: 'public-web', job: 'edit-rule' },
  },
  { listing: 'droplets_list', of: shopFront, field: 'droplet_ids', how: balancer('size') },
  { listing: 'vpcs_list', of: shopFront, field: 'vpc_uuid', how: balancer('health-check') },
  { listing: 'projects_list', of: shopFront, field: 'project_id', how: balancer('settings') },
  { listing: 'sshKeys_list', of: template, field: 'ssh_keys', how: pool('limits') },
  { listing: 'tags_list', of: template, field: 'tags', how: pool('limits') },
  { listing: 'vpcs_list', of: template, field: 'vpc_uuid', how: pool('limits') },
  { listing: 'projects_list', of: template, field: 'project_id', how: pool('template') },
  {
    listing: 'tags_list',
    of: cluster,
    field: 'tags',
    how: { familyId: 'kubernetes_list_clusters', thing: 'harbour', job: 'window' },
  },
  { listing: 'tags_list', of: nodes, field: 'tags', how: inCluster('scale') },
  { listing: 'tags_list', of: nodes, field: 'tags', how: inCluster('labels') },
  {
    listing: 'vpcs_list',
    of: gateway,
    field: 'vpcs',
    how: { familyId: 'vpcnatgateways_list', thing: 'outbound-fra1', job: 'size' },
  },
  {
    listing: 'tags_list',
    of: vectors,
    field: 'tags',
    how: { familyId: 'vectorDatabases_list', thing: 'product-vectors', job: 'tags' },
  },
];

/** What is not seen, as people read it. */
const words: Readonly<Record<string, string>> = {
  droplets_list: 'droplets',
  projects_list: 'projects',
  sshKeys_list: 'SSH keys',
  tags_list: 'tags',
  vpcs_list: 'VPCs',
};

describe('a job that sends a whole thing back', () => {
  afterEach(endAll);

  it.each(rows)('is refused where $field reads as absent and $listing may not be read', async ({ listing, of, field, how }) => {
    const world = await connected({ seed: 7 });
    delete of(world)[field];
    world.demo.faults.add({ operation: listing }, { kind: 'status', status: 403 }, 'always');
    const before = world.writes.length;
    const doing = typeof how === 'function' ? how(world) : how;
    await expect(doJob(world, doing)).rejects.toThrow(
      `This token may not read ${words[listing]}, so saving would take them away.`,
    );
    expect(world.writes.length).toBe(before);
  });
});
