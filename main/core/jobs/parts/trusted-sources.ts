import { counted, listed } from '../../words/numbers.ts';
import type { Ask } from '../job.ts';
import { textAt } from '../thing.ts';

/** The rules of each cluster cost a request, so only those of so many are read for one question. */
const clustersAtMost = 8;

/** Databases that let in what has one of these tags, and a sentence about those whose rules are not known. */
export async function databasesByTag(
  ask: Ask,
  tags: readonly string[],
): Promise<{ users: { tag: string; name: string }[]; unread: string[] }> {
  if (tags.length === 0) return { users: [], unread: [] };
  const clusters = await ask.list('databases_list_clusters');
  // A token that may not read them may change tags all the same.
  if (!clusters.ok) return { users: [], unread: ['Which databases let it in could not be read.'] };
  const left = clusters.value.slice(clustersAtMost);
  const read = await Promise.all(
    clusters.value.slice(0, clustersAtMost).map(async (cluster) => {
      const name = textAt(cluster, 'name');
      const rules = await ask.list('databases_list_firewall_rules', { database_cluster_uuid: textAt(cluster, 'id') });
      const values = (rules.ok ? rules.value : []).filter(({ type }) => type === 'tag').map((rule) => textAt(rule, 'value'));
      return { name, isRead: rules.ok, tags: tags.filter((tag) => values.includes(tag)) };
    }),
  );
  const refused = read.filter(({ isRead }) => !isRead).map(({ name }) => name);
  return {
    users: read.flatMap((one) => one.tags.map((tag) => ({ tag, name: one.name }))),
    unread: [
      ...(refused.length === 0
        ? []
        : [`Whether ${listed(refused, 4)} ${refused.length === 1 ? 'lets' : 'let'} it in could not be read.`]),
      ...(left.length === 0
        ? []
        : [
            `Buoy looked into ${clustersAtMost} databases. ${counted(left.length, 'other')} may let it in too: their panels tell.`,
          ]),
    ],
  };
}
