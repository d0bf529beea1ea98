import type { AttentionRow } from '../../preload/contract/view.ts';
import type { Look } from '../components/icons/look.tsx';
import { attentionLooks } from './looks.ts';

/** Most urgent first: danger before everything else, then the newest. */
export const byUrgency = (rows: readonly AttentionRow[]): AttentionRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.severity === 'danger') - Number(a.severity === 'danger') ||
      (b.sinceMs ?? 0) - (a.sinceMs ?? 0) ||
      (a.key < b.key ? -1 : 1),
  );

/** Attention rows of a team, most urgent first; `null`: of all teams. A row without a team belongs to every team. */
export const attentionOf = (rows: readonly AttentionRow[], teamId: string | null): AttentionRow[] =>
  byUrgency(rows.filter((row) => teamId === null || row.connectionId === null || row.connectionId === teamId));

/** Shape or icon of a row. A dangerous row whose kind has no shape of its own gets the shape of something that is down. */
export const attentionLook = ({ kind, severity }: AttentionRow): Look =>
  severity === 'danger' && (kind === 'spend' || kind === 'other') ? { glyph: 'down' } : attentionLooks[kind];
