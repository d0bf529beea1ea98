import { z } from 'zod';
import { rowsOf } from '../../understood.ts';
import type { Durations } from '../durations.ts';

const kindSchema = z.tuple([z.string(), z.array(z.number().nonnegative())]);

/**
 * The `durations` document: samples in milliseconds by kind. The kind that was used last is at the end. There may be more of
 * them than the state keeps: learning cuts them down.
 */
const durationsSchema = z.object({ samples: rowsOf(kindSchema) });

/** `null` when the document is not what Buoy writes. */
export function readDurations(value: unknown): Durations | null {
  const parsed = durationsSchema.safeParse(value);
  if (!parsed.success) return null;
  return new Map(parsed.data.samples);
}

/** The document's content. The order is kept, because it says which kind was used last. */
export const toDurations = (durations: Durations): { version: 1; samples: z.infer<typeof kindSchema>[] } => ({
  version: 1,
  samples: [...durations].map(([kind, samples]) => [kind, [...samples]]),
});
