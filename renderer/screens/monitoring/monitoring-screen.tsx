import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { AttentionList } from '../../components/status/attention-list.tsx';
import { NoticeLine } from '../../components/status/notice-line.tsx';
import { ViewBar } from '../../components/view-bar/view-bar.tsx';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { attentionOf } from '../../readings/attention.ts';
import { wholeNumber } from '../../words/locale.ts';
import { monitoringWords } from '../../words/overview.ts';
import { viewNames } from '../../words/views.ts';

const watchedAttention = new Set(['droplet-down', 'uptime', 'alert']);
const watchedNotices = new Set(['droplet-down', 'uptime-down', 'uptime-up', 'alert-fired', 'alert-cleared']);
const noticesAtMost = 30;

/** The alerts and checks that fire now, and those that fired while Buoy watched. */
export const MonitoringScreen = () => {
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
      <ViewBar title={viewNames.monitoring} />
      <div className="body scrolling">
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
      </div>
    </>
  );
};
