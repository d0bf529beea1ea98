import { isRow, listOf, type Row, textOf } from '../world/table.ts';
import type { Team } from '../world/team.ts';
import { dayMs, isoOf } from '../world/world.ts';
import { regionOr } from './regions.ts';

/*
 * What the cluster harbour made by itself, named and tagged as DigitalOcean's controllers do: a load balancer for a service, and a
 * volume for a claim. Both are on its nodes, which the demo has in the cluster's pools alone.
 */

const maker = 'harbour';
const region = 'fra1';
const ageDays = 2;

const balancerId = (team: Team): string => team.random('made load balancer', maker).uuid();
const volumeId = (team: Team): string => team.random('made volume', maker).uuid();
/** After the id of its service, without hyphens. */
const balancerName = (team: Team): string => `a${team.random('service', maker).hex(31)}`;
const volumeName = (team: Team): string => `pvc-${team.random('claim', maker).uuid()}`;

/** What that cluster made, by the ids and names of the real lists; `null`: it is another one, which made nothing that is listed. */
export const madeBy = (team: Team, cluster: Row): { load_balancers: Row[]; volumes: Row[] } | null =>
  cluster.name === maker
    ? {
        load_balancers: [{ id: balancerId(team), name: balancerName(team) }],
        volumes: [{ id: volumeId(team), name: volumeName(team) }],
      }
    : null;

const clusterOf = (team: Team): Row | undefined =>
  team
    .table('/v2/kubernetes/clusters')
    .list()
    .find(({ name }) => name === maker);

function nodesOf(cluster: Row): number[] {
  const [pool] = listOf(cluster, 'node_pools').filter(isRow);
  return listOf(pool, 'nodes')
    .filter(isRow)
    .map((node) => Number(node.droplet_id));
}

export function madeVolumes(team: Team, startMs: number): Row[] {
  const cluster = clusterOf(team);
  if (!cluster) return [];
  return [
    {
      id: volumeId(team),
      region: regionOr(region),
      droplet_ids: nodesOf(cluster).slice(0, 1),
      name: volumeName(team),
      description: 'Created by DigitalOcean CSI driver',
      size_gigabytes: 10,
      created_at: isoOf(startMs - ageDays * dayMs),
      filesystem_type: '',
      filesystem_label: '',
      tags: [`k8s:${textOf(cluster, 'id')}`],
    },
  ];
}

export function madeBalancers(team: Team, startMs: number): Row[] {
  const cluster = clusterOf(team);
  if (!cluster) return [];
  return [
    {
      id: balancerId(team),
      name: balancerName(team),
      ip: '203.0.113.199',
      ipv6: '',
      size_unit: 1,
      size: 'lb-small',
      algorithm: 'round_robin',
      status: 'active',
      created_at: isoOf(startMs - ageDays * dayMs),
      forwarding_rules: [
        {
          entry_protocol: 'tcp',
          entry_port: 80,
          target_protocol: 'tcp',
          target_port: 31_080,
          certificate_id: '',
          tls_passthrough: false,
        },
      ],
      region: regionOr(region),
      tag: '',
      tags: [`k8s:${textOf(cluster, 'id')}`],
      droplet_ids: nodesOf(cluster),
      vpc_uuid: textOf(cluster, 'vpc_uuid'),
      redirect_http_to_https: false,
      firewall: { deny: [], allow: [] },
      domains: [],
      target_load_balancer_ids: [],
    },
  ];
}
