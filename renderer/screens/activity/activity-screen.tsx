import { IconButton } from '../../components/controls/button.tsx';
import { Segments } from '../../components/controls/choices.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useRoute } from '../../hooks/use-route.ts';
import { useRows } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { activityWords } from '../../words/activity.ts';
import { frameWords, viewNames } from '../../words/views.ts';
import { ActionsList } from './actions-list.tsx';
import { NoticesList } from './notices-list.tsx';
import { QuietMenu } from './quiet-menu.tsx';

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
        {list === 'actions' && <QuietMenu trigger={(label) => <IconButton icon="moon" label={label} className="not-tiny" />} />}
      </ViewBar>
      {list === 'actions' ? <ActionsList openKey={route.view === 'activity' ? route.actionKey : null} /> : <NoticesList />}
    </>
  );
};
