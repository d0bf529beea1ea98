import type { IconName } from '../../components/icons/icon.tsx';
import type { GlyphName } from '../../components/icons/status-glyph.tsx';

type Look = { glyph: GlyphName } | { icon: IconName; tone?: string };

/** Names that the core gives to lines of the menu: conditions, kinds of attention, action types, and what a line does. */
const looks: Record<string, Look> = {
  active: { glyph: 'active' },
  off: { glyph: 'off' },
  down: { glyph: 'down' },
  starting: { glyph: 'starting' },
  running: { glyph: 'running' },
  unknown: { glyph: 'warn' },
  'droplet-down': { glyph: 'down' },
  'action-errored': { glyph: 'failed' },
  'action-slow': { icon: 'clock', tone: 'warn' },
  token: { icon: 'key', tone: 'danger' },
  vault: { icon: 'lock', tone: 'warn' },
  uptime: { glyph: 'down' },
  alert: { icon: 'bell', tone: 'danger' },
  spend: { glyph: 'warn' },
  other: { glyph: 'warn' },
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
  power_on: { icon: 'play' },
  power_off: { icon: 'power' },
  power_cycle: { icon: 'power' },
  shutdown: { icon: 'power' },
  reboot: { icon: 'refresh' },
  snapshot: { icon: 'camera' },
};

/** `null` for a name without a picture: the line then has words alone. */
export const trayLook = (name: string | null): Look | null => (name === null ? null : (looks[name] ?? null));
