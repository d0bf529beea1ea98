import type { PinRow } from '../../preload/contract/view.ts';
import { type GlyphName, StatusGlyph } from '../components/icons/status-glyph.tsx';
import { stateOf } from '../families/state-words.ts';

const tones: Partial<Record<GlyphName, string>> = {
  running: 'accent',
  starting: 'accent',
  warn: 'warn medium',
  failed: 'danger medium',
  down: 'danger medium',
};

/** A thing without a state of its own, such as an address, is there: that is all there is to say. */
function glyphOf({ state, isBusy, standing }: PinRow): GlyphName {
  if (isBusy) return 'running';
  if (standing === 'gone' || standing === 'unread') return 'off';
  return state === null ? 'active' : stateOf(state).glyph;
}

const isQuiet = ({ standing }: PinRow): boolean => standing !== 'known';

/** The shape alone, for lines that show the words elsewhere. */
export const PinGlyph = ({ pin }: { pin: PinRow }) => <StatusGlyph name={glyphOf(pin)} isQuiet={isQuiet(pin)} />;

/** State of a pinned thing as shape and words. What is out of date has no colour. */
export const PinStatus = ({ pin }: { pin: PinRow }) => (
  <span className={`state ${isQuiet(pin) ? 'quiet' : (tones[glyphOf(pin)] ?? 'quiet')}`}>
    <PinGlyph pin={pin} />
    <span className="cut">{pin.stateText}</span>
  </span>
);
