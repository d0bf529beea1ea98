import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CatalogueIndex } from '../../../preload/contract/catalogue.ts';
import type { Sort } from '../../columns/column.ts';
import { SearchField } from '../../components/controls/field.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { ColumnsMenu } from '../../components/lists/columns-menu.tsx';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { designedFamily } from '../../families/all.ts';
import type { Family } from '../../families/family.ts';
import { genericFamily, listTitle } from '../../families/generic.ts';
import { stoodFor } from '../../families/references.ts';
import { useCatalogueIndex } from '../../hooks/use-catalogue.ts';
import { useColumns } from '../../hooks/use-columns.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { useRowMenu } from '../../jobs/use-row-menu.tsx';
import { usePage } from '../../page/page.ts';
import { Selection } from '../../page/selection.ts';
import { usePin } from '../../pins/use-pin.ts';
import { hrefOf } from '../../routes/routes.ts';
import '../../styles/resources.css';
import { familyHref, itemHref, type Place, placeHref, placeOf } from '../../routes/resource-place.ts';
import { jobWords } from '../../words/jobs.ts';
import { resourceWords } from '../../words/resources.ts';
import { viewNames } from '../../words/views.ts';
import { familyGap, listColumns } from './family-columns.tsx';
import { FamilyList } from './family-list.tsx';
import { FamilySide } from './family-side.tsx';
import { type ItemLine, knownSort, lineAt, linesOf, shownLines } from './lines.ts';
import { NewButton } from './new-button.tsx';
import { ResourcePanel } from './panel/resource-panel.tsx';
import { NoRows, ReadAgain, ReadAt, Trouble } from './read-state.tsx';
import { SinglePage } from './single-page.tsx';
import { useCosts } from './use-costs.ts';
import { type OwnedItem, useFamily } from './use-family.ts';
import { useFamilySelection } from './use-family-selection.tsx';
import { NamesContext, namedIn, useHolders, useNames } from './use-names.ts';

/** The designed family, else one made from the fields of its things. */
function useFamilyLooks(place: Place, index: CatalogueIndex | null, items: readonly OwnedItem[]): Family {
  return useMemo(() => {
    const designed = designedFamily(place.familyId);
    if (designed) return designed;
    const operation = index?.operations.find((one) => one.id === place.familyId);
    return genericFamily(
      operation ?? { id: place.familyId, title: place.familyId },
      items.map(({ item }) => item),
    );
  }, [place.familyId, index, items]);
}

