import '../../styles/monitoring.css';
import { useMemo, useRef } from 'react';
import { useKnownSparks } from '../../charts/use-known-sparks.ts';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { type GridHandle, GridList } from '../../components/lists/grid-list.tsx';
import { GroupHead } from '../../components/lists/list-row.tsx';
import { useIsNarrow } from '../../hooks/use-media.ts';
import { useRows, useSingle, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { attentionOf } from '../../readings/attention.ts';
import { operationRoute } from '../../routes/operation-route.ts';
import { hrefOf } from '../../routes/routes.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { askedFor, busiestOf } from './busiest.ts';
import { BusyHead, BusyLine } from './busy-line.tsx';
import { CheckLine } from './check-line.tsx';
import { FiringLine, ToldLine } from './firing-line.tsx';
import { isAllRead, type Watched, type WatchLine, watchLines } from './lines.ts';
import { PolicyLine } from './policy-line.tsx';
import { hrefOfLine, useWatchMenu } from './use-watch-menu.tsx';

const watchedAttention = new Set(['droplet-down', 'uptime', 'alert']);
const watchedNotices = new Set(['droplet-down', 'uptime-down', 'uptime-up', 'alert-fired', 'alert-cleared']);
const noticesAtMost = 30;
const columnCount = 4;

/** The busiest droplets of the shown teams. */
const useBusiest = (teamId: string | null): Pick<Watched, 'busiest' | 'asked' | 'hasSparks'> => {
  const { hasSparks } = useSingle('settings').polling;
  const [all, measuredRows] = [useRows('droplets'), useRows('measured')];
  const droplets = useMemo(() => all.filter((one) => teamId === null || one.connectionId === teamId), [all, teamId]);
  const measured = useMemo(() => new Map(measuredRows.map((row) => [row.key, row])), [measuredRows]);
  const keys = useMemo(() => droplets.map(({ key }) => key), [droplets]);
  const sparks = useKnownSparks(keys);
  return useMemo(() => {
    const asked = hasSparks ? askedFor({ droplets, measured }) : [];
    return { asked, hasSparks, busiest: busiestOf({ droplets, measured, sparks, asked }) };
  }, [droplets, measured, sparks, hasSparks]);
};

/** What is watched of the shown teams. */
const useWatched = (): Watched => {
  const { teamId, connections } = useTeam();
  const attention = useRows('attention');
  const [checks, policies, watching] = [useRows('checks'), useRows('policies'), useRows('watching')];
  const notices = useRows('notices');
  const busiest = useBusiest(teamId);
  return useMemo(() => {
    const isShown = ({ connectionId }: { connectionId: string | null }) => teamId === null || connectionId === teamId;
    return {
      connections,
      firing: attentionOf(attention, teamId).filter((row) => watchedAttention.has(row.kind)),
      checks: checks.filter(isShown),
      policies: policies.filter(isShown),
      watching,
      notices: notices
        .filter((notice) => watchedNotices.has(notice.kind) && isShown(notice))
        .sort((a, b) => b.atMs - a.atMs)
        .slice(0, noticesAtMost),
      ...busiest,
    };
  }, [teamId, connections, attention, checks, policies, watching, notices, busiest]);
};

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

/** Links to the forms that make a check and a policy. If several teams are shown, a person chooses the team there. */
export const NewButtons = ({ isSmall = false }: { isSmall?: boolean }) => {
  const { connections } = useTeam();
  const connectionId = connections.length === 1 ? connections[0]?.id : undefined;
  if (connections.length === 0) return null;
  return (
    <>
      <a className={isSmall ? 'btn small not-tiny' : 'btn'} href={operationRoute('uptime_create_check', { connectionId })}>
        <Icon name="plus" size="sm" />
        {monitoringWords.newCheck}
      </a>
      <a
        className={isSmall ? 'btn small not-tiny' : 'btn'}
        href={operationRoute('monitoring_create_alertPolicy', { connectionId })}
      >
        <Icon name="plus" size="sm" />
        {monitoringWords.newPolicy}
      </a>
    </>
  );
};

/** What is down and what fires, then every uptime check and every alert policy, with what is watched of them. */
export const FrontPage = () => {
  const page = usePage();
  const isNarrow = useIsNarrow();
  const watched = useWatched();
  const grid = useRef<GridHandle>(null);
  const { menu, onMenu } = useWatchMenu(grid, watched);
  const lines = useMemo(() => watchLines(watched), [watched]);
  const { connections, firing, checks, policies, notices } = watched;
  if (firing.length + checks.length + policies.length + notices.length === 0 && isAllRead(connections)) {
    return (
      <EmptyState icon="chart" title={monitoringWords.emptyTitle} buttons={<NewButtons />}>
        {monitoringWords.emptyDetail}
      </EmptyState>
    );
  }
  return (
    <section className="list-side">
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
