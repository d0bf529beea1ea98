import { monthName } from '../../../preload/contract/time-words.ts';
import { useNow } from '../../hooks/use-now.ts';
import { type DatedRow, monthDays } from '../../readings/coming.ts';
import { comingWords } from '../../words/coming.ts';

const weekdays = ['M', 'T', 'W', 'T', 'F', 'S', 'S'];

/** This month and the next at a glance. The list says the same in words, so that screen readers pass over the drawing. */
export const Months = ({ rows }: { rows: readonly DatedRow[] }) => {
  const now = useNow();
  return (
    <div className="months" aria-hidden="true">
      {[0, 1].map((later) => {
        const { startMs, days } = monthDays(rows, now, later);
        return (
          <section key={startMs} className="month-grid">
            <b>{monthName(startMs)}</b>
            {weekdays.map((letter, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two days begin with the same letter.
              <span key={index} className="tiny-text faint">
                {letter}
              </span>
            ))}
            {days.map((day, index) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: it stands for nothing.
                <span key={`before-${index}`} />
              ) : (
                <span
                  key={day.day}
                  className={['month-day', day.mark, day.isToday && 'is-today'].filter(Boolean).join(' ')}
                  title={day.rows.length === 0 ? undefined : day.rows.map(({ title }) => title).join('\n')}
                >
                  {day.day}
                </span>
              ),
            )}
          </section>
        );
      })}
      <div className="row tiny-text faint month-key">
        {(['near', 'ends', 'upkeep'] as const).map((mark) => (
          <span key={mark} className="row">
            <i className={`month-day ${mark}`} />
            {comingWords.marks[mark]}
          </span>
        ))}
      </div>
    </div>
  );
};
