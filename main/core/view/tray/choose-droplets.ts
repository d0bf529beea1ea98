import type { DropletRow } from '../../../../preload/contract/view.ts';

/** Nobody takes in more lines at a glance. The window lists all droplets. */
const maximumInMenu = 25;

export interface Chosen {
  /** In the person's own order. */
  pinned: DropletRow[];
  /** By connection id, each sorted by name. Teams without a droplet in the menu are missing. */
  byTeam: Map<string, DropletRow[]>;
  /** Droplets that exist, listed or not. */
  total: number;
  /** Not all of them are listed. */
  isCut: boolean;
}

/**
 * Chooses the droplets that the menu lists. Up to 25 are all listed. Of more, the pinned ones come first; the places that are
 * left are divided between the teams, and in each team droplets that are down or run something come before the others.
 */
export function chooseDroplets(rows: Iterable<DropletRow>, pinnedKeys: readonly string[]): Chosen {
  const pinned = new Map<string, DropletRow>();
  const teams = new Map<string, DropletRow[]>();
  let total = 0;
  for (const row of rows) {
    total += 1;
    if (row.isPinned) pinned.set(row.key, row);
    else mapEntry(teams, row.connectionId).push(row);
  }
  const isCut = total > maximumInMenu;
  const inOrder = pinnedKeys.map((key) => pinned.get(key)).filter((row) => row !== undefined);
  const shown = inOrder.slice(0, maximumInMenu);
  const room = shares(
    maximumInMenu - shown.length,
    [...teams.values()].map((team) => team.length),
  );
  const byTeam = new Map<string, DropletRow[]>();
  [...teams].forEach(([id, team], index) => {
    const chosen = foremost(team, room[index] ?? 0);
    if (chosen.length > 0) byTeam.set(id, chosen.sort(byName));
  });
  return { pinned: shown, byTeam, total, isCut };
}

/** Divides places between teams one by one, so that small teams are complete and large ones share the rest. */
function shares(places: number, sizes: readonly number[]): number[] {
  const given = sizes.map(() => 0);
  let left = places;
  let isMore = true;
  while (left > 0 && isMore) {
    isMore = false;
    for (let index = 0; index < sizes.length && left > 0; index += 1) {
      if ((given[index] ?? 0) >= (sizes[index] ?? 0)) continue;
      given[index] = (given[index] ?? 0) + 1;
      left -= 1;
      isMore = true;
    }
  }
  return given;
}

/** The first `limit` rows by urgency, then name. Keeps a short sorted list, because sorting thousands of rows is slow. */
function foremost(rows: readonly DropletRow[], limit: number): DropletRow[] {
  if (limit === 0) return [];
  const best: DropletRow[] = [];
  for (const row of rows) {
    const last = best[limit - 1];
    if (last && byUrgency(last, row) <= 0) continue;
    let at = best.length;
    while (at > 0 && byUrgency(best[at - 1] as DropletRow, row) > 0) at -= 1;
    best.splice(at, 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Down before running, running before the rest. */
const urgency = (row: DropletRow): number => (row.condition === 'down' ? 0 : row.condition === 'running' ? 1 : 2);
const byName = (one: DropletRow, other: DropletRow): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
const byUrgency = (one: DropletRow, other: DropletRow): number => urgency(one) - urgency(other) || byName(one, other);

function mapEntry(map: Map<string, DropletRow[]>, key: string): DropletRow[] {
  const known = map.get(key);
  if (known) return known;
  const made: DropletRow[] = [];
  map.set(key, made);
  return made;
}
