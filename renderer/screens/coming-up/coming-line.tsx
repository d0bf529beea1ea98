import { memo } from 'react';
import type { ComingDeed, ComingRow } from '../../../preload/contract/coming.ts';
import { exactMoment, shortDay, untilOrAgo } from '../../../preload/contract/time-words.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Menu } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRow } from '../../hooks/use-view.ts';
import { useJobs } from '../../jobs/job-host.tsx';
import { usePage } from '../../page/page.ts';
import { comingIcons } from '../../readings/coming.ts';
import { comingWords, dayBelow } from '../../words/coming.ts';
import { inOneLine } from '../../words/sentences.ts';

/** The day, and below it what tells it from others. */
const Day = ({ atMs, isDay, nowMs }: { atMs: number; isDay: boolean; nowMs: number }) => (
  <time className="two-lines coming-day" dateTime={new Date(atMs).toISOString()} {...(isDay ? {} : { title: exactMoment(atMs) })}>
    <span className="tabular medium nowrap">{shortDay(atMs, atMs)}</span>
    <span className="tiny-text faint">{dayBelow(atMs, nowMs)}</span>
  </time>
);

/** Something that is coming up: its day, what it is, how long it takes, and what can be done about it. */
export const ComingLine = memo(({ rowKey }: { rowKey: string }) => {
  const row = useRow('coming', rowKey);
  return row ? <Line row={row} /> : null;
});

const Line = ({ row }: { row: ComingRow }) => {
  const { title, detail, atMs, endsAtMs, isDay, isNear, kind, deeds, route, connectionId } = row;
  const now = useNow();
  const team = useRow('connections', connectionId);
  const { router } = usePage();
  const { ask } = useJobs();
  const act = (deed: ComingDeed) => (deed.kind === 'job' ? ask(deed.name, deed.thing) : router.go(deed.route));
  const hasHours = atMs !== null && (kind === 'maintenance' || kind === 'backups');
  const hours = hasHours ? comingWords.hours(atMs, endsAtMs) : null;
  const [first, ...others] = deeds;
  const about = inOneLine([team?.label, hours, detail].filter((part) => part !== ''));
  return (
    <li className={isNear ? 'coming-line near' : 'coming-line'}>
      {atMs === null ? <span className="coming-day" /> : <Day atMs={atMs} isDay={isDay} nowMs={now} />}
      <Icon name={comingIcons[kind]} className={isNear ? 'warn' : 'faint'} />
      <span className="two-lines grow">
        <a className="medium cut stretched" href={route} title={title}>
          {title}
        </a>
        <span className="small-text faint cut" title={about}>
          {about}
        </span>
      </span>
      <span className={`small-text tabular nowrap right coming-until ${isNear ? 'warn medium' : 'quiet'}`}>
        {atMs !== null && untilOrAgo({ atMs, endsAtMs, isDay }, now)}
      </span>
      <span className="row over coming-deeds">
        {first && (
          <Button size="small" aria-label={`${first.label} ${title}`} onClick={() => act(first)}>
            {first.label}
          </Button>
        )}
        {others.length > 0 && (
          <Menu
            align="end"
            entries={others.map((deed) => ({ kind: 'item', label: deed.label, onSelect: () => act(deed) }))}
            trigger={<IconButton icon="more" size="small" label={comingWords.more(title)} />}
          />
        )}
      </span>
    </li>
  );
};
