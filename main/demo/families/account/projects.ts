import { bodyOf, type Call, type Handler, ok, type Reply, rowIn } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound, Problem } from '../../wire/problem.ts';
import { listOf, type Row, Table, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import { dayMs, isoOf } from '../../world/world.ts';
import type { Family } from '../family.ts';
import { allUrns, pathOfUrn } from './urns.ts';

const path = '/v2/projects';

const planned: Record<string, readonly (readonly [name: string, purpose: string, environment: string, description: string])[]> = {
  'Harbour Works': [
    ['Shop', 'Website or blog', 'Production', 'What customers see'],
    ['Platform', 'Operational / Developer tooling', 'Production', 'Builds, metrics, mail'],
    ['Lab', 'Just trying out DigitalOcean', 'Development', ''],
  ],
  Tidepool: [
    ['tidepool', 'Service or API', 'Staging', 'All of it'],
    ['Previews', 'Web Application', 'Development', 'One per branch'],
  ],
  Personal: [['first-project', 'Just trying out DigitalOcean', 'Development', '']],
};

function defaultProject(team: Team): Row {
  const found = team
    .table(path)
    .list()
    .find(({ is_default }) => is_default === true);
  if (!found) throw notFound();
  return found;
}

/** Which project each thing is in. Things that nobody moved are in the default project, tools in the second one. */
/** The name of the project that a thing belongs to. */
export const projectName = (team: Team, urn: string): string =>
  textOf(team.table(path).find(projectOfUrn(team, urn)) ?? {}, 'name');

function projectOfUrn(team: Team, urn: string): unknown {
  const kept = team.document(`/#project-of/${urn}`, () => ({}));
  return kept.project_id ?? defaultProject(team).id;
}

function resourcesOf(call: Call, project: Row): Reply {
  const urns = allUrns(call.team).filter((urn) => projectOfUrn(call.team, urn) === project.id);
  const rows = urns.map((urn) => resource(call, urn, 'ok', textOf(project, 'created_at')));
  return listReply(call, new Table('urn', rows));
}

function resource({ team, world }: Call, urn: string, status: string, assignedAt: string): Row {
  const at = pathOfUrn(team, urn);
  return { urn, assigned_at: assignedAt, links: { self: at === null ? '' : `${world.baseUrl()}${at}` }, status };
}

function assign(call: Call, project: Row): Reply {
  const urns = listOf(bodyOf(call), 'resources').map(String);
  const resources = urns.map((urn) => {
    if (pathOfUrn(call.team, urn) === null) return resource(call, urn, 'not_found', isoOf(call.world.now()));
    const isThere = projectOfUrn(call.team, urn) === project.id;
    call.team.keep(`/#project-of/${urn}`, { project_id: project.id });
    return resource(call, urn, isThere ? 'already_assigned' : 'assigned', isoOf(call.world.now()));
  });
  return ok({ resources });
}

function update(call: Call, project: Row): Reply {
  const { name, description, purpose, environment, is_default } = bodyOf(call);
  const given = Object.fromEntries(
    Object.entries({ name, description, purpose, environment, is_default: is_default === true || undefined }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const table = call.team.table(path);
  if (is_default === true)
    for (const one of table.list()) if (one.is_default === true) table.change(one.id, { is_default: false });
  return ok({ project: table.change(project.id, { ...given, updated_at: isoOf(call.world.now()) }) });
}

function remove(call: Call): Reply {
  const project = rowIn(call, path, call.path.project_id);
  const isUsed = allUrns(call.team).some((urn) => projectOfUrn(call.team, urn) === project.id);
  if (isUsed || project.is_default === true)
    throw new Problem(412, 'precondition_failed', 'cannot delete a project with resources. move or remove the resources first');
  call.team.table(path).remove(project.id);
  return { status: 204 };
}

const named =
  (run: (call: Call, project: Row) => Reply): Handler =>
  (call) =>
    run(call, rowIn(call, path, call.path.project_id));
const standard =
  (run: (call: Call, project: Row) => Reply): Handler =>
  (call) =>
    run(call, defaultProject(call.team));

export const projects: Family = {
  seeds: {
    [path]: ({ team, world }) =>
      (planned[team.name] ?? []).map(([name, purpose, environment, description], index) => ({
        id: team.random('project', name).uuid(),
        owner_uuid: team.ownerUuid,
        owner_id: team.random('owner').whole(1_000_000, 9_999_999),
        name,
        description,
        purpose,
        environment,
        created_at: isoOf(world.startMs - (900 - index * 200) * dayMs),
        updated_at: isoOf(world.startMs - 40 * dayMs),
        is_default: index === 0,
      })),
  },
  effects: {
    [path]: { born: ({ team }, row) => ({ ...row, is_default: false, owner_uuid: team.ownerUuid }) },
  },
  handlers: {
    projects_get_default: standard((_, project) => ok({ project })),
    projects_update_default: standard(update),
    projects_patch_default: standard(update),
    projects_update: named(update),
    projects_patch: named(update),
    projects_delete: remove,
    projects_list_resources: named(resourcesOf),
    projects_list_resources_default: standard(resourcesOf),
    projects_assign_resources: named(assign),
    projects_assign_resources_default: standard(assign),
  },
};
