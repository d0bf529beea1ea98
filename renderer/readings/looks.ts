import type { NoticeKindView } from '../../preload/contract/notice.ts';
import type { AttentionRow, DropletRow } from '../../preload/contract/view.ts';
import type { Look } from '../components/icons/look.tsx';
import type { GlyphName } from '../components/icons/status-glyph.tsx';

export const conditionGlyphs: Readonly<Record<DropletRow['condition'], GlyphName>> = {
  active: 'active',
  off: 'off',
  down: 'down',
  starting: 'starting',
  archived: 'off',
  running: 'running',
  unknown: 'warn',
};

export const attentionLooks: Readonly<Record<AttentionRow['kind'], Look>> = {
  'droplet-down': { glyph: 'down' },
  'action-errored': { glyph: 'failed' },
  'action-slow': { icon: 'clock', tone: 'warn' },
  token: { icon: 'key', tone: 'danger' },
  vault: { icon: 'lock', tone: 'warn' },
  uptime: { glyph: 'down' },
  alert: { icon: 'bell', tone: 'danger' },
  spend: { glyph: 'warn' },
  other: { glyph: 'warn' },
};

const noticeLooks: Readonly<Record<NoticeKindView['icon'], Look>> = {
  done: { glyph: 'done' },
  failed: attentionLooks['action-errored'],
  slow: attentionLooks['action-slow'],
  down: attentionLooks['droplet-down'],
  alert: attentionLooks.alert,
  spend: attentionLooks.spend,
  token: attentionLooks.token,
  coming: { icon: 'calendar', tone: 'warn' },
};

/** Shape or icon of a notice: the same as in the attention list. `undefined`: a kind that another version of Buoy wrote. */
export const noticeLook = (kind: NoticeKindView | undefined): Look => (kind ? noticeLooks[kind.icon] : { icon: 'bell' });
