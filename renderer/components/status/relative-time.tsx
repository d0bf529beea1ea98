import { useNow } from '../../hooks/use-now.ts';
import { ago, exactMoment } from '../../words/times.ts';

/** "6 min ago", kept true by the page's one clock; the exact moment as tooltip. */
export const RelativeTime = ({ atMs }: { atMs: number }) => (
  <time dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
    {ago(atMs, useNow())}
  </time>
);
