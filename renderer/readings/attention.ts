import type { AttentionRow } from '../../preload/contract/view.ts';
import type { IconName } from '../components/icons/icon.tsx';
import type { GlyphName } from '../components/icons/status-glyph.tsx';

/** Most urgent first: what is down before what may become so, and the newest of equals first. */
export const byUrgency = (rows: readonly AttentionRow[]): AttentionRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.severity === 'danger') - Number(a.severity === 'danger') ||
      (b.sinceMs ?? 0) - (a.sinceMs ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );

export const attentionOf = (rows: readonly AttentionRow[], teamId: string | null): AttentionRow[] =>
  byUrgency(rows.filter((row) => teamId === null || row.connectionId === null || row.connectionId === teamId));

/** Shape for a kind of attention: a status shape, or an icon where the kind says more than the severity. */
export const attentionLook = (row: AttentionRow): { glyph: GlyphName } | { icon: IconName } => {
  switch (row.kind) {
    case 'droplet-down':
    case 'uptime':
      return { glyph: 'down' };
    case 'action-errored':
      return { glyph: 'failed' };
    case 'action-slow':
      return { icon: 'clock' };
    case 'token':
      return { icon: 'key' };
    case 'vault':
      return { icon: 'lock' };
    case 'alert':
      return { icon: 'bell' };
    case 'spend':
    case 'other':
      return { glyph: row.severity === 'danger' ? 'down' : 'warn' };
  }
};
