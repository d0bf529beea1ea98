import { sumOfPrices } from '../../../preload/contract/amounts.ts';
import type { ConnectionRow, DropletRow } from '../../../preload/contract/view.ts';
import { wordsOf } from '../../readings/droplet-search.ts';
import { type DropletQuery, dropletOrder, isShown } from './query.ts';

/** One line of the droplets list. */
export type DropletLine =
  | {
      id: string;
      isHead: true;
      /** Name of the team or the tag; `null`: droplets without a tag. */
      title: string | null;
      monogram: string | null;
      count: number;
      monthlyUsd: string | null;
      /** For a tag: ids of the connections that have it, so that a command can go to all of its droplets. */
      connectionIds: readonly string[];
    }
  | { id: string; isHead: false; key: string };

export interface DropletLines {
  lines: readonly DropletLine[];
  /** Number of droplets shown. A droplet counts once even if several tags show it. */
  shown: number;
  /** Number of droplets of the chosen teams before search and filters. */
  all: number;
  monthlyUsd: string | null;
}

const lineCache = new Map<string, Extract<DropletLine, { isHead: false }>>();
const lineOf = (id: string, key: string): DropletLine => {
  const kept = lineCache.get(id);
  if (kept) return kept;
  const line = { id, isHead: false, key } as const;
  // Tags come and go, so the cache has a limit. A line that was dropped is simply made again.
  if (lineCache.size > 50_000) lineCache.clear();
  lineCache.set(id, line);
  return line;
};

const headOf = (
  id: string,
  title: string | null,
  monogram: string | null,
  droplets: readonly DropletRow[],
  connectionIds: readonly string[] = [],
): DropletLine => ({
  connectionIds,
  id,
  isHead: true,
  title,
  monogram,
  count: droplets.length,
  monthlyUsd: sumOfPrices(droplets.map((droplet) => droplet.priceMonthlyUsd)),
});

const byTeam = (droplets: readonly DropletRow[], connections: readonly ConnectionRow[]): DropletLine[] => {
  const groups = new Map<string, DropletRow[]>(connections.map((connection) => [connection.id, []]));
  for (const droplet of droplets) groups.get(droplet.connectionId)?.push(droplet);
  return connections.flatMap((connection) => {
    const own = groups.get(connection.id) ?? [];
    if (own.length === 0) return [];
    const head = headOf(`team ${connection.id}`, connection.teamName, connection.monogram, own);
    return [head, ...own.map((droplet) => lineOf(droplet.key, droplet.key))];
  });
};

const byTag = (droplets: readonly DropletRow[]): DropletLine[] => {
  const groups = new Map<string, DropletRow[]>();
  const untagged: DropletRow[] = [];
  for (const droplet of droplets) {
    if (droplet.tags.length === 0) untagged.push(droplet);
    for (const tag of droplet.tags) {
      const group = groups.get(tag);
      if (group) group.push(droplet);
      else groups.set(tag, [droplet]);
    }
  }
  const lines = [...groups.keys()].sort().flatMap((tag) => {
    const own = groups.get(tag) ?? [];
    return [
      headOf(`tag ${tag}`, tag, null, own, [...new Set(own.map((droplet) => droplet.connectionId))]),
      ...own.map((droplet) => lineOf(`${tag} ${droplet.key}`, droplet.key)),
    ];
  });
  if (untagged.length === 0) return lines;
  return [...lines, headOf('tag', null, null, untagged), ...untagged.map((droplet) => lineOf(droplet.key, droplet.key))];
};

/** Filters, sorts and groups. Pure except for a cache of line objects. */
export const linesOf = (
  droplets: readonly DropletRow[],
  connections: readonly ConnectionRow[],
  query: DropletQuery,
): DropletLines & { sorted: readonly DropletRow[] } => {
  const words = wordsOf(query.text);
  const sorted = droplets.filter((droplet) => isShown(droplet, query, words)).sort(dropletOrder(query.sort));
  const lines =
    query.grouping === 'team'
      ? byTeam(sorted, connections)
      : query.grouping === 'tag'
        ? byTag(sorted)
        : sorted.map((droplet) => lineOf(droplet.key, droplet.key));
  const all =
    query.teamId === null ? droplets.length : droplets.filter((droplet) => droplet.connectionId === query.teamId).length;
  return { lines, shown: sorted.length, all, monthlyUsd: sumOfPrices(sorted.map((droplet) => droplet.priceMonthlyUsd)), sorted };
};

const hasSameTags = (a: DropletRow, b: DropletRow): boolean =>
  a.tags.length === b.tags.length && a.tags.every((tag, index) => tag === b.tags[index]);

/**
 * Whether droplets changed only inside their rows: same order, same rows shown, same price and groups. This is one pass over
 * references, so that 10,000 rows are not sorted again because one of them reboots.
 */
export const isSameOutside = (before: readonly DropletRow[], after: readonly DropletRow[], query: DropletQuery): boolean => {
  if (before.length !== after.length) return false;
  const words = wordsOf(query.text);
  const compare = dropletOrder(query.sort);
  return before.every((old, index) => {
    const row = after[index];
    if (row === old) return true;
    return (
      row !== undefined &&
      row.key === old.key &&
      row.priceMonthlyUsd === old.priceMonthlyUsd &&
      hasSameTags(row, old) &&
      compare(row, old) === 0 &&
      isShown(row, query, words) === isShown(old, query, words)
    );
  });
};

/** Whether teams changed only in what group heads do not show, such as the age of their data. */
export const isSameTeams = (before: readonly ConnectionRow[], after: readonly ConnectionRow[]): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every((old, index) => {
      const row = after[index];
      return row?.id === old.id && row.teamName === old.teamName && row.monogram === old.monogram;
    }));

const isSameLine = (a: DropletLine, b: DropletLine | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    a.id === b.id &&
    a.isHead &&
    b.isHead &&
    a.title === b.title &&
    a.monogram === b.monogram &&
    a.count === b.count &&
    a.monthlyUsd === b.monthlyUsd &&
    a.connectionIds.join() === b.connectionIds.join());

/** Whether the list would look the same. Changes inside a row do not count, because the row renders them itself. */
export const isSameList = (a: DropletLines, b: DropletLines): boolean =>
  a.shown === b.shown &&
  a.all === b.all &&
  a.monthlyUsd === b.monthlyUsd &&
  a.lines.length === b.lines.length &&
  a.lines.every((line, index) => isSameLine(line, b.lines[index]));
