import type { NoticeRow } from '../../../preload/contract/view.ts';
import { useMeta, useRow } from '../../hooks/use-view.ts';
import { noticeLook } from '../../readings/looks.ts';
import { activityWords } from '../../words/activity.ts';
import { clockTime } from '../../words/times.ts';
import { LookIcon } from '../icons/look.tsx';
import { Monogram } from './monogram.tsx';

/** One notice of the history: what it said, which team it is about, and whether it was kept off the desktop. */
export const NoticeLine = ({ notice }: { notice: NoticeRow }) => {
  const team = useRow('connections', notice.connectionId);
  const { noticeKinds } = useMeta();
  const words = (
    <>
      <span className="medium cut">
        {notice.title}
        {notice.count > 1 && <span className="faint"> · {activityWords.times(notice.count)}</span>}
      </span>
      <span className="small-text faint cut">{notice.body}</span>
    </>
  );
  return (
    <li className={notice.isRead ? undefined : 'unread'}>
      <span className="lead">
        <LookIcon look={noticeLook(noticeKinds.find(({ kind }) => kind === notice.kind))} />
      </span>
      {notice.route === null ? (
        <span className="two-lines grow">{words}</span>
      ) : (
        <a className="two-lines grow stretched" href={notice.route}>
          {words}
        </a>
      )}
      {notice.isSilent && <span className="tag wide">{activityWords.silent}</span>}
      {team && <Monogram letters={team.monogram} name={team.teamName} />}
      <span className="small-text faint tabular nowrap">{clockTime(notice.atMs)}</span>
    </li>
  );
};
