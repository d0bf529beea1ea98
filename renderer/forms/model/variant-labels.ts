import type { Schema } from '../../../preload/contract/catalogue.ts';
import { nameOfRef, resolveRef, type Schemas } from '../../../preload/contract/json-schema/flatten.ts';

/**
 * A name for each member of a choice: its title, else the words of its schema's name that the others do not share, else the first
 * required field that only it has; '' if nothing tells it apart.
 */
export function labelsOf(members: Schema[], schemas: Schemas): string[] {
  const words = distinctWords(members.map((member) => nameOfRef(member)?.split('_') ?? []));
  const titles = withoutSharedEnd(members.map((member) => titleOf(member, schemas)));
  return members.map((member, index) => {
    const resolved = resolveRef(member, schemas);
    const title = titles[index];
    if (title) return title;
    const own = words[index];
    if (own && own.length > 0) return own.join(' ');
    const others = members.filter((other) => other !== member).map((other) => resolveRef(other, schemas));
    const telling = resolved.required?.find((name) => !others.some((other) => other.required?.includes(name)));
    return telling?.replaceAll('_', ' ') ?? '';
  });
}

const titleOf = (member: Schema, schemas: Schemas): string =>
  (member.title ?? resolveRef(member, schemas).title ?? '').replaceAll('_', ' ');

/**
 * "Single Droplet Request" and "Multiple Droplet Request" become "Single" and "Multiple". Shared words at the beginning stay,
 * because titles are read as sentences.
 */
function withoutSharedEnd(titles: string[]): string[] {
  const words = titles.map((title) => title.split(' '));
  const [first] = words;
  if (!first || titles.includes('') || titles.length < 2) return titles;
  let end = 0;
  while (words.every((title) => title.length > end + 1 && title.at(-1 - end) === first.at(-1 - end))) end += 1;
  return words.map((title) => title.slice(0, title.length - end).join(' '));
}

/** Removes the words that all names begin or end with: `volumes_ext4` and `volumes_xfs` become `ext4` and `xfs`. */
function distinctWords(names: string[][]): string[][] {
  const [first] = names;
  if (!first || names.some((name) => name.length === 0)) return names.map(() => []);
  const shortest = Math.min(...names.map((name) => name.length));
  let start = 0;
  while (start < shortest && names.every((name) => name[start] === first[start])) start += 1;
  let end = 0;
  while (end < shortest - start && names.every((name) => name.at(-1 - end) === first.at(-1 - end))) end += 1;
  return names.map((name) => {
    const kept = name.slice(start, name.length - end);
    return kept.length > 0 ? kept : name;
  });
}
