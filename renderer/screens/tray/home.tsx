import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { byUrgency } from '../../readings/attention.ts';
import { pinnedOf } from '../../readings/pins.ts';
import { placeHref } from '../../routes/resource-place.ts';
import { Attention, ComingUp, Incidents, Running } from './happening.tsx';
import { InPlaceStage } from './in-place.tsx';
import { Pinned } from './pinned.tsx';
import { ResultKeys, Results } from './results.tsx';
import { useRowCursor } from './row-cursor.ts';
import { trayPageOf } from './rows.tsx';
import { SearchBox } from './search-box.tsx';
import { byTeam, concerned } from './team-droplets.ts';
import { Teams } from './teams.tsx';
import { TrayHead } from './tray-head.tsx';
import { type ListHeight, useTrayHeight } from './tray-height.ts';
import { useHomeKeys } from './use-home-keys.ts';
import { useInPlace } from './use-in-place.ts';
import { useSearch } from './use-search.ts';
import { useTyping } from './use-typing.ts';

/** What the lists looked like before a droplet's page was opened from them. */
export interface HomeMemory extends ListHeight {
  text: string;
  cursor: number;
  /** Id of the row that had the focus. */
  rowId: string | null;
  openIds: ReadonlySet<string>;
  /** A droplet's page was opened, so the focus returns to where it was. */
  isBack: boolean;
  /** It returns to the search instead. */
  isSearchWanted: boolean;
}

export const noMemory = (): HomeMemory => ({
  text: '',
  cursor: 0,
  rowId: null,
  openIds: new Set(),
  isBack: false,
  isSearchWanted: false,
  height: 0,
});

/** Jobs that the search finds show their result above what it found. */
const searchRow = 'search';

/** The popover's lists: pinned, what needs a person, what runs, the teams; while something is typed, what that finds. */
export const Home = ({ memory }: { memory: HomeMemory }) => {
  const { router } = usePage();
  const { pinned: pinnedKeys } = useSingle('settings');
  const droplets = useRows('droplets');
  const connections = useRows('connections');
  const hasLists = useRows('resources').some(({ count }) => Boolean(count));
  const incidents = useRows('incidents');
  const attention = byUrgency(useRows('attention'));
  const running = useRows('actions')
    .filter(({ status }) => status === 'in-progress')
    .sort((a, b) => a.startedAtMs - b.startedAtMs);
  const coming = useRows('coming').filter(({ isNear }) => isNear);
  const teams = useMemo(() => byTeam(droplets), [droplets]);
  const things = useRows('pins');
  const pinned = useMemo(() => pinnedOf(droplets, things, pinnedKeys), [droplets, things, pinnedKeys]);
  const issueKeys = [...concerned(attention)].join(' ');
  const issues = useMemo(() => new Set(issueKeys.split(' ')), [issueKeys]);
  const [openIds, setOpenIds] = useState(memory.openIds);
  const onTurn = (id: string, isOpen: boolean) =>
    setOpenIds(isOpen ? new Set([...openIds, id]) : new Set([...openIds].filter((one) => one !== id)));

  const field = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rowId = useRef(memory.rowId);
  const cursor = useRowCursor(scroller, rowId);
  const inPlace = useInPlace();
  const search = useSearch(droplets, memory, ({ name }, thing) =>
    inPlace.runJob(searchRow, { kind: 'job', name, thing, route: `${placeHref({ ...thing, itemId: thing.id })}/${name}` }),
  );
  const onFieldKey = useHomeKeys({ field, cursor, search, pinned, inPlace });
  useTyping(field);
  const fit = useTrayHeight(memory, search.found !== null);

  useLayoutEffect(() => {
    if (!memory.isBack) return;
    memory.isBack = false;
    if (memory.text === '' && !memory.isSearchWanted) cursor.focus(memory.rowId);
    else field.current?.focus();
    memory.isSearchWanted = false;
  });
  useEffect(() => {
    memory.openIds = openIds;
    return () => {
      memory.rowId = rowId.current;
    };
  }, [memory, openIds]);

  const { found } = search;
  const others = search.things.length + search.jobs.length;
  const stage = inPlace.stageOf(searchRow);
  return (
    <>
      <TrayHead />
      {(droplets.length > 0 || hasLists) && (
        <SearchBox
          ref={field}
          text={search.text}
          onType={search.type}
          onKeyDown={onFieldKey}
          count={found && { found: found.count + others, all: others > 0 ? null : droplets.length }}
          cursor={search.cursor}
        />
      )}
      <div ref={scroller} className="tray-scroll">
        <div ref={fit}>
          {found ? (
            <>
              {stage && <InPlaceStage stage={stage} onDismiss={inPlace.dismiss} />}
              <Results search={search} found={found} onOpen={({ key }) => router.go(trayPageOf(key))} />
            </>
          ) : (
            <>
              <Pinned pins={pinned} openIds={openIds} inPlace={inPlace} onTurn={onTurn} />
              <Incidents rows={incidents} />
              <Attention rows={attention} inPlace={inPlace} />
              <Running actions={running} />
              <ComingUp rows={coming} />
              {connections.length > 0 && (
                <Teams connections={connections} droplets={teams} issues={issues} openIds={openIds} onTurn={onTurn} />
              )}
            </>
          )}
        </div>
      </div>
      {found && found.count > 0 && <ResultKeys />}
    </>
  );
};
