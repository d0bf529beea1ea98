import type { Entry } from '../catalogue.ts';
import { deploy } from '../families/compute/apps.ts';
import { destroyedBefore } from '../families/compute/droplet-destroy.ts';
import { makeContextOf } from '../generic/make-context.ts';
import { makeValue } from '../schema/make.ts';
import { isRow, listOf, type Row, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import type { World } from '../world/world.ts';
import { samplePath } from './path.ts';

/** A request that the demo accepts, with only what it needs. */
export interface SampleRequest {
  path: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** `undefined`: no body. Text when the body is not JSON. */
  body: unknown;
}

type Given = Partial<Pick<SampleRequest, 'query' | 'headers' | 'body' | 'path'>>;

/** What a schema cannot know: names that exist, and types that fit the state of a thing. */
const known: Record<string, (team: Team, world: World) => Given> = {
  apps_cancel_deployment: (team, world) => {
    const app_id = lastId(team, '/v2/apps');
    return { path: { app_id, deployment_id: textOf(deploy(world, team, app_id, 'manual'), 'id') } };
  },
  droplets_create: () => ({ body: { name: 'sample-01', region: 'fra1', size: 's-1vcpu-1gb', image: 'debian-12-x64' } }),
  dropletActions_post: () => ({ body: { type: 'snapshot', name: 'sample' } }),
  dropletActions_post_byTag: () => ({ query: { tag_name: 'jobs' }, body: { type: 'snapshot', name: 'sample' } }),
  droplets_destroy_byTag: () => ({ query: { tag_name: 'sample-of-nothing' } }),
  droplets_get_DestroyAssociatedResourcesStatus: () => ({ path: { droplet_id: destroyedBefore } }),
  floatingIPs_create: () => ({ body: { region: 'fra1' } }),
  floatingIPsAction_post: () => ({ body: { type: 'unassign' } }),
  reservedIPs_create: () => ({ body: { region: 'fra1' } }),
  reservedIPsActions_post: () => ({ body: { type: 'unassign' } }),
  reservedIPv6_create: () => ({ body: { region_slug: 'fra1' } }),
  reservedIPv6Actions_post: () => ({ body: { type: 'unassign' } }),
  images_create_custom: () => ({
    body: { name: 'sample', url: 'https://images.example.com/sample.qcow2', region: 'fra1', distribution: 'Debian' },
  }),
  imageActions_post: () => ({ body: { type: 'transfer', region: 'nyc3' } }),
  tags_create: () => ({ body: { name: 'sample' } }),
  tags_assign_resources: (team) => ({
    body: { resources: [{ resource_id: lastId(team, '/v2/droplets'), resource_type: 'droplet' }] },
  }),
  tags_unassign_resources: (team) => ({
    body: { resources: [{ resource_id: lastId(team, '/v2/droplets'), resource_type: 'droplet' }] },
  }),
  volumes_create: () => ({ body: { name: 'sample', size_gigabytes: 10, region: 'fra1' } }),
  volumes_delete_byName: (team) => {
    const free = team
      .table('/v2/volumes')
      .list()
      .findLast((row) => listOf(row, 'droplet_ids').length === 0);
    return { query: { name: textOf(free, 'name') } };
  },
  volumeActions_post: (team) => ({
    body: {
      type: 'resize',
      volume_name: textOf(lastRow(team, '/v2/volumes'), 'name'),
      size_gigabytes: 900,
      droplet_id: Number(lastId(team, '/v2/droplets')),
    },
  }),
  volumeActions_post_byId: () => ({ body: { type: 'resize', size_gigabytes: 1000 } }),
  vpcs_create: () => ({ body: { name: 'sample', region: 'fra1' } }),
  vpcs_create_peerings: (team) => ({ body: { name: 'sample', vpc_id: textOf(team.table('/v2/vpcs').list()[0], 'id') } }),
  projects_assign_resources: (team) => ({ body: { resources: [`do:droplet:${lastId(team, '/v2/droplets')}`] } }),
  nfs_create_action: () => ({ body: { type: 'snapshot', params: { name: 'sample' } } }),
  genai_rollback_to_agent_version: (team) => {
    const uuid = textOf(lastRow(team, '/v2/gen-ai/agents'), 'uuid');
    const version_hash = textOf(lastRow(team, `/v2/gen-ai/agents/${uuid}/versions`), 'version_hash');
    return { path: { uuid }, body: { uuid, version_hash } };
  },
  domains_create: () => ({ body: { name: 'sample.example.com' } }),
  domains_create_record: () => ({ body: { type: 'A', name: 'sample', data: '203.0.113.9' } }),
};

const lastRow = (team: Team, place: string): Row | undefined => team.table(place).list().at(-1);
const lastId = (team: Team, place: string): string => textOf(lastRow(team, place), 'id');

/** The thing whose metric a query asks for. */
const metricOwners: Record<string, string> = {
  host_id: '/v2/droplets',
  lb_id: '/v2/load_balancers',
  app_id: '/v2/apps',
  db_id: '/v2/databases',
  autoscale_pool_id: '/v2/droplets/autoscale',
};

/**
 * A request for an operation that fits what a team has; `null` when the team has nothing for it. Starts whatever must be
 * running for it, such as a deployment to cancel.
 */
export function sampleRequest(world: World, team: Team, { operation, book }: Entry): SampleRequest | null {
  const given = known[operation.id]?.(team, world) ?? {};
  const path = samplePath(team, operation.method, operation.path);
  if (!path && !given.path) return null;
  const around = makeContextOf(team, team.random('sample', operation.id), world.now(), 'sample');
  const least = (schema: Parameters<typeof makeValue>[0]) => makeValue(schema, book, around, 'least');
  const request: SampleRequest = { path: { ...path, ...given.path }, query: {}, headers: {}, body: given.body };
  for (const { name, in: where, isRequired, schema } of operation.parameters) {
    if (!isRequired || where === 'path') continue;
    const value =
      where === 'header' && name.toLowerCase() === 'x-dangerous'
        ? 'true'
        : (queryValue(world, team, name) ?? String(least(schema)));
    (where === 'query' ? request.query : request.headers)[name] = value;
  }
  Object.assign(request.query, given.query);
  if (request.body === undefined && operation.body?.isRequired) {
    request.body =
      operation.body.mediaType === 'application/json' && operation.body.schema ? least(operation.body.schema) : 'sample';
  }
  if (isRow(request.body) && operation.path === '/v2/gen-ai/indexing_jobs')
    request.body.knowledge_base_uuid = textOf(lastRow(team, '/v2/gen-ai/knowledge_bases'), 'uuid');
  return request;
}

function queryValue(world: World, team: Team, name: string): string | null {
  if (name === 'start') return String(Math.floor(world.now() / 1000) - 3_600);
  if (name === 'end') return String(Math.floor(world.now() / 1000));
  const place = metricOwners[name];
  return place === undefined ? null : lastId(team, place);
}
