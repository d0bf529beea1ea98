import { lazy, Suspense } from 'react';
import { Segments } from '../../components/controls/choices.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useRoute } from '../../hooks/use-route.ts';
import { usePage } from '../../page/page.ts';
import { hrefOf } from '../../routes/routes.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { viewNames } from '../../words/views.ts';
import { FrontPage } from './front-page.tsx';
import { NewWatchButtons } from './new-watch-buttons.tsx';
import { useWatched } from './use-watched.ts';

const CompareCharts = lazy(async () => ({ default: (await import('./compare-charts.tsx')).CompareCharts }));

const sections = [
  { value: 'now', label: monitoringWords.now },
  { value: 'charts', label: monitoringWords.charts },
] as const;

/** What is watched and what needs a person now, or charts side by side. */
export const MonitoringScreen = () => {
  const { router } = usePage();
  const route = useRoute();
  const { connections, isNothing } = useWatched();
  const section = route.view === 'monitoring' && route.path[0] === 'charts' ? 'charts' : 'now';
  return (
    <>
      <ViewBar title={viewNames.monitoring}>
        <Segments
          label={monitoringWords.section}
          options={sections}
          value={section}
          onChange={(next) => router.go(next === 'now' ? hrefOf('monitoring') : hrefOf('monitoring', 'charts'))}
        />
        {section === 'now' && !isNothing && <NewWatchButtons connections={connections} isInBar />}
      </ViewBar>
      {section === 'now' ? (
        <div className="body flush">
          <FrontPage />
        </div>
      ) : (
        <div className="body scrolling">
          <Suspense fallback={null}>
            <CompareCharts />
          </Suspense>
        </div>
      )}
    </>
  );
};
