import { z } from 'zod';
import { menuNodeSchema } from './menu.ts';
import { routeSchema } from './route.ts';

/** A pinned thing that is no droplet. */
export const pinRowSchema = z.object({
  /** As `pinKey` makes it. */
  key: z.string(),
  connectionId: z.string(),
  familyId: z.string(),
  name: z.string(),
  /** Its state as the API spells it, for its shape; `null`: it has none, or it is not known. */
  state: z.string().nullable(),
  /** How it is, in words: "Online", "Deploying", "No longer there". */
  stateText: z.string(),
  /** What it is reached by, or since when it is as it is; '' for neither. */
  detail: z.string(),
  /** `unread`: nothing was read yet. `stale`: what is shown is older than it should be; `note` says why. */
  standing: z.enum(['known', 'stale', 'gone', 'unread']),
  /** What a person should know about the reading, as a sentence; '' for nothing. */
  note: z.string(),
  /** Something runs on it now. */
  isBusy: z.boolean(),
  /** Where it is in the window. */
  route: routeSchema,
  /** At most three lines: what is worth one click. */
  lines: z.array(menuNodeSchema),
});
export type PinRow = z.infer<typeof pinRowSchema>;
