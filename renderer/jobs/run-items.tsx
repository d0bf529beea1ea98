import type { RunItem } from '../../preload/contract/many.ts';
import { type GlyphName, StatusGlyph } from '../components/icons/status-glyph.tsx';
import { manyWords } from '../words/many.ts';

const glyphs: Record<RunItem['state'], GlyphName> = {
  waiting: 'starting',
  running: 'running',
  done: 'done',
  refused: 'failed',
  unknown: 'warn',
  stopped: 'off',
};

/** What needs a look comes first, then what runs, what waits and what is done. */
const order: readonly RunItem['state'][] = ['refused', 'unknown', 'stopped', 'running', 'waiting', 'done'];

/** Things of a run, each with how far the run is with it. */
export const RunItems = ({ items, label }: { items: readonly RunItem[]; label: string }) => {
  const sorted = items.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus.
    <ul className="run-items" aria-label={label} tabIndex={0}>
      {sorted.map(({ key, name, state, text }) => (
        <li key={key}>
          <StatusGlyph name={glyphs[state]} isQuiet={state === 'waiting' || state === 'stopped'} />
          <span className="two-lines grow">
            <span className="medium">{name}</span>
            <span className="small-text faint">{text ?? manyWords.states[state]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
};
