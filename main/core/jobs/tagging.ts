import type { JobField } from '../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../preload/contract/json.ts';
import { listed } from '../words/numbers.ts';
import { text } from './fields.ts';
import type { Ask, Step } from './job.ts';
import { listAt, objectAt, textAt } from './thing.ts';

/** A thing that can have tags, as the API names it. Ids are texts here, even of droplets. */
export interface Tagged {
  id: string;
  kind: 'droplet' | 'image' | 'volume' | 'volume_snapshot';
}

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
];

/** What goes by each of these tags, and a sentence about what could not be read. */
export async function usersOf(
  ask: Ask,
  tags: readonly string[],
): Promise<{ users: ReadonlyMap<string, readonly string[]>; unread: string[] }> {
  const read = await Promise.all(
    followers.map(async ({ familyId, word, tagsOf }) => {
      const rows = await ask.list(familyId);
      // A token that may not read them may change tags all the same.
      if (!rows.ok) return { users: [], unread: [word] };
      const users = rows.value.flatMap((row) => {
        const name = `${word} ${textAt(row, 'name') || textAt(row, 'description')}`;
        return tags.filter((tag) => tagsOf(row).includes(tag)).map((tag) => ({ tag, name }));
      });
      return { users, unread: [] };
    }),
  );
  const all = Map.groupBy(
    read.flatMap(({ users }) => users),
    ({ tag }) => tag,
  );
  const unread = read.flatMap((one) => one.unread);
  return {
    users: new Map([...all].map(([tag, of]) => [tag, of.map(({ name }) => name)])),
    unread: unread.length === 0 ? [] : [`Whether a ${unread.join(' or a ')} goes by it could not be read.`],
  };
}

/** What happens to be different for droplets that get or lose one of these tags, a sentence for each tag that something goes by. */
export async function effectsOf(ask: Ask, tags: readonly string[]): Promise<string[]> {
  const { users, unread } = await usersOf(ask, tags);
  const sentences = tags.flatMap((tag) => {
    const names = users.get(tag) ?? [];
    return names.length === 0 ? [] : [`By ${tag} go: ${listed(names, 6)}.`];
  });
  return [...sentences, ...unread];
}

/** The names of all tags. */
export const tagNamesIn = (rows: readonly JsonObject[]): string[] => rows.map((row) => textAt(row, 'name'));

/** How many things of that kind have the tag. */
export function countOf(row: JsonObject, kind: string): number {
  const counted = objectAt(row, 'resources')[kind];
  return isObject(counted) ? Number(textAt(counted, 'count')) || 0 : 0;
}
