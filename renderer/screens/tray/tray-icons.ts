import type { Look } from '../../components/icons/look.tsx';
import { deeds } from '../../droplet-actions/deeds.ts';
import { attentionLooks, conditionGlyphs } from '../../readings/looks.ts';

/** Icons by the names that the core gives them: conditions, kinds of attention, action types, and what a menu line does. */
const looks: Readonly<Record<string, Look>> = {
  ...Object.fromEntries(Object.entries(conditionGlyphs).map(([condition, glyph]) => [condition, { glyph }])),
  ...attentionLooks,
  ...Object.fromEntries(deeds.map(({ type, icon }) => [type, { icon }])),
  copy: { icon: 'copy' },
  terminal: { icon: 'terminal' },
  window: { icon: 'window' },
  bill: { icon: 'billing' },
  pause: { icon: 'pause' },
  resume: { icon: 'play' },
  refresh: { icon: 'refresh' },
  quit: { icon: 'quit' },
  info: { icon: 'info' },
  key: { icon: 'key' },
  demo: { icon: 'sun' },
};

/** `null` if the name has no icon. The line then has only words. */
export const trayLook = (name: string | null): Look | null => (name === null ? null : (looks[name] ?? null));
