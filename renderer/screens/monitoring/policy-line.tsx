import type { PolicyRow } from '../../../preload/contract/watching.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { type GlyphName, StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useNow } from '../../hooks/use-now.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { inOneLine } from '../../words/sentences.ts';
import { ago } from '../../words/times.ts';

const glyphs: Readonly<Record<Exclude<PolicyRow['state'], 'firing'>, GlyphName>> = {
  fine: 'done',
  unknown: 'starting',
  muted: 'off',
  unwatched: 'off',
};

/** What fires and with which value: "worker-02 91 %". */
const firingText = ({ firing }: PolicyRow): string => firing.map(({ name, value }) => `${name} ${value}`).join(', ');

/** One alert policy in words: what it tells of whom, whether it fires, what is watched of it, and what is not and why. */
export const PolicyLine = ({ row }: { row: PolicyRow }) => {
  const now = useNow();
  const { name, rule, about, state, stateText, firedText, watchedText, asides, lookedAtMs } = row;
  return (
    <div role="presentation" className="watch-row policy">
      <span role="gridcell" className="lead">
        {state === 'firing' ? <Icon name="bell" className="danger" /> : <StatusGlyph name={glyphs[state]} />}
      </span>
      <span role="gridcell" className="two-lines words">
        <span className="medium cut">{name}</span>
        <span className="small-text faint cut" title={`${rule}, ${about}`}>
          {name === rule ? about : `${rule}, ${about}`}
        </span>
        {asides.length > 0 && (
          <span className="small-text faint cut aside" title={asides.join(' ')}>
            {asides.join(' ')}
          </span>
        )}
      </span>
      <span role="gridcell" className="two-lines state-of">
        <span className={state === 'firing' ? 'danger medium cut' : 'quiet cut'} title={firingText(row)}>
          {state === 'firing' ? firingText(row) : stateText}
        </span>
        <span className="small-text faint cut" title={watchedText}>
          {inOneLine([
            state === 'firing' && row.firing.length > 0
              ? stateText
              : lookedAtMs !== null && monitoringWords.lookedAt(ago(lookedAtMs, now)),
            firedText !== '' && firedText,
          ])}
        </span>
      </span>
      <span role="gridcell" className="small-text faint watched cut" title={watchedText}>
        {watchedText}
      </span>
    </div>
  );
};
