import { z } from 'zod';
import { noticePartSchema, noticeSchema } from '../../../../preload/contract/notice.ts';
import { maximumFacts, maximumNotices } from '../fold-notices.ts';
import type { State } from '../state.ts';

/** Fields that 0.1.0 did not write, and buttons that another version may have written differently, cost no notice. */
const own = {
  matter: z.string().nullable().catch(null),
  buttons: noticeSchema.shape.buttons.catch([]),
};
const savedNoticeSchema = noticeSchema.extend({
  ...own,
  name: z.string().catch(''),
  parts: z.array(noticePartSchema.extend(own)).catch([]),
});

/** The `history` document: notices, newest first, the facts that were told, newest last, and what is snoozed until when. */
const historySchema = z.object({
  version: z.literal(1),
  notices: z.array(savedNoticeSchema).max(maximumNotices),
  toldFacts: z.array(z.string()).max(maximumFacts),
  snoozes: z.array(z.tuple([z.string(), z.number()])).catch([]),
});
export type History = Omit<z.infer<typeof historySchema>, 'version'>;

/** `null` when the document is not what Buoy writes. */
export function readHistory(value: unknown): History | null {
  const parsed = historySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const toHistory = (state: Pick<State, 'notices' | 'toldFacts' | 'snoozes'>): z.infer<typeof historySchema> => ({
  version: 1,
  notices: [...state.notices],
  toldFacts: [...state.toldFacts],
  snoozes: [...state.snoozes],
});