/** One family of the shown teams, and over the list the panel of the thing that is open. */
const FamilyView = ({ place, index, holders }: { place: Place; index: CatalogueIndex | null; holders: string }) => {
  const page = usePage();
  const { connections, all: teams } = useTeam();
  const isInside = Object.keys(place.parent).length > 0;
  const shown = useMemo(
    () => (isInside ? teams.filter((connection) => connection.id === place.connectionId) : connections),
    [isInside, teams, connections, place.connectionId],
  );
  const read = useFamily(place.familyId, shown, place.parent);
  const family = useFamilyLooks(place, index, read.items);
  const [search, setSearch] = useState('');
  const side = useRef<HTMLElement>(null);
  const named = useMemo(() => namedIn(family, read.items), [family, read.items]);
  const names = useNames(named);
  const lines = useMemo(() => linesOf(family, read.items, names.nameOf), [family, read.items, names]);
  const costs = useCosts(family.id, lines);
  const all = useMemo(() => listColumns(family, shown.length > 1, costs), [family, shown.length, costs]);
  const columns = useColumns({ id: family.id, columns: all, gap: familyGap }, side);
  const [chosenSort, setSort] = useState<Sort | null>(null);
  const sort = useMemo(() => knownSort(all, chosenSort, family.order), [all, chosenSort, family.order]);
  const found = useMemo(() => shownLines(all, lines, search, sort), [all, lines, search, sort]);
  const grid = useRef<GridHandle>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const open = place.itemId === null ? undefined : lineAt(lines, family, place.connectionId, place.itemId);

  const listHref = placeHref({ ...place, connectionId: isInside ? place.connectionId : null, itemId: null });
  const close = useCallback(() => {
    page.router.go(listHref);
    grid.current?.focus();
  }, [page, listHref]);
  const [selection] = useState(() => new Selection());
  const { chosen, bar } = useFamilySelection({ family, place, lines, selection, onLeave: () => grid.current?.focus() });
  /** The thing of which a row is only the place, such as what a project holds. */
  const placedThing = ({ item }: ItemLine) => (family.standsFor && 'urn' in family.standsFor ? stoodFor(family, item) : null);
  const onOpen = (line: ItemLine) => {
    const { connectionId, placeId } = line;
    const placed = placedThing(line);
    page.router.go(
      placed ? itemHref(placed.familyId, connectionId, placed.id) : placeHref({ ...place, connectionId, itemId: placeId }),
    );
  };
  const pin = usePin();
  const rowMenu = useRowMenu(() => grid.current?.focus());
  const onMenu = (line: ItemLine, at: { x: number; y: number }) => {
    const { itemId, connectionId, item, name } = line;
    // A thing without an id of its own cannot be named in a request.
    if (itemId === null) return;
    const placed = placedThing(line);
    const row = placed ? { ...item, name } : item;
    const thing = { connectionId, familyId: family.id, id: itemId, parent: place.parent, row };
    const pinned = placed ? { connectionId, ...placed, parent: {} } : thing;
    rowMenu.open({
      thing,
      selected: chosen.some(({ key }) => key === line.id) ? chosen.map((one) => one.thing) : [],
      name,
      at,
      first: [
        { kind: 'item', label: jobWords.open, icon: 'right', onSelect: () => onOpen(line) },
        { kind: 'item', label: jobWords.copyId, icon: 'copy', onSelect: () => void page.copy(pinned.id) },
        pin.entryFor(pinned, name),
      ],
    });
  };
  useHotkeys({
    '/': () => searchRef.current?.focus(),
    Escape: () => {
      if (place.itemId !== null) return close();
      return selection.keys().size === 0 ? false : selection.clear();
    },
  });

  if (read.isSingle) return <SinglePage family={family} read={read} connections={shown} />;
  return (
    <NamesContext value={names}>
      <div className={place.itemId === null ? 'family-view' : 'family-view has-panel'}>
        <section ref={side} className="list-side">
          <div className="row filters">
            <SearchField
              ref={searchRef}
              label={resourceWords.search(family.title)}
              placeholder={resourceWords.search(family.title)}
              clearLabel={resourceWords.clearSearch}
              value={search}
              onChange={setSearch}
              onLeave={() => grid.current?.focus()}
            />
            <span className="grow" />
            <span className="small-text faint tabular nowrap">{resourceWords.shown(found.length, lines.length)}</span>
            <ReadAt atMs={read.readAtMs} />
            <ReadAgain read={read} />
            <NewButton family={family} place={place} connections={shown} />
            <ColumnsMenu columns={columns} />
          </div>
          {lines.length > 0 && <Trouble read={read} />}
          {found.length === 0 ? (
            <NoRows
              family={family}
              read={read}
              teams={shown.length}
              isSearched={search !== '' && lines.length > 0}
              create={<NewButton family={family} place={place} connections={shown} isPlain />}
            />
          ) : (
            <FamilyList
              ref={grid}
              title={family.title}
              columns={columns}
              lines={found}
              sort={sort}
              selection={selection}
              onSort={setSort}
              openId={open?.id ?? null}
              onOpen={onOpen}
              onMenu={onMenu}
            />
          )}
          {rowMenu.menu}
          {bar}
        </section>
        {place.itemId !== null && (
          <ResourcePanel
            key={`${place.connectionId} ${place.itemId}`}
            family={family}
            place={place}
            line={open ?? null}
            isRead={!read.isFirstRead}
            index={index}
            holders={holders}
            onClose={close}
          />
        )}
      </div>
    </NamesContext>
  );
};

/** Everything that the teams have at DigitalOcean, family by family. */
export const ResourcesScreen = () => {
  const page = usePage();
  const route = useRoute();
  const isNarrow = useIsNarrow();
  const place = route.view === 'resources' ? placeOf(route.path) : null;
  const index = useCatalogueIndex();
  const title = useMemo(() => {
    if (place === null) return null;
    const operation = index?.operations.find(({ id }) => id === place.familyId);
    return designedFamily(place.familyId)?.title ?? (operation ? listTitle(operation.title) : null);
  }, [place, index]);
  useEffect(() => {
    if (place === null && !isNarrow) page.router.go(familyHref('volumes_list'), { isReplacing: true });
  }, [page, place, isNarrow]);
  const holders = useHolders(place);
  const holderNames = holders.map(({ name }) => name).join(', ');
  return (
    <>
      <ViewBar
        title={title ?? viewNames.resources}
        beside={holders.map(({ name, href }) => (
          <a key={href} className="link" href={href}>
            {name}
          </a>
        ))}
      >
        {place !== null && isNarrow && (
          <a className="btn small" href={hrefOf('resources')}>
            <Icon name="layers" size="sm" />
            {resourceWords.families}
          </a>
        )}
      </ViewBar>
      <div className="body flush resources">
        {(!isNarrow || place === null) && <FamilySide index={index} familyId={place?.familyId ?? null} />}
        {place !== null && (
          <FamilyView
            key={`${place.familyId} ${JSON.stringify(place.parent)}`}
            place={place}
            index={index}
            holders={holderNames}
          />
        )}
      </div>
    </>
  );
};
