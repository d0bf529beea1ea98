import { shortDay, untilOrAgo } from '../../../preload/contract/time-words.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { useRows } from '../../hooks/use-view.ts';
import { comingIcons, stillComing } from '../../readings/coming.ts';
import { hrefOf } from '../../routes/routes.ts';
import { comingWords } from '../../words/coming.ts';
import { wholeNumber } from '../../words/locale.ts';

const shownAtMost = 5;

/** The next things that end or have a window. Everything is on the page that its title leads to. */
export const ComingCard = ({ teamId }: { teamId: string | null }) => {
  const now = useNow();
  // Backups come every night or week, and would fill the card.
  const coming = stillComing(useRows('coming'), teamId, now).filter((row) => row.kind !== 'backups' || row.isNear);
  return (
    <section className="card coming-card" aria-labelledby="coming-title">
      <header>
        <h2 id="coming-title">{comingWords.card}</h2>
        {coming.length > 0 && <span className="faint tabular">{wholeNumber(coming.length)}</span>}
        <span className="grow" />
        <a className="link small-text" href={hrefOf('coming-up')} aria-label={comingWords.allLabel}>
          {comingWords.all}
        </a>
      </header>
      {coming.length === 0 ? (
        <div className="quiet-line faint">{comingWords.none}</div>
      ) : (
        <ul>
          {coming.slice(0, shownAtMost).map((row) => (
            <li key={row.key} className="soon">
              <span className="small-text faint tabular nowrap">{shortDay(row.atMs, now)}</span>
              <Icon name={comingIcons[row.kind]} className={row.isNear ? 'warn' : 'faint'} />
              <a className="cut" href={row.route} title={row.title}>
                {row.title}
              </a>
              <span
                className={`small-text tabular nowrap right ${row.isNear ? 'warn medium' : 'faint'}`}
                title={shortDay(row.atMs, now)}
              >
                {untilOrAgo(row, now)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
