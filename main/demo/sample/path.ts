import { tagNames } from '../families/account/tags.ts';
import { fillPath, isParameter, placeOf } from '../generic/places.ts';
import { isRow, listOf, type Row } from '../world/table.ts';
import type { Team } from '../world/team.ts';

/** Values for parameters that are not the id of a thing. */
const plainValues: Record<string, string> = {
  component_name: 'web',
  job_name: 'nightly-report',
  start_date: '2026-10-01',
  end_date: '2026-10-31',
  upload_id: 'sample',
  version: '1',
};

/** Where a parameter's things are stored, when that is not the path before it. */
const keptElsewhere: Record<string, string> = {
  '/v2/registry': '/v2/registries',
  '/v2/nfs/shares': '/v2/nfs',
  '/v2/apps/{app_id}/jobs/{job_name}/invocations': '/v2/apps/{app_id}/job-invocations',
  '/v2/gen-ai/scheduled-indexing/knowledge-base': '/v2/gen-ai/knowledge_bases',
  '/v2/gen-ai/agents/{parent_agent_uuid}/child_agents': '/v2/gen-ai/agents',
  '/v2/gen-ai/agents/{agent_uuid}/knowledge_bases': '/v2/gen-ai/knowledge_bases',
  '/v2/vpcs/{vpc_id}/peerings': '/v2/vpc_peerings',
  '/agents': '/v2/gen-ai/agents',
};

/** Things that are parts of another thing: its collection, its list, and the identifying property. */
const partsOf: Record<string, readonly [place: string, list: string, property: string]> = {
  node_id: ['/v2/kubernetes/clusters/{cluster_id}/node_pools', 'nodes', 'id'],
  finding_uuid: ['/v2/security/scans', 'findings', 'rule_uuid'],
};

/** Parts of an agent. Most agents have none. */
const agentParts: Record<string, string> = { function_uuid: 'functions', child_agent_uuid: 'child_agents' };

/**
 * Path values with which an operation finds something. Operations that read use the first thing; those that change use the
 * last one, which most likely can be changed. `null` when the team has nothing for it.
 */
export function samplePath(team: Team, method: string, template: string): Record<string, string> | null {
  const pieces = template.split('/');
  const values: Record<string, string> = {};
  const needs = method === 'POST' ? undefined : agentParts[pieces.at(-1)?.slice(1, -1) ?? ''];
  for (const [index, piece] of pieces.entries()) {
    if (!isParameter(piece)) continue;
    const value = sampleOf(
      { team, method: template.includes('{node_id}') ? 'GET' : method, values, needs },
      pieces.slice(0, index).join('/'),
      piece.slice(1, -1),
    );
    if (value === null) return null;
    values[piece.slice(1, -1)] = value;
  }
  return values;
}

interface Sampling {
  team: Team;
  method: string;
  values: Record<string, string>;
  /** The list that an agent must have something in. */
  needs: string | undefined;
}

function sampleOf(sampling: Sampling, above: string, name: string): string | null {
  const { team, method, values } = sampling;
  if (name === 'account_urn') return `do:team:${team.uuid}`;
  if (name === 'tag_id') return tagNames(team)[0] ?? null;
  if (name === 'action_id') return actionOf(team, fillPath(above, values));
  if (name === 'access_point_id') return pointOf(team);
  if (name === 'snapshot_id' && above === '/v2/volumes/snapshots') return idOf(pick(sampling, volumeSnapshots(team)), 'id');
  const ofAgent = agentParts[name];
  if (ofAgent && method !== 'POST') return partOf(sampling, ['/v2/gen-ai/agents', ofAgent, 'uuid']);
  const part = partsOf[name];
  if (part) return partOf(sampling, part);
  if (name === 'metric_uuid') return idOf(team.table('/v2/gen-ai/evaluation_metrics').list().at(-1), name);
  const plain = plainValues[name];
  if (plain !== undefined) return plain;
  const table = team.table(fillPath(keptElsewhere[above] ?? placeOf(above), values));
  if (sampling.needs !== undefined && above === '/v2/gen-ai/agents') {
    const { needs } = sampling;
    return idOf(
      table.list().find((row) => listOf(row, needs).length > 0),
      'uuid',
    );
  }
  const isOwn = above === '/v2/images';
  return idOf(isOwn ? table.list().at(-1) : pick(sampling, table.list()), table.idField);
}

/** Past actions belong to the first volume and addresses, so operations that read use the first one. */
function pick({ method }: Sampling, rows: readonly Row[]): Row | undefined {
  return method === 'GET' ? rows[0] : rows.at(-1);
}

function idOf(row: Row | undefined, property: string): string | null {
  const id = row?.[property];
  return id === undefined || id === null ? null : String(id);
}

const volumeSnapshots = (team: Team) =>
  team
    .table('/v2/snapshots')
    .list()
    .filter(({ resource_type }) => resource_type === 'volume');

function pointOf(team: Team): string | null {
  const share = team.table('/v2/nfs').list()[0];
  return share ? idOf(team.table(`/v2/nfs/shares/${share.id}/access_points`).list().at(-1), 'id') : null;
}

function partOf({ team, values }: Sampling, [place, list, property]: readonly [string, string, string]): string | null {
  const table = team.table(fillPath(place, values));
  const wanted = Object.values(values).at(-1);
  const parts = listOf(table.find(wanted), list).filter(isRow);
  return idOf(parts[0], property);
}

/** An action of the thing before it, or of the account. */
function actionOf(team: Team, above: string): string | null {
  const owner = placeOf(above).replace(/\/actions$/, '');
  const [, , family = '', id = ''] = owner.split('/');
  const targets = owner === '/v2' ? null : [owner, `${family.replace(/s$/, '')}:${id}`];
  const found = team
    .table('/v2/actions')
    .list()
    .find(({ id: action }) => targets === null || targets.includes(team.targets.get(Number(action)) ?? ''));
  return idOf(found, 'id');
}
