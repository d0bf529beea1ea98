import { type Ref, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { DropletRow } from '../../../preload/contract/view.ts';
import { Segments } from '../../components/controls/choices.tsx';
import type { GridHandle } from '../../components/lists/grid-list.tsx';
import { SelectGrid } from '../../components/lists/select-grid.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useDropletDeeds } from '../../droplet-actions/asking.tsx';
import { addressOf, sshTo } from '../../droplet-actions/reach.ts';
import { type ListColumns, useColumns } from '../../hooks/use-columns.ts';
import { useHotkeys } from '../../hooks/use-hotkeys.ts';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useTeam } from '../../hooks/use-view.ts';
import { NewDroplet } from '../../jobs/new-droplet.tsx';
import { usePage } from '../../page/page.ts';
import { Selection } from '../../page/selection.ts';
import { hrefOf } from '../../routes/routes.ts';
import { dropletWords } from '../../words/droplets.ts';
import { wholeNumber } from '../../words/locale.ts';
import { viewNames } from '../../words/views.ts';
import { DropletPanel } from '../droplet-detail/droplet-panel.tsx';
import { dropletColumnSet } from './droplet-columns.tsx';
import { DropletGroupHead, DropletListRow } from './droplet-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { DropletLine } from './lines.ts';
import { NoDroplets } from './no-droplets.tsx';
import { type DropletQuery, type Grouping, groupings, parseGrouping } from './query.ts';
import { DropletSelectionBar, useChosenDroplets } from './selection-bar.tsx';
import { useDropletMenu } from './use-droplet-menu.ts';
import { useLines } from './use-lines.ts';

const rowHeight = 36;
const narrowRowHeight = 40;
const headHeight = 32;

const groupingOptions = groupings.map((value) => ({
  value,
  label: { team: dropletWords.byTeam, tag: dropletWords.byTag, flat: dropletWords.flat }[value],
}));

/** By its droplet, which a list by tag may show several times. */
const keyOf = (line: DropletLine): string | null => (line.isHead ? null : line.key);

/** Keys that act on the droplet under the cursor. */
const useRowKeys = () => {
  const page = usePage();
  const { pin } = useDropletDeeds();
  return useCallback(
    (key: string, droplet: DropletRow): boolean => {
      const address = addressOf(droplet);
      if (key === 'c' && address) void page.copy(address);
      else if (key === 's') void sshTo(page, droplet);
      else if (key === 'p') pin(droplet);
      else return false;
      return true;
    },
    [page, pin],
  );
};

/** What the list shows. Search, filters and order last as long as the view; the grouping is remembered. */
const useListState = () => {
  const { teamId } = useTeam();
  const [grouping, setGrouping] = useRemembered<Grouping>({
    name: 'droplets.grouping',
    initial: 'team',
    parse: parseGrouping,
    format: String,
  });
  const [own, setOwn] = useState<Pick<DropletQuery, 'text' | 'filters' | 'sort'>>({
    text: '',
    filters: [],
    sort: { by: 'name', isDescending: false },
  });
  const query = useMemo<DropletQuery>(() => ({ ...own, grouping, teamId }), [own, grouping, teamId]);
  const change = (next: Partial<DropletQuery>) => setOwn((before) => ({ ...before, ...next }));
  return { query, change, grouping, setGrouping, found: useLines(query) };
};

/** The droplet whose panel is open, taken from the address. Closing returns the focus to what opened it. */
const useOpenDroplet = (grid: RefObject<GridHandle | null>) => {
  const { router } = usePage();
  const route = useRoute();
  const opener = useRef<HTMLElement | null>(null);
  const open = (key: string) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    router.go(hrefOf('droplets', key));
  };
  const close = useCallback(() => {
    router.go(hrefOf('droplets'));
    if (opener.current?.isConnected) opener.current.focus();
    else grid.current?.focus();
    opener.current = null;
  }, [router, grid]);
  return { openKey: route.view === 'droplets' ? route.dropletKey : null, open, close };
};

