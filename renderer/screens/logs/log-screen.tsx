import '../../styles/logs.css';
import { useMemo, useState } from 'react';
import { type LogSource, logRoute, logSourceOf } from '../../../preload/contract/log-route.ts';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useRoute } from '../../hooks/use-route.ts';
import { usePage } from '../../page/page.ts';
import { familyHref } from '../../routes/resource-place.ts';
import { logWords } from '../../words/logs.ts';
import { type LogSearch, LogView } from './log-view.tsx';
import { useLogApp } from './use-log.ts';

const NoLog = () => (
  <>
    <ViewBar title={logWords.title} hasRefresh={false} />
    <div className="body">
      <EmptyState
        icon="terminal"
        title={logWords.noPlace}
        buttons={
          <a className="btn" href={familyHref('apps_list')}>
            {logWords.apps}
          </a>
        }
      >
        {logWords.noPlaceDetail}
      </EmptyState>
    </div>
  </>
);

const LogOfApp = ({ source }: { source: LogSource }) => {
  const { router } = usePage();
  const app = useLogApp(source);
  const [search, setSearch] = useState<LogSearch>({ query: '', isOnlyHits: false });
  return (
    <LogView
      key={logRoute(source)}
      source={source}
      app={app}
      search={search}
      onSearch={setSearch}
      // What is chosen above a log is another place, but no step of its own on the way back.
      onSource={(change) => router.go(logRoute({ ...source, ...change }), { isReplacing: true })}
    />
  );
};

/** The log that the address names. */
export const LogScreen = () => {
  const route = useRoute();
  const path = route.view === 'logs' ? route.path.join('/') : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path as text, since an address makes a new object each time.
  const source = useMemo(() => (route.view === 'logs' ? logSourceOf(route.path) : null), [path]);
  return source === null ? <NoLog /> : <LogOfApp key={`${source.connectionId} ${source.appId}`} source={source} />;
};
