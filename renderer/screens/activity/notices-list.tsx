import { useEffect } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { NoticeLine } from '../../components/status/notice-line.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { usePage } from '../../page/page.ts';
import { activityWords } from '../../words/activity.ts';
import { wholeNumber } from '../../words/locale.ts';
import { dayHead, dayNumber } from '../../words/times.ts';

/** The history of notices by day. They count as read once the list has been open for 1.5 s. */
export const NoticesList = () => {
  const { commands } = usePage();
  const { teamId } = useTeam();
  const now = useNow();
  const { run } = useCommand();
  const notices = useRows('notices')
    .filter((notice) => teamId === null || notice.connectionId === null || notice.connectionId === teamId)
    .sort((a, b) => b.atMs - a.atMs);
  const hasUnread = notices.some((notice) => !notice.isRead);
  useEffect(() => {
    if (!hasUnread) return;
    const timer = setTimeout(() => void commands.run({ kind: 'mark-notices-read' }, { isSuccessShown: true }), 1500);
    return () => clearTimeout(timer);
  }, [hasUnread, commands]);
  if (notices.length === 0)
    return (
      <div className="body">
        <EmptyState icon="bell" title={activityWords.noticesEmptyTitle}>
          {activityWords.noticesEmptyDetail}
        </EmptyState>
      </div>
    );
  return (
    <div className="body flush scrolling">
      {[...Map.groupBy(notices, (notice) => dayNumber(notice.atMs))].map(([day, group], index) => (
        <section key={day} aria-label={dayHead(day, now)}>
          <div className="group day">
            <b>{dayHead(day, now)}</b>
            <span className="faint tabular">{wholeNumber(group.length)}</span>
            <span className="grow" />
            {index === 0 && (
              <Button size="small" look="ghost" onClick={() => void run({ kind: 'clear-notices' })}>
                {activityWords.clearAll}
              </Button>
            )}
          </div>
          <ul className="list notices">
            {group.map((notice) => (
              <NoticeLine key={notice.key} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
