import { exactMoment } from '../../../preload/contract/time-words.ts';
import { useNow } from '../../hooks/use-now.ts';
import { ago } from '../../words/times.ts';

/** "6 min ago", kept up to date by the page's clock. The tooltip shows the exact time. */
export const RelativeTime = ({ atMs }: { atMs: number }) => (
  <time dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
    {ago(atMs, useNow())}
  </time>
);
