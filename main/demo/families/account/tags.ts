import { bodyOf, type Call, created, noContent, ok, type Reply } from '../../wire/call.ts';
import { listReply } from '../../wire/paging.ts';
import { notFound, unprocessable } from '../../wire/problem.ts';
import { isRow, listOf, type Row, Table, textOf } from '../../world/table.ts';
import type { Team } from '../../world/team.ts';
import type { Family } from '../family.ts';

/** Tags follow from the things that have them: a tag exists while somebody created it or something has it. */

const wearers: Record<string, string> = {
  droplets: '/v2/droplets',
  imgages: '/v2/images',
  volumes: '/v2/volumes',
  volume_snapshots: '/v2/snapshots',
  databases: '/v2/databases',
};

/** The kinds of things in a request's body, and the collections where they are. */
const places: Record<string, string> = {
  droplet: '/v2/droplets',
  image: '/v2/images',
  volume: '/v2/volumes',
  volume_snapshot: '/v2/snapshots',
  // The published list of kinds leaves them out; the service takes them.
  database: '/v2/databases',
};

const made = (team: Team): Row => team.document('/#tags', () => ({ names: [] }));

/** Every tag of a team, in alphabetical order. */
export function tagNames(team: Team): string[] {
  const worn = Object.values(wearers).flatMap((path) =>
    team
      .table(path)
      .list()
      .flatMap((row) => listOf(row, 'tags')),
  );
  return [...new Set([...worn, ...listOf(made(team), 'names')].map(String))].sort();
}

function tagRow({ team, world }: Call, name: string): Row {
  const kinds = Object.entries(wearers).map(([kind, path]) => {
    const rows = team
      .table(path)
      .list()
      .filter((row) => listOf(row, 'tags').includes(name));
    const last = rows.at(-1);
    return [
      kind,
      { count: rows.length, ...(last ? { last_tagged_uri: `${world.baseUrl()}${path}/${textOf(last, 'id')}` } : {}) },
    ] as const;
  });
  const count = kinds.reduce((sum, [, counted]) => sum + counted.count, 0);
  return { name, resources: { count, ...Object.fromEntries(kinds) } };
}

function tagIn(call: Call): string {
  const name = call.path.tag_id ?? '';
  if (!tagNames(call.team).includes(name)) throw notFound();
  return name;
}

function create(call: Call): Reply {
  const name = textOf(bodyOf(call), 'name');
  if (!/^[a-zA-Z0-9_\-:]{1,255}$/.test(name))
    throw unprocessable('Tag names may contain letters, numbers, colons, dashes, and underscores.');
  call.team.keep('/#tags', { names: [...listOf(made(call.team), 'names'), name] });
  return created({ tag: tagRow(call, name) });
}

function change(call: Call, isWorn: boolean): Reply {
  const name = tagIn(call);
  for (const wanted of listOf(bodyOf(call), 'resources').filter(isRow)) {
    const place = places[textOf(wanted, 'resource_type')];
    const row = place === undefined ? undefined : call.team.table(place).find(wanted.resource_id);
    if (!place || !row) throw notFound();
    wear(call.team, place, row, name, isWorn);
  }
  return noContent();
}

function wear(team: Team, place: string, row: Row, name: string, isWorn: boolean): void {
  const others = listOf(row, 'tags').filter((tag) => tag !== name);
  team.table(place).change(row.id, { tags: isWorn ? [...others, name] : others });
}

/** Removes the tag from everything that has it. */
function remove(call: Call): Reply {
  const name = tagIn(call);
  for (const path of Object.values(wearers)) {
    for (const row of call.team.table(path).list())
      if (listOf(row, 'tags').includes(name)) wear(call.team, path, row, name, false);
  }
  call.team.keep('/#tags', { names: listOf(made(call.team), 'names').filter((one) => one !== name) });
  return noContent();
}

export const tags: Family = {
  seeds: { '/v2/tags': ({ team }) => tagNames(team).map((name) => ({ name, resources: { count: 0 } })) },
  handlers: {
    tags_list: (call) =>
      listReply(
        call,
        new Table(
          'name',
          tagNames(call.team).map((name) => tagRow(call, name)),
        ),
      ),
    tags_create: create,
    tags_get: (call) => ok({ tag: tagRow(call, tagIn(call)) }),
    tags_delete: remove,
    tags_assign_resources: (call) => change(call, true),
    tags_unassign_resources: (call) => change(call, false),
  },
};
