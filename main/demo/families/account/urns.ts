import { type Row, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';

/** Which collection a URN's kind points into, and by which property. */
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

/** Where the thing of a URN is read; `null` where the team has no such thing. */
export function pathOfUrn(team: Team, urn: string): string | null {
  const [, kind = '', ...id] = urn.split(':');
  const [path] = kinds[kind] ?? [];
  if (path === undefined) return null;
  return team.table(path).find(id.join(':')) ? `${path}/${id.join(':')}` : null;
}

/** URNs of everything a team has of the kinds that projects hold. */
export function allUrns(team: Team): string[] {
  return ['droplet', 'volume', 'floatingip', 'loadbalancer', 'domain', 'kubernetes', 'dbaas'].flatMap((kind) =>
    team
      .table(kinds[kind]?.[0] ?? '')
      .list()
      .map((row) => urnOf(kind, row)),
  );
}
