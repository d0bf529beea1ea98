import type { LogSource } from '../../../preload/contract/log-route.ts';
import { Button } from '../../components/controls/button.tsx';
import { EmptyState } from '../../components/feedback/empty-state.tsx';
import { FailureState } from '../../components/feedback/failure-state.tsx';
import { useDelayed } from '../../hooks/use-delayed.ts';
import { logWords } from '../../words/logs.ts';
import type { LogReading } from './log-feed.ts';

const Opening = ({ text }: { text: string }) =>
  useDelayed(true) ? (
    <p className="waiting small-text faint" role="status">
      {text}
    </p>
  ) : null;

/** What stands in place of lines where none are shown, and why. */
export const LogStage = ({
  source,
  reading,
  isCleared,
  isSearched,
  onAllow,
  onReadAgain,
}: {
  source: LogSource;
  reading: LogReading;
  isCleared: boolean;
  isSearched: boolean;
  onAllow: (host: string) => void;
  onReadAgain: () => void;
}) => {
  const { state, lines } = reading;
  if (lines.length > 0 && isSearched) {
    return (
      <EmptyState icon="search" title={logWords.noMatch}>
        {logWords.noMatchDetail}
      </EmptyState>
    );
  }
  if (isCleared) {
    return (
      <EmptyState icon="empty" title={logWords.cleared}>
        {logWords.clearedDetail}
      </EmptyState>
    );
  }
  const again = <Button onClick={onReadAgain}>{logWords.tryAgain}</Button>;
  switch (state?.kind) {
    case undefined:
    case 'connecting':
      return <Opening text={state === null ? logWords.opening : logWords.reading} />;
    case 'asking':
      return (
        <EmptyState
          icon="globe"
          title={logWords.asks(state.host)}
          buttons={<Button onClick={() => onAllow(state.host)}>{logWords.allow(state.host)}</Button>}
        >
          {logWords.asksDetail}
        </EmptyState>
      );
    case 'live':
      return (
        <EmptyState icon="terminal" title={logWords.quiet}>
          {logWords.quietDetail}
        </EmptyState>
      );
    case 'waiting':
    case 'failed':
      return <FailureState failure={state.failure} what={logWords.failedWhat} buttons={again} />;
    case 'ended':
      return (
        <EmptyState
          icon="terminal"
          title={logWords.nothing}
          buttons={<Button onClick={onReadAgain}>{logWords.readAgain}</Button>}
        >
          {state.why === 'none' || state.why === 'over' ? logWords.nothingDetail(source.type) : logWords.ended(state.why)}
        </EmptyState>
      );
  }
};
