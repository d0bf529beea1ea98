import { classNames } from '../components/class-names.ts';
import { KeyCaps } from '../components/controls/key-cap.tsx';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { BuoyMark } from '../components/icons/buoy-mark.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { StatusGlyph } from '../components/icons/status-glyph.tsx';
import { Monogram } from '../components/status/monogram.tsx';
import { RelativeTime } from '../components/status/relative-time.tsx';
import { useRoute } from '../hooks/use-route.ts';
import { useMeta, useTeam } from '../hooks/use-view.ts';
import { useOpenPalette } from '../page/openers.ts';
import { allTeams, usePage } from '../page/page.ts';
import { viewIcons } from '../routes/nav.ts';
import { entryOf, hrefOf, type MainView, mainViews } from '../routes/routes.ts';
import { wholeNumber } from '../words/locale.ts';
import { frameWords, viewNames } from '../words/views.ts';
import { type Counts, useCounts } from './counts.ts';

/** Chooses the team that the views are limited to, and leads to adding another one. */
const TeamSwitcher = () => {
  const { team, router } = usePage();
  const { teamId, all, connections } = useTeam();
  const current = teamId === null ? undefined : connections[0];
  const entries: MenuEntry[] = [
    { kind: 'item', label: frameWords.allTeams, isChecked: teamId === null, onSelect: () => team.set(allTeams) },
    ...all.map(
      (connection): MenuEntry => ({
        kind: 'item',
        label: connection.teamName,
        lead: <Monogram letters={connection.monogram} size="small" />,
        isChecked: connection.id === teamId,
        onSelect: () => team.set(connection.id),
      }),
    ),
    { kind: 'separator' },
    { kind: 'item', label: frameWords.addConnection, icon: 'plus', onSelect: () => router.go(hrefOf('welcome')) },
  ];
  return (
    <Menu
      className="team-menu"
      entries={entries}
      trigger={
        <button type="button" className="switch">
          <BuoyMark className="mark" />
          {current && <Monogram letters={current.monogram} />}
          <span className="name cut grow">{current?.teamName ?? frameWords.allTeams}</span>
          <span className="unseen">, {frameWords.switchTeam}</span>
          <Icon name="up-down" size="sm" className="faint" />
        </button>
      }
    />
  );
};

const Count = ({ view, counts }: { view: MainView; counts: Counts }) => {
  if (view === 'overview' && counts.attention > 0)
    return (
      <span className="count urgent">
        {wholeNumber(counts.attention)}
        <span className="unseen">, {frameWords.needAttention(counts.attention)}</span>
      </span>
    );
  if (view === 'activity' && counts.running > 0)
    return (
      <span className="count accent">
        <StatusGlyph name="running" className="tiny" />
        {wholeNumber(counts.running)}
      </span>
    );
  const count = view === 'droplets' ? counts.droplets : view === 'resources' ? counts.resources : 0;
  return count > 0 ? <span className="count">{wholeNumber(count)}</span> : null;
};

const NavLink = ({ view, isCurrent, counts }: { view: MainView; isCurrent: boolean; counts: Counts }) => (
  <a
    href={hrefOf(view)}
    className={classNames(isCurrent && 'on')}
    aria-current={isCurrent ? 'page' : undefined}
    aria-keyshortcuts={`Control+${mainViews.indexOf(view) + 1}`}
  >
    <Icon name={viewIcons[view]} />
    {viewNames[view]}
    <Count view={view} counts={counts} />
  </a>
);

/** Where no tray shows Buoy: the tray's menu as a page, and Quit where Buoy would go on unseen. */
const WithoutTray = () => {
  const { bridge } = usePage();
  const { capabilities, missingTray } = useMeta();
  if (capabilities.tray) return null;
  return (
    <div className="row small-text spread">
      <a className="link" href={hrefOf('tray')}>
        {frameWords.trayMenu}
      </a>
      {missingTray !== null && (
        <button type="button" className="link" onClick={() => void bridge.quit({})}>
          {frameWords.quit}
        </button>
      )}
    </div>
  );
};

/** The request budget of the team with the least left, and the age of what is shown. */
const Foot = () => {
  const { connections } = useTeam();
  const withBudget = connections.flatMap((connection) => (connection.budget ? [{ connection, budget: connection.budget }] : []));
  const least = withBudget.sort((a, b) => a.budget.remaining / a.budget.limit - b.budget.remaining / b.budget.limit)[0];
  const reads = connections.flatMap((connection) => connection.droplets.fetchedAtMs ?? []);
  const fraction = least ? Math.max(0, Math.min(1, least.budget.remaining / least.budget.limit)) : 0;
  return (
    <>
      {least && (
        <>
          <div className="row tiny-text faint tabular spread">
            <span>{frameWords.requestsLeft(withBudget.length > 1 ? least.connection.monogram : null)}</span>
            <span>{frameWords.leftOf(least.budget.remaining, least.budget.limit)}</span>
          </div>
          <div
            role="meter"
            aria-label={frameWords.budgetLabel(least.connection.teamName, fraction)}
            aria-valuemin={0}
            aria-valuemax={least.budget.limit}
            aria-valuenow={least.budget.remaining}
            className={classNames('meter', fraction < 0.1 ? 'warn' : 'calm')}
          >
            <i style={{ width: `${fraction * 100}%` }} />
          </div>
        </>
      )}
      <div className="tiny-text faint">
        {reads.length === 0 ? (
          frameWords.notUpdatedYet
        ) : (
          <>
            {frameWords.updated('')}
            <RelativeTime atMs={Math.min(...reads)} />
          </>
        )}
      </div>
    </>
  );
};

/** Links to every view, and what all views share: team, palette, budget and age. */
export const SideBar = () => {
  const route = useRoute();
  const counts = useCounts();
  const openPalette = useOpenPalette();
  return (
    <aside className="side">
      <TeamSwitcher />
      <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Control+K">
        <Icon name="search" size="sm" />
        <span className="grow">{frameWords.findOrRun}</span>
        <KeyCaps keys={['Mod', 'K']} />
      </button>
      <nav className="nav" aria-label={frameWords.views}>
        {mainViews.map((view) => (
          <NavLink key={view} view={view} isCurrent={entryOf(route.view) === view} counts={counts} />
        ))}
      </nav>
      <div className="foot">
        <WithoutTray />
        <Foot />
      </div>
    </aside>
  );
};
