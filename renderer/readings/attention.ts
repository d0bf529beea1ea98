import type { AttentionRow } from '../../preload/contract/view.ts';
import type { Look } from '../components/icons/look.tsx';
import { attentionLooks } from './looks.ts';

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

/** How a row looks; what is as urgent as something down has its shape, where the kind has none of its own. */
export const attentionLook = ({ kind, severity }: AttentionRow): Look =>
  severity === 'danger' && (kind === 'spend' || kind === 'other') ? { glyph: 'down' } : attentionLooks[kind];
