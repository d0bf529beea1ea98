import { z } from 'zod';
import { type Durations, maximumKinds, maximumSamples } from '../durations.ts';

/** The `durations` document: samples in milliseconds by kind. The kind that was used last is at the end. */
const durationsSchema = z.object({
  version: z.literal(1),
  samples: z.array(z.tuple([z.string(), z.array(z.number().nonnegative()).max(maximumSamples)])).max(maximumKinds),
});

/** `null` when the document is not what Buoy writes. */
export function readDurations(value: unknown): Durations | null {
  const parsed = durationsSchema.safeParse(value);
  return parsed.success ? new Map(parsed.data.samples) : null;
}

/** The document's content. The order is kept, because it says which kind was used last. */
export const toDurations = (durations: Durations): z.infer<typeof durationsSchema> => ({
  version: 1,
  samples: [...durations].map(([kind, samples]) => [kind, [...samples]]),
});
