import { Icon, type IconName } from './icon.tsx';
import { type GlyphName, StatusGlyph } from './status-glyph.tsx';

/** A status shape, or an icon where that says more. `tone` colours an icon whose surroundings do not. */
export type Look = { glyph: GlyphName } | { icon: IconName; tone?: 'warn' | 'danger' };

/** A look beside one line of text. */
export const LookIcon = ({ look }: { look: Look }) =>
  'glyph' in look ? <StatusGlyph name={look.glyph} /> : <Icon name={look.icon} size="sm" className={look.tone ?? 'faint'} />;
