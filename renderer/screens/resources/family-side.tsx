import { useMemo, useState } from 'react';
import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';
import { isWholeFamily } from '../../../preload/contract/resource-key.ts';
import { SearchField } from '../../components/controls/field.tsx';
import { designedFamily, familyGroups } from '../../families/all.ts';
import { listTitle } from '../../families/generic.ts';
import { parametersOf } from '../../families/operations.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { familyHref } from '../../routes/resource-place.ts';
import { wholeNumber } from '../../words/locale.ts';
import { resourceWords } from '../../words/resources.ts';

interface Entry {
  id: string;
  title: string;
}
interface Group {
  title: string;
  entries: readonly Entry[];
}

/** The default project is among the projects. */
const isElsewhere = ({ path }: { path: string }): boolean => path.startsWith('/v2/projects/default');

/** Families without a designed list: every other listing that needs no path parameter. */
function otherFamilies(index: CatalogueIndex): Entry[] {
  return index.operations
    .filter((operation) => operation.method === 'GET' && !operation.isDeprecated)
    .filter((operation) => parametersOf(operation.path).length === 0 && !operation.path.includes('/metrics/'))
    .filter(
      (operation) => designedFamily(operation.id) === undefined && operation.id !== 'droplets_list' && !isElsewhere(operation),
    )
    .map((operation) => ({ id: operation.id, title: listTitle(operation.title) }));
}

function groupsOf(index: CatalogueIndex | null): Group[] {
  const designed = familyGroups.map(({ title, families }) => ({
    title,
    entries: families
      .filter((family) => family.inside === undefined && !family.isFormer)
      .map(({ id, title: name }) => ({ id, title: name })),
  }));
  return index === null ? designed : [...designed, { title: resourceWords.others, entries: otherFamilies(index) }];
}

/** How many things of each family the shown teams have, for the families that were read. */
function useCounts(): ReadonlyMap<string, number> {
  const states = useRows('resources');
  const { connections } = useTeam();
  return useMemo(() => {
    const shown = new Set(connections.map((connection) => connection.id));
    const counts = new Map<string, number>();
    for (const state of states) {
      if (state.count === null || !shown.has(state.connectionId) || !isWholeFamily(state.key)) continue;
      counts.set(state.familyId, (counts.get(state.familyId) ?? 0) + state.count);
    }
    return counts;
  }, [states, connections]);
}

/** Scrolls the side list to where the person is, once its entry is drawn. */
const showEntry = (entry: HTMLAnchorElement | null): void => entry?.scrollIntoView({ block: 'nearest' });

/** Families that DigitalOcean gives only to some, and refused to every shown team that asked. */
function useRefused(): ReadonlySet<string> {
  const states = useRows('resources');
  const { connections } = useTeam();
  return useMemo(() => {
    const shown = new Set(connections.map((connection) => connection.id));
    const own = states.filter(({ familyId, connectionId }) => designedFamily(familyId)?.isOfFew && shown.has(connectionId));
    const isRefused = ({ freshness }: (typeof own)[number]) => ['forbidden', 'conflict'].includes(freshness.failure?.kind ?? '');
    const byFamily = Map.groupBy(own, ({ familyId }) => familyId);
    return new Set([...byFamily].flatMap(([familyId, read]) => (read.every(isRefused) ? [familyId] : [])));
  }, [states, connections]);
}

/** All families in their groups. Those that were read show how many things they have. */
export const FamilySide = ({ index, familyId }: { index: CatalogueIndex | null; familyId: string | null }) => {
  const [search, setSearch] = useState('');
  const counts = useCounts();
  const groups = useMemo(() => groupsOf(index), [index]);
  const refused = useRefused();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (group: Group, entry: Entry) =>
    (!refused.has(entry.id) || entry.id === familyId) &&
    words.every((word) => `${group.title} ${entry.title} ${entry.id}`.toLowerCase().includes(word));
  return (
    <nav className="families" aria-label={resourceWords.families}>
      <SearchField
        label={resourceWords.findFamily}
        placeholder={resourceWords.findFamily}
        clearLabel={resourceWords.clearSearch}
        value={search}
        onChange={setSearch}
        onLeave={() => document.querySelector<HTMLElement>('.families a')?.focus()}
      />
      <div className="families-scroll">
        {groups.map((group) => {
          const entries = group.entries.filter((entry) => isFound(group, entry));
          return entries.length === 0 ? null : (
            <section key={group.title} aria-label={group.title}>
              <h2 className="caption">{group.title}</h2>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <a
                      ref={entry.id === familyId ? showEntry : undefined}
                      href={familyHref(entry.id)}
                      aria-current={entry.id === familyId ? 'page' : undefined}
                    >
                      <span className="cut grow">{entry.title}</span>
                      {counts.has(entry.id) && (
                        <span className="faint tabular small-text">{wholeNumber(counts.get(entry.id) ?? 0)}</span>
                      )}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </nav>
  );
};
