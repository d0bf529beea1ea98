import { z } from 'zod';
import { noticePartSchema, noticeSchema } from '../../../../preload/contract/notice.ts';
import { rowsOf } from '../../understood.ts';
import type { State } from '../state.ts';

/** Fields that 0.1.0 did not write, and buttons that another version may have written differently, cost no notice. */
const own = {
  matter: z.string().nullable().catch(null),
  buttons: noticeSchema.shape.buttons.catch([]),
};
const savedNoticeSchema = noticeSchema.extend({
  ...own,
  name: z.string().catch(''),
  parts: rowsOf(noticePartSchema.extend(own)).catch([]),
});

/**
 * The `history` document: notices, newest first, the facts that were told, newest last, and what is snoozed until when. There
 * may be more of them than the state keeps: the next notice cuts them down.
 */
const historySchema = z.object({
  notices: rowsOf(savedNoticeSchema).catch([]),
  toldFacts: rowsOf(z.string()).catch([]),
  snoozes: rowsOf(z.tuple([z.string(), z.number()])).catch([]),
});
export type History = z.infer<typeof historySchema>;

/** `null` when the document is not what Buoy writes. */
export function readHistory(value: unknown): History | null {
  const parsed = historySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const toHistory = (state: Pick<State, 'notices' | 'toldFacts' | 'snoozes'>): History & { version: 1 } => ({
  version: 1,
  notices: [...state.notices],
  toldFacts: [...state.toldFacts],
  snoozes: [...state.snoozes],
});
