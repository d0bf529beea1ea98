import { z } from 'zod';
import { type NoticeRow, noticeRowSchema } from '../../../../preload/contract/view.ts';
import { maximumFacts, maximumNotices } from '../fold-notices.ts';

/** The `history` document: notices, newest first, and the facts that were told, newest last. */
const historySchema = z.object({
  version: z.literal(1),
  notices: z.array(noticeRowSchema).max(maximumNotices),
  toldFacts: z.array(z.string()).max(maximumFacts),
});
export type History = Omit<z.infer<typeof historySchema>, 'version'>;

/** `null` when the document is not what Buoy writes. */
export function readHistory(value: unknown): History | null {
  const parsed = historySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const toHistory = (notices: readonly NoticeRow[], toldFacts: ReadonlySet<string>): z.infer<typeof historySchema> => ({
  version: 1,
  notices: [...notices],
  toldFacts: [...toldFacts],
});
