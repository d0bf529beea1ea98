import '../../styles/monitoring.css';
import { useMemo, useRef } from 'react';
import { Icon } from '../../components/icons/icon.tsx';
import { type GridHandle, GridList } from '../../components/lists/grid-list.tsx';
import { GroupHead } from '../../components/lists/list-row.tsx';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { BusyHead, BusyLine } from './busy-line.tsx';
import { CheckLine } from './check-line.tsx';
import { FiringLine, ToldLine } from './firing-line.tsx';
import { type WatchLine, watchLines } from './lines.ts';
import { NewWatchButtons } from './new-watch-buttons.tsx';
import { PolicyLine } from './policy-line.tsx';
import { hrefOfLine, useWatchMenu } from './use-watch-menu.tsx';
import { useBusiest, useWatched } from './use-watched.ts';

const columnCount = 4;

const Line = (line: WatchLine) => {
  switch (line.kind) {
    case 'head':
      return (
        <GroupHead columnCount={columnCount}>
          <b>{line.title}</b>
          <span className="tabular nowrap">{line.count}</span>
          <span className="grow" />
          {line.id === 'lately' && (
            <a className="link" href={hrefOf('activity', 'notices')}>
              {monitoringWords.allNotices}
            </a>
          )}
        </GroupHead>
      );
    case 'note':
      return (
        <div role="gridcell" aria-colspan={columnCount} className="watch-note small-text faint">
          <span>{line.text}</span>
          {line.link && (
            <a className="link" href={line.link.href}>
              {line.link.label}
            </a>
          )}
        </div>
      );
    case 'firing':
      return <FiringLine row={line.row} />;
    case 'check':
      return <CheckLine row={line.row} />;
    case 'policy':
      return <PolicyLine row={line.row} />;
    case 'busy-head':
      return <BusyHead count={line.count} asked={line.asked} columnCount={columnCount} />;
    case 'busy':
      return <BusyLine row={line.row} isTeamNamed={line.isTeamNamed} />;
    case 'notice':
      return <ToldLine row={line.row} />;
    default:
      return line satisfies never;
  }
};

/** Heights in CSS pixels: wide, and where the row has a second part below the first. */
const heightOf = (line: WatchLine, isNarrow: boolean): number => {
  switch (line.kind) {
    case 'head':
    case 'busy-head':
      return 32;
    case 'busy':
      return isNarrow ? 56 : 36;
    case 'note':
      // About so many letters fit into a line.
      return 20 + 16 * Math.ceil((line.text.length + (line.link?.label.length ?? 0)) / (isNarrow ? 58 : 150));
    case 'check':
      return isNarrow ? 78 : 52;
    case 'policy':
      return (isNarrow ? 84 : 52) + (line.row.asides.length > 0 ? 16 : 0);
    default:
      return 52;
  }
};

/** What is down and what fires, then every uptime check and every alert policy, with what is watched of them. */
export const FrontPage = () => {
  const page = usePage();
  const isNarrow = useIsNarrow();
  const [known, busy] = [useWatched(), useBusiest()];
  const watched = useMemo(() => ({ ...known, ...busy }), [known, busy]);
  const grid = useRef<GridHandle>(null);
  const { menu, onMenu } = useWatchMenu(grid, watched);
  const lines = useMemo(() => watchLines(watched), [watched]);
  return (
    <section className="list-side">
      {watched.isNothing && (
        <div className="watch-empty row wrap">
          <Icon name="chart" className="faint" />
          <h2 className="grow">{monitoringWords.empty}</h2>
          <NewWatchButtons connections={watched.connections} />
        </div>
      )}
      <GridList
        ref={grid}
        label={monitoringWords.list}
        lines={lines}
        columnCount={columnCount}
        className="watch-grid"
        heightOf={(line) => heightOf(line, isNarrow)}
        renderLine={Line}
        onOpen={(line) => {
          const href = hrefOfLine(line);
          if (href !== null) page.router.go(href);
        }}
        onMenu={onMenu}
      />
      {menu}
    </section>
  );
};
