import { type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';

/** The collection that a URN's kind refers to, and the property with its id. */
const kinds: Record<string, readonly [path: string, property: string]> = {
  droplet: ['/v2/droplets', 'id'],
  volume: ['/v2/volumes', 'id'],
  floatingip: ['/v2/reserved_ips', 'ip'],
  reservedip: ['/v2/reserved_ips', 'ip'],
  loadbalancer: ['/v2/load_balancers', 'id'],
  domain: ['/v2/domains', 'name'],
  kubernetes: ['/v2/kubernetes/clusters', 'id'],
  dbaas: ['/v2/databases', 'id'],
  app: ['/v2/apps', 'id'],
  vpc: ['/v2/vpcs', 'id'],
};

export const urnOf = (kind: string, row: Row): string => `do:${kind}:${textOf(row, kinds[kind]?.[1] ?? 'id')}`;

/** The path at which the thing of a URN can be read; `null` when the team has no such thing. */
export function pathOfUrn(team: Team, urn: string): string | null {
  const [, kind = '', ...id] = urn.split(':');
  const [path] = kinds[kind] ?? [];
  if (path === undefined) return null;
  return team.table(path).find(id.join(':')) ? `${path}/${id.join(':')}` : null;
}

/** URNs of all things of a team that are of a kind that projects can contain. */
export function allUrns(team: Team): string[] {
  return ['droplet', 'volume', 'floatingip', 'loadbalancer', 'domain', 'kubernetes', 'dbaas'].flatMap((kind) =>
    team
      .table(kinds[kind]?.[0] ?? '')
      .list()
      .map((row) => urnOf(kind, row)),
  );
}
