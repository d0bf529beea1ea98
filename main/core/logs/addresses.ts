import { z } from 'zod';

/** Where a log is, as the API says. An address carries a token, so it is neither logged nor kept. */
export interface LogAddresses {
  live: string | null;
  /** Newest first. */
  historic: string[];
}

const answerSchema = z.object({
  live_url: z.string().nullish(),
  historic_urls: z.array(z.string()).nullish(),
});

/** Reads the answer of one of the operations for logs; `null`: it has another form. */
export function addressesIn(body: unknown): LogAddresses | null {
  const read = answerSchema.safeParse(body);
  if (!read.success) return null;
  const { live_url: live, historic_urls: historic } = read.data;
  return { live: live || null, historic: (historic ?? []).filter((one) => one !== '') };
}
