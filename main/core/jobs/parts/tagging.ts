import type { JobField } from '../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../preload/contract/json.ts';
import { listed } from '../../words/numbers.ts';
import { text } from '../fields.ts';
import type { Ask, JobContext, Step } from '../job.ts';
import { listAt, objectAt, textAt } from '../thing.ts';
import { databasesByTag } from './trusted-sources.ts';

/** A thing that can have tags, as the API names it. Ids are texts here, even of droplets. */
export interface Tagged {
  id: string;
  kind: 'droplet' | 'image' | 'volume' | 'volume_snapshot' | 'database';
}

/** Said before databases are tagged: the API takes it, but the published list of what can be tagged leaves them out. */
export const databaseNote = 'DigitalOcean does not list databases among what can be tagged, so it may refuse.';

/** What a tag may look like (422 otherwise). */
export const tagPattern = { source: '[A-Za-z0-9_:-]{1,255}', words: 'letters, digits, colons, hyphens and underscores' };

export const tagField = (given: Partial<Extract<JobField, { kind: 'text' }>> = {}): JobField =>
  text({ name: 'tag', label: 'Tag', pattern: tagPattern, ...given });

const resources = (things: readonly Tagged[]) => ({
  resources: things.map(({ id, kind }) => ({ resource_id: id, resource_type: kind })),
});

/** Puts a tag on things, in one request, after it was made if it is new. */
export function tagSteps(tag: string, things: readonly Tagged[], known: readonly string[]): Step[] {
  const assign = {
    label: `Tag with ${tag}`,
    operationId: 'tags_assign_resources',
    path: { tag_id: tag },
    body: resources(things),
  };
  if (known.some((one) => one.toLowerCase() === tag.toLowerCase())) return [assign];
  return [{ label: `Make the tag ${tag}`, operationId: 'tags_create', body: { name: tag } }, assign];
}

export const untagStep = (tag: string, things: readonly Tagged[]): Step => ({
  label: `Take ${tag} off`,
  operationId: 'tags_unassign_resources',
  path: { tag_id: tag },
  body: resources(things),
});

/** Families whose rows go by tags, and where a row has them. */
const followers: readonly { familyId: string; word: string; tagsOf(row: JsonObject): unknown[] }[] = [
  { familyId: 'firewalls_list', word: 'firewall', tagsOf: (row) => listAt(row, 'tags') },
  { familyId: 'loadBalancers_list', word: 'load balancer', tagsOf: (row) => [row.tag] },
  { familyId: 'monitoring_list_alertPolicy', word: 'alert policy', tagsOf: (row) => listAt(row, 'tags') },
  { familyId: 'autoscalepools_list', word: 'autoscale pool', tagsOf: (row) => listAt(objectAt(row, 'droplet_template'), 'tags') },
];

/** What goes by a tag. */
export interface TagUsers {
  /** With their kind: "firewall public-web". */
  names: readonly string[];
  /** Names of databases that let in what has it. */
  letIn: readonly string[];
}

/** What goes by each of these tags, and sentences about what could not be read. Rules of databases only tell for droplets. */
export async function usersOf(
  ask: Ask,
  tags: readonly string[],
  { isOfDroplets = true }: { isOfDroplets?: boolean } = {},
): Promise<{ users: ReadonlyMap<string, TagUsers>; unread: string[] }> {
  const [databases, ...read] = await Promise.all([
    databasesByTag(ask, isOfDroplets ? tags : []),
    ...followers.map(async ({ familyId, word, tagsOf }) => {
      const rows = await ask.list(familyId);
      // A token that may not read them may change tags all the same.
      if (!rows.ok) return { users: [], unread: [word] };
      const users = rows.value.flatMap((row) => {
        const name = `${word} ${textAt(row, 'name') || textAt(row, 'description')}`;
        return tags.filter((tag) => tagsOf(row).includes(tag)).map((tag) => ({ tag, name }));
      });
      return { users, unread: [] };
    }),
  ]);
  const namesOf = (tag: string, users: readonly { tag: string; name: string }[]) =>
    users.flatMap((user) => (user.tag === tag ? [user.name] : []));
  const all = read.flatMap(({ users }) => users);
  const unread = read.flatMap((one) => one.unread);
  return {
    users: new Map(tags.map((tag) => [tag, { names: namesOf(tag, all), letIn: namesOf(tag, databases.users) }])),
    unread: [
      ...(unread.length === 0
        ? []
        : [
            `Whether ${unread.map((word) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`).join(' or ')} goes by it could not be read.`,
          ]),
      ...databases.unread,
    ],
  };
}

/** All that goes by a tag, each with its kind. */
export const namesIn = ({ names = [], letIn = [] }: Partial<TagUsers> = {}): string[] => [
  ...names,
  ...letIn.map((name) => `database ${name}`),
];

/** What goes by a tag, in sentences; none if nothing does. */
export const byTag = (tag: string, { names = [], letIn = [] }: Partial<TagUsers> = {}): string[] => [
  ...(names.length === 0 ? [] : [`By ${tag} go: ${listed(names, 6)}.`]),
  ...(letIn.length === 0 ? [] : [`${listed(letIn, 6)} ${letIn.length === 1 ? 'lets' : 'let'} tag ${tag} in.`]),
];

/** What happens to be different for droplets that get or lose one of these tags, in sentences for each tag that something goes by. */
export async function effectsOf(ask: Ask, tags: readonly string[]): Promise<string[]> {
  const { users, unread } = await usersOf(ask, tags);
  return [...tags.flatMap((tag) => byTag(tag, users.get(tag))), ...unread];
}

/** Listings whose rows tell their tags, and as what those are tagged. Droplets are known without asking. */
const taggable: readonly { familyId: string; query?: Record<string, string>; words: string; kind: Tagged['kind'] }[] = [
  { familyId: 'volumes_list', words: 'Volumes', kind: 'volume' },
  { familyId: 'images_list', query: { private: 'true' }, words: 'Images', kind: 'image' },
  { familyId: 'snapshots_list', query: { resource_type: 'volume' }, words: 'Snapshots of volumes', kind: 'volume_snapshot' },
  { familyId: 'databases_list_clusters', words: 'Databases', kind: 'database' },
];

/** What can have tags beside droplets, as far as the token may read it. */
export const othersOf = (ask: Ask) =>
  Promise.all(taggable.map(async (one) => ({ ...one, rows: await ask.list(one.familyId, {}, one.query) })));

/** Everything that has a tag, and in words what could not be read. */
export async function wearersOf({ ask, droplets }: JobContext, tag: string): Promise<{ things: Tagged[]; unread: string[] }> {
  const read = await othersOf(ask);
  const others = read.flatMap(({ rows, kind }) =>
    (rows.ok ? rows.value : [])
      .filter((row) => listAt(row, 'tags').includes(tag))
      .map((row): Tagged => ({ id: textAt(row, 'id'), kind })),
  );
  const own = [...droplets.values()].filter(({ tags }) => tags.includes(tag));
  return {
    things: [...own.map(({ id }): Tagged => ({ id: String(id), kind: 'droplet' })), ...others],
    unread: read.flatMap(({ rows, words }) => (rows.ok ? [] : [words])),
  };
}

/** The names of all tags. */
export const tagNamesIn = (rows: readonly JsonObject[]): string[] => rows.map((row) => textAt(row, 'name'));

/** How many things of that kind have the tag. */
export function countOf(row: JsonObject, kind: string): number {
  const counted = objectAt(row, 'resources')[kind];
  return isObject(counted) ? Number(textAt(counted, 'count')) || 0 : 0;
}
