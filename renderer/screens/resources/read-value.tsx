import { exactMoment } from '../../../preload/contract/time-words.ts';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { type Reading, wordsOf } from '../../families/reading.ts';
import { stateOf } from '../../families/state-words.ts';
import { useNow } from '../../hooks/use-now.ts';
import { resourceWords } from '../../words/resources.ts';
import { clockOrDay } from '../../words/times.ts';

/** What stands where nothing is known. */
export const none = <span className="faint">–</span>;

/** A state as icon and word, the same in all views. */
export const State = ({ raw }: { raw: string }) => {
  const { glyph, words } = stateOf(raw);
  return (
    <span className="state quiet">
      <StatusGlyph name={glyph} />
      <span className="cut" title={words}>
        {words}
      </span>
    </span>
  );
};

const Moment = ({ atMs }: { atMs: number }) => {
  const now = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={exactMoment(atMs)}>
      {clockOrDay(atMs, now)}
    </time>
  );
};

/** How many parts something has, where they are not shown by themselves. */
const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : Object.keys(value as object).length);

/** A reading as one line. A secret stays hidden: the panel of its thing can show it. */
export const ReadValue = ({ reading, value }: { reading: Reading; value: unknown }) => {
  switch (reading.kind) {
    case 'nothing':
      return none;
    case 'secret':
      return <span className="faint">{resourceWords.hidden}</span>;
    case 'state':
      return <State raw={reading.raw} />;
    case 'moment':
      return <Moment atMs={reading.atMs} />;
    case 'parts':
      return <span className="faint">{resourceWords.rowsOf(sizeOf(value))}</span>;
    case 'flag':
    case 'words':
    case 'text':
      return wordsOf(reading);
  }
};
