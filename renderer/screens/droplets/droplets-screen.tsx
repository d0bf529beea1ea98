import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { Segments } from '../../components/choices.tsx';
import { type GridHandle, GridList } from '../../components/grid-list.tsx';
import { NewDroplet } from '../../components/new-droplet.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { sshTo } from '../../droplet-actions/reach.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page.ts';
import { Remembered } from '../../remembered.ts';
import { hrefOf } from '../../routes.ts';
import { Selection } from '../../selection.ts';
import { ViewBar } from '../../shell/view-bar.tsx';
import { dropletWords } from '../../words/droplets.ts';
import { wholeNumber } from '../../words/locale.ts';
import { viewNames } from '../../words/views.ts';
import { DropletPanel } from '../droplet-detail/droplet-panel.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { DropletGroupHead, DropletListRow } from './droplet-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { DropletLine } from './lines.ts';
import { NoDroplets } from './no-droplets.tsx';
import { type DropletQuery, type Grouping, groupings, isGrouping } from './query.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useLines } from './use-lines.ts';

const rowHeight = 36;
const narrowRowHeight = 40;
const headHeight = 32;
const selectionBarRoom = 72;

const groupingOptions = groupings.map((value) => ({
  value,
  label: { team: dropletWords.byTeam, tag: dropletWords.byTag, flat: dropletWords.flat }[value],
}));

const useGrouping = (): [Grouping, (grouping: Grouping) => void] => {
  const { storage } = usePage();
  const [kept] = useState(
    () => new Remembered<Grouping>({ storage, name: 'droplets.grouping', initial: 'team', accepts: isGrouping }),
  );
  return [useSyncExternalStore(kept.subscribe, kept.get), kept.set];
};

const keyOf = (line: DropletLine): string | null => (line.isHead ? null : line.key);
const keysOf = (lines: readonly DropletLine[]): string[] => lines.flatMap((line) => keyOf(line) ?? []);

/** Keys that act on the droplet under the cursor. */
const useRowKeys = () => {
  const page = usePage();
  const { pin } = useDropletDeeds();
  return useCallback(
    (key: string, droplet: DropletRow): boolean => {
      const address = droplet.publicV4[0] ?? droplet.publicV6[0];
      if (key === 'c' && address) void page.copy(address);
      else if (key === 's') void sshTo(page, droplet);
      else if (key === 'p') pin(droplet);
      else return false;
      return true;
    },
    [page, pin],
  );
};

/** Every droplet of the chosen teams, and over it the panel of the one that is open. */
export const DropletsScreen = () => {
  const page = usePage();
  const route = useRoute();
  const openKey = route.view === 'droplets' ? route.dropletKey : null;
  const { teamId } = useTeam();
  const [grouping, setGrouping] = useGrouping();
  const [own, setOwn] = useState<Pick<DropletQuery, 'text' | 'filters' | 'sort'>>({
    text: '',
    filters: [],
    sort: { by: 'name', isDescending: false },
  });
  const query = useMemo<DropletQuery>(() => ({ ...own, grouping, teamId }), [own, grouping, teamId]);
  const found = useLines(query);
  const [selection] = useState(() => new Selection());
  const selectedKeys = useSyncExternalStore(selection.subscribe, selection.keys);
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const isNarrow = useIsNarrow();
  const onRowKey = useRowKeys();

  const close = useCallback(() => {
    page.router.go(hrefOf('droplets'));
    if (opener.current?.isConnected) opener.current.focus();
    else grid.current?.focus();
  }, [page]);
  useEffect(() => {
    if (openKey === null) opener.current = null;
  }, [openKey]);

  useHotkeys({
    '/': () => search.current?.focus(),
    Escape: () => {
      if (openKey === null && selection.keys().size === 0) return false;
      return openKey === null ? selection.clear() : close();
    },
  });

  const renderLine = useCallback(
    (line: DropletLine) =>
      line.isHead ? <DropletGroupHead head={line} /> : <DropletListRow dropletKey={line.key} selection={selection} />,
    [selection],
  );
  const shownKeys = keysOf(found.lines);
  const isAllSelected = shownKeys.length > 0 && shownKeys.every((key) => selectedKeys.has(key));
  const selectAll = (isWanted: boolean) => (isWanted ? selection.add(shownKeys) : selection.clear());
  const change = (next: Partial<DropletQuery>) => setOwn((before) => ({ ...before, ...next }));

  return (
    <>
      <ViewBar title={viewNames.droplets} beside={wholeNumber(found.all)} last={<NewDroplet isPrimary />}>
        <Segments
          className="wide"
          label={dropletWords.grouping}
          options={groupingOptions}
          value={grouping}
          onChange={setGrouping}
        />
      </ViewBar>
      <div className={openKey === null ? 'body flush droplets' : 'body flush droplets has-panel'}>
        <section className="list-side">
          <FilterBar
            query={query}
            searchRef={search}
            summary={dropletWords.shown(found.shown, found.monthlyUsd)}
            onChange={change}
            onLeave={() => grid.current?.focus()}
          />
          {found.lines.length === 0 ? (
            <NoDroplets all={found.all} onClear={() => change({ text: '', filters: [] })} />
          ) : (
            <GridList
              ref={grid}
              label={dropletWords.listLabel(found.shown)}
              lines={found.lines}
              className="droplet-grid"
              columnCount={9}
              isMultiselectable
              heightOf={(line) => (line.isHead ? headHeight : isNarrow ? narrowRowHeight : rowHeight)}
              renderLine={renderLine}
              openId={openKey}
              paddingEnd={selectedKeys.size > 0 ? selectionBarRoom : 0}
              head={
                <ColumnHeads
                  sort={query.sort}
                  onSort={(sort) => change({ sort })}
                  isAllSelected={isAllSelected}
                  isSomeSelected={selectedKeys.size > 0}
                  onSelectAll={selectAll}
                />
              }
              onOpen={(line) => {
                const key = keyOf(line);
                opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
                if (key !== null) page.router.go(hrefOf('droplets', key));
              }}
              onToggle={(line) => {
                const key = keyOf(line);
                if (key !== null) selection.toggle(key);
              }}
              onRange={(lines) => selection.add(keysOf(lines))}
              onSelectAll={() => selectAll(true)}
              onKey={(event, line) => {
                const droplet = line.isHead ? undefined : page.view.row('droplets', line.key);
                return droplet !== undefined && onRowKey(event.key, droplet);
              }}
            />
          )}
          <SelectionBar selection={selection} onLeave={() => grid.current?.focus()} />
        </section>
        {openKey !== null && <DropletPanel key={openKey} dropletKey={openKey} onClose={close} onKey={onRowKey} />}
      </div>
    </>
  );
};
