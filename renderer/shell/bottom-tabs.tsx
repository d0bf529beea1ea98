import { classNames } from '../components/class-names.ts';
import { Menu, type MenuEntry } from '../components/controls/menu.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { useRoute } from '../hooks/use-route.ts';
import { useMeta, useTeam } from '../hooks/use-view.ts';
import { allTeams, usePage } from '../page/page.ts';
import { viewIcons } from '../routes/nav.ts';
import { entryOf, hrefOf, type MainView } from '../routes/routes.ts';
import { wholeNumber } from '../words/locale.ts';
import { frameWords, viewNames } from '../words/views.ts';
import { useCounts } from './counts.ts';

const tabs = ['overview', 'droplets', 'activity', 'billing'] as const satisfies MainView[];
const behindMore = ['resources', 'monitoring', 'operations', 'settings'] as const satisfies MainView[];

/** Replaces the side bar in the narrow window: tabs for four views, and More for the other views and the teams. */
export const BottomTabs = () => {
  const { bridge, router, team } = usePage();
  const { capabilities, missingTray } = useMeta();
  const route = useRoute();
  const { attention } = useCounts();
  const { all, teamId } = useTeam();
  const isBehindMore = behindMore.some((view) => view === entryOf(route.view));
  const teams: MenuEntry[] =
    all.length < 2
      ? []
      : [
          { kind: 'separator' },
          { kind: 'heading', label: frameWords.switchTeam },
          { kind: 'item', label: frameWords.allTeams, isChecked: teamId === null, onSelect: () => team.set(allTeams) },
          ...all.map(
            (connection): MenuEntry => ({
              kind: 'item',
              label: connection.teamName,
              isChecked: connection.id === teamId,
              onSelect: () => team.set(connection.id),
            }),
          ),
        ];
  const entries: MenuEntry[] = [
    ...behindMore.map(
      (view): MenuEntry => ({
        kind: 'item',
        label: viewNames[view],
        icon: viewIcons[view],
        onSelect: () => router.go(hrefOf(view)),
      }),
    ),
    ...(capabilities.tray
      ? []
      : [{ kind: 'item', label: frameWords.trayMenu, icon: 'window', onSelect: () => router.go(hrefOf('tray')) } as const]),
    ...(missingTray === null
      ? []
      : [{ kind: 'item', label: frameWords.quit, icon: 'quit', onSelect: () => void bridge.quit({}) } as const]),
    ...teams,
  ];
  return (
    <nav className="tabs" aria-label={frameWords.views}>
      {tabs.map((view) => (
        <a
          key={view}
          href={hrefOf(view)}
          className={classNames(route.view === view && 'on')}
          aria-current={route.view === view ? 'page' : undefined}
        >
          <Icon name={viewIcons[view]} />
          {viewNames[view]}
          {view === 'overview' && attention > 0 && <span className="count">{wholeNumber(attention)}</span>}
        </a>
      ))}
      <Menu
        align="end"
        entries={entries}
        trigger={
          <button type="button" className={classNames('tab', isBehindMore && 'on')}>
            <Icon name="more" />
            {frameWords.more}
          </button>
        }
      />
    </nav>
  );
};
