import { IconButton } from '../../components/controls/button.tsx';
import { Segments } from '../../components/controls/choices.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRoute } from '../../hooks/use-route.ts';
import { useRows, useSingle } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { activityWords } from '../../words/activity.ts';
import { tomorrowAt, untilTime } from '../../words/times.ts';
import { frameWords, viewNames } from '../../words/views.ts';
import { ActionsList } from './actions-list.tsx';
import { NoticesList } from './notices-list.tsx';

const hour = 3_600_000;

const SnoozeMenu = () => {
  const { notices } = useSingle('settings');
  const now = useNow();
  const { run } = useCommand();
  const snooze = (snoozedUntilMs: number | null) => void run({ kind: 'update-settings', patch: { notices: { snoozedUntilMs } } });
  const isSnoozed = notices.snoozedUntilMs !== null && notices.snoozedUntilMs > now;
  const entries: MenuEntry[] = [
    { kind: 'item', label: activityWords.snoozeHour, onSelect: () => snooze(now + hour) },
    { kind: 'item', label: activityWords.snoozeTomorrow, onSelect: () => snooze(tomorrowAt(now, 8)) },
    ...(isSnoozed
      ? ([{ kind: 'separator' }, { kind: 'item', label: activityWords.snoozeOff, onSelect: () => snooze(null) }] as const)
      : []),
  ];
  const label =
    isSnoozed && notices.snoozedUntilMs !== null
      ? activityWords.snoozedUntil(untilTime(notices.snoozedUntilMs, now))
      : activityWords.snooze;
  return <Menu align="end" entries={entries} trigger={<IconButton icon="moon" label={label} className="not-tiny" />} />;
};

/** What ran, who started it and how it ended; and the notices that Buoy gave. */
export const ActivityScreen = () => {
  const { router } = usePage();
  const route = useRoute();
  const list = route.view === 'activity' ? route.list : 'actions';
  const unread = useRows('notices').filter((notice) => !notice.isRead).length;
  return (
    <>
      <ViewBar title={viewNames.activity}>
        <Segments
          label={activityWords.lists}
          options={[
            { value: 'actions', label: activityWords.actions },
            { value: 'notices', label: unread > 0 ? `${frameWords.notices} ${unread}` : activityWords.notices },
          ]}
          value={list}
          onChange={(next) => router.go(next === 'actions' ? hrefOf('activity') : hrefOf('activity', 'notices'))}
        />
        <SnoozeMenu />
      </ViewBar>
      {list === 'actions' ? <ActionsList openKey={route.view === 'activity' ? route.actionKey : null} /> : <NoticesList />}
    </>
  );
};
