import { lazy, Suspense } from 'react';
import { Segments } from '../../components/controls/choices.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { AttentionList } from '../../components/status/attention-list.tsx';
import { NoticeLine } from '../../components/status/notice-line.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useRoute } from '../../hooks/use-route.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { attentionOf } from '../../readings/attention.ts';
import { hrefOf } from '../../routes/routes.ts';
import { wholeNumber } from '../../words/locale.ts';
import { monitoringWords } from '../../words/overview.ts';
import { viewNames } from '../../words/views.ts';

const CompareCharts = lazy(async () => ({ default: (await import('./compare-charts.tsx')).CompareCharts }));

const sections = [
  { value: 'now', label: monitoringWords.now },
  { value: 'charts', label: monitoringWords.charts },
] as const;

const watchedAttention = new Set(['droplet-down', 'uptime', 'alert']);
const watchedNotices = new Set(['droplet-down', 'uptime-down', 'uptime-up', 'alert-fired', 'alert-cleared']);
const noticesAtMost = 30;

/** The alerts and checks that fire now, and those that fired while Buoy watched. */
const Firing = () => {
  const { teamId, connections } = useTeam();
  const isAllRead = connections.every(({ unread }) => !unread.some(({ what }) => what === 'uptime' || what === 'alerts'));
  const noneTitle = isAllRead ? monitoringWords.noneTitle : monitoringWords.noneAsRead;
  const firing = attentionOf(useRows('attention'), teamId).filter((row) => watchedAttention.has(row.kind));
  const notices = useRows('notices')
    .filter((notice) => watchedNotices.has(notice.kind) && (teamId === null || notice.connectionId === teamId))
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, noticesAtMost);
  return (
    <>
      {firing.length === 0 && notices.length === 0 ? (
        <EmptyState icon={isAllRead ? 'well' : 'info'} title={noneTitle}>
          {monitoringWords.noneDetail}
        </EmptyState>
      ) : (
        <div className="stack column">
          <section className="card" aria-labelledby="firing-title">
            <header>
              <h2 id="firing-title">{monitoringWords.firing}</h2>
              {firing.length > 0 && <span className="faint tabular">{wholeNumber(firing.length)}</span>}
            </header>
            {firing.length > 0 ? <AttentionList rows={firing} /> : <div className="quiet-line faint">{noneTitle}.</div>}
          </section>
          <section className="card" aria-labelledby="lately-title">
            <header>
              <h2 id="lately-title">{monitoringWords.notices}</h2>
            </header>
            {notices.length === 0 ? (
              <div className="quiet-line faint">{monitoringWords.noticesNone}</div>
            ) : (
              <ul className="list">
                {notices.map((notice) => (
                  <NoticeLine key={notice.key} notice={notice} />
                ))}
              </ul>
            )}
          </section>
        </div>
      )}
    </>
  );
};

/** What fires now, or charts side by side. */
export const MonitoringScreen = () => {
  const { router } = usePage();
  const route = useRoute();
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
      </ViewBar>
      <div className="body scrolling">
        {section === 'now' ? (
          <Firing />
        ) : (
          <Suspense fallback={null}>
            <CompareCharts />
          </Suspense>
        )}
      </div>
    </>
  );
};
