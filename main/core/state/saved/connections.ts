import { z } from 'zod';

/** The `connections` document: which connections exist. Their tokens are in the vault, never here. */
const savedSchema = z.object({
  version: z.literal(1),
  connections: z.array(z.object({ id: z.string().regex(/^[a-z0-9-]{1,64}$/), label: z.string().max(80).nullable() })),
});

/** A saved connection: its id, which also names its token in the vault, and the person's own label. */
export type SavedConnection = z.infer<typeof savedSchema>['connections'][number];

/** `null` when the document is not what Buoy writes. */
export function readSaved(value: unknown): SavedConnection[] | null {
  const parsed = savedSchema.safeParse(value);
  return parsed.success ? parsed.data.connections : null;
}

/** Leaves out connections that exist in memory only, such as those of the demo account. */
export const toSaved = (
  connections: Iterable<{ id: string; label: string | null; isSaved: boolean }>,
): z.infer<typeof savedSchema> => ({
  version: 1,
  connections: [...connections].filter((one) => one.isSaved).map(({ id, label }) => ({ id, label })),
});
