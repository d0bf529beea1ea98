import { type ReactNode, useState } from 'react';
import type { NoticePartRow, NoticeRow } from '../../../preload/contract/notice.ts';
import { clock, exactMoment } from '../../../preload/contract/time-words.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useMeta, useRow } from '../../hooks/use-view.ts';
import { noticeLook } from '../../readings/looks.ts';
import { keysOf } from '../../readings/notice-sections.ts';
import { activityWords } from '../../words/activity.ts';
import { wholeNumber } from '../../words/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { LookIcon } from '../icons/look.tsx';
import { Monogram } from './monogram.tsx';
import { NoticeButtons } from './notice-buttons.tsx';

/** Title and detail, and the way that a click takes. */
const Way = ({ route, onUsed, children }: { route: string | null; onUsed: () => void; children: ReactNode }) =>
  route === null ? (
    <span className="two-lines grow">{children}</span>
  ) : (
    <a className="two-lines grow stretched" href={route} onClick={onUsed}>
      {children}
    </a>
  );

const Told = ({ atMs }: { atMs: number }) => (
  <time className="small-text faint tabular nowrap" title={exactMoment(atMs)}>
    {clock(atMs)}
  </time>
);

/** One fact of several, indented below their line. */
const PartLine = ({ part, onUsed }: { part: NoticePartRow; onUsed: () => void }) => (
  <li className="part">
    <Way route={part.route} onUsed={onUsed}>
      <span className="small-text cut" title={part.title}>
        {part.title} <span className="faint">· {part.body}</span>
      </span>
    </Way>
    <NoticeButtons part={part} onUsed={onUsed} />
    <Told atMs={part.atMs} />
  </li>
);

/**
 * One line of the history: what was said, which team it is about, what can be done about it, and whether it was kept off the
 * desktop. A line about several opens to its parts.
 */
export const NoticeLine = ({ notice }: { notice: NoticeRow }) => {
  const team = useRow('connections', notice.connectionId);
  const { noticeKinds } = useMeta();
  const { run } = useCommand();
  const [isOpen, setOpen] = useState(false);
  const markRead = () => {
    if (!notice.isRead) void run({ kind: 'mark-notices-read', keys: keysOf(notice) });
  };
  const missing = notice.count - notice.parts.length;
  return (
    <>
      <li className={notice.isRead ? undefined : 'unread'}>
        <span className="lead">
          <LookIcon look={noticeLook(noticeKinds.find(({ kind }) => kind === notice.kind))} />
        </span>
        <Way route={notice.route} onUsed={markRead}>
          <span className="medium cut" title={notice.title}>
            {!notice.isRead && <span className="unseen">{activityWords.unread} </span>}
            {notice.title}
          </span>
          <span className="small-text faint cut" title={notice.body}>
            {notice.body}
          </span>
        </Way>
        {notice.isSilent && <span className="tag wide">{activityWords.silent}</span>}
        <NoticeButtons part={notice} onUsed={markRead} />
        {notice.count > 1 && notice.parts.length === 0 && <span className="tag">{wholeNumber(notice.count)}</span>}
        {notice.parts.length > 0 && (
          <button
            type="button"
            className="notice-count over"
            aria-expanded={isOpen}
            aria-label={activityWords.partsOf(notice.title, notice.count)}
            onClick={() => {
              markRead();
              setOpen(!isOpen);
            }}
          >
            <span className="tag">{wholeNumber(notice.count)}</span>
            <Icon name={isOpen ? 'down' : 'right'} size="sm" />
          </button>
        )}
        {team && <Monogram letters={team.monogram} name={team.teamName} />}
        <Told atMs={notice.atMs} />
      </li>
      {isOpen && notice.parts.map((part) => <PartLine key={part.key} part={part} onUsed={markRead} />)}
      {isOpen && missing > 0 && <li className="part small-text faint">{activityWords.moreParts(missing)}</li>}
    </>
  );
};
