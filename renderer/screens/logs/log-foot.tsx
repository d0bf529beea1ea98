import { clock } from '../../../preload/contract/time-words.ts';
import { Button } from '../../components/controls/button.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { RelativeTime } from '../../components/status/relative-time.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { logWords } from '../../words/logs.ts';
import type { LogReading } from './log-feed.ts';

const Waiting = ({ retryAtMs }: { retryAtMs: number }) => logWords.waiting(Math.ceil((retryAtMs - useNow('second')) / 1000));

/** How the connection is, in a word or two. */
const Status = ({ state, isFollowing }: { state: LogReading['state']; isFollowing: boolean }) => {
  switch (state?.kind) {
    case 'asking':
      return <span className="quiet">{logWords.asking}</span>;
    case undefined:
    case 'connecting':
      return (
        <span className="row quiet">
          <StatusGlyph name="starting" />
          {logWords.connecting}
        </span>
      );
    case 'live':
      return (
        <span className="row quiet">
          <StatusGlyph name="running" />
          {isFollowing ? logWords.following : logWords.live}
        </span>
      );
    case 'waiting':
      return (
        <span className="row quiet">
          <StatusGlyph name="warn" />
          {state.failure.message} <Waiting retryAtMs={state.retryAtMs} />
        </span>
      );
    case 'ended':
      return (
        <span className="row quiet">
          <StatusGlyph name={state.why === 'over' ? 'done' : 'off'} />
          {logWords.ended(state.why)}
        </span>
      );
    case 'failed':
      return (
        <span className="row quiet">
          <StatusGlyph name="failed" />
          {state.failure.message} {state.failure.nextStep}
        </span>
      );
  }
};

/** The line below a log: whether more comes, how much there is, and what can be done about it. */
export const LogFoot = ({
  reading,
  isFollowing,
  onReadAgain,
}: {
  reading: LogReading;
  isFollowing: boolean;
  onReadAgain: () => void;
}) => {
  const { state, lines, dropped } = reading;
  const sinceMs = lines.find(({ atMs }) => atMs !== null)?.atMs ?? null;
  const lastMs = lines.findLast(({ atMs }) => atMs !== null)?.atMs ?? null;
  const isOver = state?.kind === 'ended' || state?.kind === 'failed';
  return (
    <footer className="log-foot small-text">
      <span role="status" className="log-status">
        <Status state={state} isFollowing={isFollowing} />
      </span>
      {lines.length > 0 && (
        <span className="faint tabular cut">
          {logWords.count(lines.length, sinceMs === null ? null : clock(sinceMs))}
          {lastMs !== null && state?.kind === 'live' && (
            <>
              {', '}
              {logWords.last('')}
              <RelativeTime atMs={lastMs} />
            </>
          )}
          {dropped > 0 && `, ${logWords.dropped(dropped)}`}
        </span>
      )}
      {isOver && lines.length > 0 && (
        <Button size="small" onClick={onReadAgain}>
          {state.kind === 'failed' ? logWords.tryAgain : state.why === 'over' ? logWords.readAgain : logWords.goOn}
        </Button>
      )}
      <span className="grow" />
      <span className="faint nowrap wide">{logWords.kept}</span>
    </footer>
  );
};
