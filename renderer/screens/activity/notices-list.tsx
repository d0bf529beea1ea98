import { useState } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { NoticeLine } from '../../components/status/notice-line.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useRows, useTeam } from '../../hooks/use-view.ts';
import { type NoticeSection, noticeSections } from '../../readings/notice-sections.ts';
import { activityWords } from '../../words/activity.ts';
import { dayHead } from '../../words/times.ts';
import { NoticesBar } from './notices-bar.tsx';

const ClearAll = () => {
  const { run } = useCommand();
  return (
    <Button size="small" look="ghost" onClick={() => void run({ kind: 'clear-notices' })}>
      {activityWords.clearAll}
    </Button>
  );
};

const Section = ({ section: { day, rows, facts }, isFirst }: { section: NoticeSection; isFirst: boolean }) => {
  const now = useNow();
  const title = day === null ? activityWords.stillTrue : dayHead(day, now);
  return (
    <section aria-label={title}>
      <div className="group day">
        <b>{title}</b>
        <span className="faint tabular">{activityWords.factsInRows(facts, rows.length)}</span>
        <span className="grow" />
        {isFirst && <ClearAll />}
      </div>
      <ul className="list notices">
        {rows.map((row) => (
          <NoticeLine key={row.key} notice={row} />
        ))}
      </ul>
    </section>
  );
};

/** The history of notices: what is still true, then the rest by day. A notice counts as read once it was followed or opened. */
export const NoticesList = () => {
  const { teamId } = useTeam();
  const rows = useRows('notices');
  const [kind, setKind] = useState<string | null>(null);
  const sections = noticeSections(rows, { teamId, kind });
  if (rows.length === 0)
    return (
      <div className="body">
        <EmptyState icon="bell" title={activityWords.noticesEmptyTitle}>
          {activityWords.noticesEmptyDetail}
        </EmptyState>
      </div>
    );
  return (
    <div className="body flush">
      <section className="list-side" aria-label={activityWords.notices}>
        <NoticesBar kind={kind} unread={rows.filter((row) => !row.isRead).length} onKind={setKind} />
        {sections.length === 0 ? (
          <EmptyState icon="search" title={activityWords.noNoticeTitle}>
            {activityWords.noNoticeDetail}
          </EmptyState>
        ) : (
          <div className="scrolling grow">
            {sections.map((section, index) => (
              <Section key={section.day} section={section} isFirst={index === 0} />
            ))}
          </div>
        )}
      </section>
    </div>
  );
};
