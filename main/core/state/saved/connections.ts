import { z } from 'zod';
import { rowsOf } from '../../understood.ts';
import type { State } from '../state.ts';

/**
 * Connections that Buoy holds at most: each of them asks DigitalOcean every minute. Further rows of a document stay in it, and
 * are not used.
 */
export const maximumConnections = 500;

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The `connections` document: which connections exist. Their tokens are in the vault, never here. */
const savedSchema = z.object({
  version: z.literal(1),
  connections: rowsOf(
    z.object({
      id,
      label: z.string().max(80).nullable().catch(null),
      /** Left out where the person did not enter one, as older versions do. */
      tokenEndsOn: z.iso.date().nullable().catch(null),
    }),
  ),
  /** See `State`. */
  strays: rowsOf(id).catch([]),
});

/** A saved connection: its id, which also names its token in the vault, and the person's own label and end of it. */
export type SavedConnection = z.infer<typeof savedSchema>['connections'][number];

/** `null` when the document is not what Buoy writes. */
export function readSaved(value: unknown): Pick<z.infer<typeof savedSchema>, 'connections' | 'strays'> | null {
  const parsed = savedSchema.safeParse(value);
  if (!parsed.success) return null;
  const { connections, strays } = parsed.data;
  return { connections: [...new Map(connections.map((one) => [one.id, one])).values()].slice(0, maximumConnections), strays };
}

/**
 * The document's content. It leaves out connections that exist in memory only, such as those of the demo account. `strays` is
 * written only when there are some.
 */
export const toSaved = (
  state: Pick<State, 'connections' | 'strays'>,
): { version: 1; connections: (Omit<SavedConnection, 'tokenEndsOn'> & { tokenEndsOn?: string })[]; strays?: string[] } => ({
  version: 1,
  connections: [...state.connections.values()]
    .filter((one) => one.isSaved)
    .map(({ id, label, tokenEndsOn }) => ({ id, label, ...(tokenEndsOn === null ? {} : { tokenEndsOn }) })),
  ...(state.strays.size === 0 ? {} : { strays: [...state.strays] }),
});
