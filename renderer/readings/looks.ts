import type { NoticeKind } from '../../preload/contract/settings.ts';
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

/** What a notice tells of looks as it does where it still needs attention. */
export const noticeLooks: Readonly<Record<NoticeKind, Look>> = {
  'action-completed': { glyph: 'done' },
  'action-errored': attentionLooks['action-errored'],
  'action-slow': attentionLooks['action-slow'],
  'droplet-down': attentionLooks['droplet-down'],
  'uptime-down': attentionLooks.uptime,
  'uptime-up': { glyph: 'done' },
  'alert-fired': attentionLooks.alert,
  'alert-cleared': { glyph: 'done' },
  'spend-threshold': attentionLooks.spend,
  'token-refused': attentionLooks.token,
};
