import type { PinRow } from '../../preload/contract/view.ts';
import { Icon } from '../components/icons/icon.tsx';
import { type GlyphName, StatusGlyph } from '../components/icons/status-glyph.tsx';
import { stateOf } from '../families/state-words.ts';

const tones: Partial<Record<GlyphName, string>> = {
  running: 'accent',
  starting: 'accent',
  warn: 'warn medium',
  failed: 'danger medium',
  down: 'danger medium',
};

function glyphOf({ state, isBusy, standing }: PinRow): GlyphName {
  if (isBusy) return 'running';
  if (standing === 'gone' || standing === 'unread') return 'off';
  return state === null ? 'active' : stateOf(state).glyph;
}

const isQuiet = ({ standing }: PinRow): boolean => standing !== 'known';

/** The shape alone, for lines that show the words elsewhere. A thing without a state has none to show. */
export const PinGlyph = ({ pin }: { pin: PinRow }) =>
  pin.stateText === '' ? (
    <Icon name="layers" size="sm" className="faint" />
  ) : (
    <StatusGlyph name={glyphOf(pin)} isQuiet={isQuiet(pin)} />
  );

/** State of a pinned thing as shape and words, if it has one. What is out of date has no colour. */
export const PinStatus = ({ pin }: { pin: PinRow }) =>
  pin.stateText === '' ? null : (
    <span className={`state ${isQuiet(pin) ? 'quiet' : (tones[glyphOf(pin)] ?? 'quiet')}`}>
      <PinGlyph pin={pin} />
      <span className="cut">{pin.stateText}</span>
    </span>
  );
