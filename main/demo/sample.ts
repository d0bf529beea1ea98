import { fillPath, isParameter, placeOf } from './generic/places.ts';
import type { Desk } from './wire/exchange.ts';
import type { Team } from './world/team.ts';

/** Values for parameters that are no thing's id. */
const plainValues: Record<string, string> = {
  component_name: 'web',
  job_name: 'nightly-report',
  start_date: '2026-10-01',
  end_date: '2026-10-31',
  upload_id: 'sample',
};

/** Where a parameter's things are kept if not in the path before it. */
const keptElsewhere: Record<string, string> = {
  '/v2/volumes/snapshots': '/v2/snapshots#volume',
  '/v2/nfs/shares': '/v2/nfs',
  '/v2/apps/{app_id}/jobs/{job_name}/invocations': '/v2/apps/{app_id}/job-invocations',
  '/v2/gen-ai/scheduled-indexing/knowledge-base': '/v2/gen-ai/knowledge_bases',
  '/agents': '/v2/gen-ai/agents',
};

/** Path values with which an operation finds something of a team; `null` where the team has nothing for it. */
export function samplePathOf(desk: Desk, operationId: string, teamName?: string): Record<string, string> | null {
  const team = desk.world.teams.find(({ name }) => teamName === undefined || name === teamName);
  const entry = desk.world.catalogue.byId.get(operationId);
  if (!team || !entry) return null;
  const pieces = entry.operation.path.split('/');
  const values: Record<string, string> = {};
  for (const [index, piece] of pieces.entries()) {
    if (!isParameter(piece)) continue;
    const value = sampleOf(team, pieces.slice(0, index).join('/'), piece.slice(1, -1), values);
    if (value === null) return null;
    values[piece.slice(1, -1)] = value;
  }
  return values;
}

function sampleOf(team: Team, above: string, name: string, values: Record<string, string>): string | null {
  if (name === 'account_urn') return `do:team:${team.uuid}`;
  const plain = plainValues[name];
  if (plain !== undefined) return plain;
  if (name === 'action_id') return actionOf(team, above, values);
  const [place = '', kind] = (keptElsewhere[above] ?? placeOf(above)).split('#');
  const table = team.table(fillPath(place, values));
  const row = table.list().find((one) => kind === undefined || one.resource_type === kind);
  const id = row?.[table.idField];
  return id === undefined || id === null ? null : String(id);
}

function actionOf(team: Team, above: string, values: Record<string, string>): string | null {
  const [, , family = '', id] = fillPath(above, values).split('/');
  const kind = family.replace(/^floating/, 'reserved').replace(/s$/, '');
  const target = family === 'actions' ? null : `${kind}:${id ?? ''}`;
  const found = team
    .table('/v2/actions')
    .list()
    .find((row) => target === null || team.targets.get(Number(row.id)) === target);
  return found ? String(found.id) : null;
}