const DropletGrid = ({
  list,
  columns,
  selection,
  openKey,
  onOpen,
  onRowKey,
  onMenu,
  ref,
}: {
  list: ReturnType<typeof useListState>;
  columns: ListColumns<DropletRow>;
  selection: Selection;
  openKey: string | null;
  onOpen: (key: string) => void;
  onRowKey: (key: string, droplet: DropletRow) => boolean;
  onMenu: (droplet: DropletRow, at: { x: number; y: number }) => void;
  ref: Ref<GridHandle>;
}) => {
  const { view } = usePage();
  const { query, change, found } = list;
  const isNarrow = useIsNarrow();
  const { shown } = columns;
  const renderLine = useCallback(
    (line: DropletLine) =>
      line.isHead ? (
        <DropletGroupHead head={line} columnCount={shown.length} />
      ) : (
        <DropletListRow dropletKey={line.key} columns={shown} />
      ),
    [shown],
  );
  const dropletOf = (line: DropletLine) => (line.isHead ? undefined : view.row('droplets', line.key));
  return (
    <SelectGrid
      ref={ref}
      selection={selection}
      keyOf={keyOf}
      label={dropletWords.listLabel(found.shown)}
      lines={found.lines}
      className="droplet-grid"
      columns={columns}
      sort={query.sort}
      onSort={(sort) => change({ sort })}
      heightOf={(line) => (line.isHead ? headHeight : isNarrow ? narrowRowHeight : rowHeight)}
      renderLine={renderLine}
      openId={openKey}
      onOpen={(line) => !line.isHead && onOpen(line.key)}
      onMenu={(line, at) => {
        const droplet = dropletOf(line);
        if (droplet) onMenu(droplet, at);
      }}
      onKey={(event, line) => {
        const droplet = dropletOf(line);
        return droplet !== undefined && onRowKey(event.key, droplet);
      }}
    />
  );
};

/** Every droplet of the chosen teams, and over the list the panel of the droplet that is open. */
export const DropletsScreen = () => {
  const list = useListState();
  const { query, change, found } = list;
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [selection] = useState(() => new Selection());
  const side = useRef<HTMLElement>(null);
  const columns = useColumns(dropletColumnSet, side);
  const { openKey, open, close } = useOpenDroplet(grid);
  const onRowKey = useRowKeys();
  const toGrid = () => grid.current?.focus();
  const selected = useChosenDroplets(selection);
  const rowMenu = useDropletMenu(open, toGrid, selected.chosen);

  useHotkeys({
    '/': () => search.current?.focus(),
    Escape: () => {
      if (openKey === null && selection.keys().size === 0) return false;
      return openKey === null ? selection.clear() : close();
    },
  });

  return (
    <>
      <ViewBar
        title={viewNames.droplets}
        beside={found.all === 0 ? undefined : wholeNumber(found.all)}
        last={<NewDroplet isPrimary />}
      >
        <Segments
          className="wide"
          label={dropletWords.grouping}
          options={groupingOptions}
          value={list.grouping}
          onChange={list.setGrouping}
        />
      </ViewBar>
      <div className={openKey === null ? 'body flush droplets' : 'body flush droplets has-panel'}>
        <section ref={side} className="list-side">
          <FilterBar
            columns={columns}
            query={query}
            searchRef={search}
            summary={found.all === 0 ? '' : dropletWords.shown(found.shown, found.monthlyUsd)}
            onChange={change}
            onLeave={toGrid}
          />
          {found.lines.length === 0 ? (
            <NoDroplets all={found.all} onClear={() => change({ text: '', filters: [] })} />
          ) : (
            <DropletGrid
              ref={grid}
              list={list}
              columns={columns}
              selection={selection}
              openKey={openKey}
              onOpen={open}
              onRowKey={onRowKey}
              onMenu={rowMenu.open}
            />
          )}
          {rowMenu.menu}
          <DropletSelectionBar selection={selection} of={selected} onLeave={toGrid} />
        </section>
        {openKey !== null && <DropletPanel key={openKey} dropletKey={openKey} onClose={close} onKey={onRowKey} />}
      </div>
    </>
  );
};
