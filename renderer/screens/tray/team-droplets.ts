import type { AttentionRow, DropletRow } from '../../../preload/contract/view.ts';
import { byName, byUrgency } from '../../readings/droplet-order.ts';
import { foremost } from '../../readings/foremost.ts';
import { parseRoute } from '../../routes/routes.ts';

/** More rows than these nobody reads in a popover: the search finds the others, and the window lists them. */
export const listedAtMost = 40;

/** Droplets by team, as they come. */
export const byTeam = (droplets: readonly DropletRow[]): Map<string, DropletRow[]> =>
  Map.groupBy(droplets, (row) => row.connectionId);

/** The droplets that the rows of a list are about. */
export const concerned = (attention: readonly AttentionRow[]): ReadonlySet<string> =>
  new Set(
    attention.flatMap(({ route }) => {
      const parsed = parseRoute(route ?? '');
      return parsed.view === 'droplets' && parsed.dropletKey !== null ? [parsed.dropletKey] : [];
    }),
  );

/** Rows that a closed team keeps of those that need a person. */
const keptAtMost = 5;

/**
 * The droplets that a team lists: those that need a person, and when it is open then the others by name, at most 40. A closed
 * team keeps five of those that need a person.
 */
export const listedOf = (
  droplets: readonly DropletRow[],
  { isOpen, issues }: { isOpen: boolean; issues: ReadonlySet<string> },
): DropletRow[] => {
  const isIssue = ({ key, condition }: DropletRow) => issues.has(key) || condition === 'down';
  const rank = (row: DropletRow) => (isIssue(row) ? 0 : 1);
  return foremost(
    isOpen ? droplets : droplets.filter(isIssue),
    isOpen ? listedAtMost : keptAtMost,
    (a, b) => rank(a) - rank(b) || (isIssue(a) ? byUrgency(a, b) : 0) || byName(a, b),
  );
};
