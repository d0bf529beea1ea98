import { z } from 'zod';
import { failureSchema } from './failure-schema.ts';
import { type LogSource, logTypes, longestLogPart } from './log-route.ts';

/*
 * What an app wrote: while it was built and deployed, while it runs, before it crashed, or in one run of a job. The core reads
 * it from where DigitalOcean keeps it; the page gets lines, never an address.
 */

const id = z.string().min(1).max(longestLogPart);

export const logSourceSchema: z.ZodType<LogSource> = z.object({
  connectionId: id,
  appId: id,
  type: z.enum(logTypes),
  deploymentId: id.nullable(),
  component: id.nullable(),
  runId: id.nullable(),
});

/** Why nothing more comes. `none`: nothing was ever written. `much`: more came than Buoy reads on its own. */
export const logEnds = ['over', 'none', 'unwatched', 'much'] as const;
export type LogEnd = (typeof logEnds)[number];

export const logStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connecting') }),
  /** It is kept by a host that is none of DigitalOcean's, which the person has to allow. */
  z.object({ kind: z.literal('asking'), host: z.string() }),
  z.object({ kind: z.literal('live') }),
  z.object({ kind: z.literal('waiting'), failure: failureSchema, retryAtMs: z.number() }),
  z.object({ kind: z.literal('ended'), why: z.enum(logEnds) }),
  z.object({ kind: z.literal('failed'), failure: failureSchema }),
]);
export type LogState = z.infer<typeof logStateSchema>;

export interface LogLine {
  /** Counts from 1 without gaps; a line keeps its number. */
  seq: number;
  /** The component that wrote it, and when (Unix milliseconds), if the line says so. */
  who: string | null;
  atMs: number | null;
  /** What stood before `text` in the line as it came. */
  prefix: string;
  text: string;
  /** A remark of Buoy's own, such as that the connection was interrupted. */
  isNote: boolean;
}

/** Some of the lines after the last one that the page has. There are more while the last of them is not `newest`. */
export interface LogBatch {
  state: LogState;
  lines: LogLine[];
  /** Number of the oldest line that is kept; older ones were dropped. */
  first: number;
  /** Number of the newest line; `first - 1` if there is none. */
  newest: number;
}

/** The app that a log is of. */
export const logAppSchema = z.object({
  name: z.string(),
  components: z.array(z.string()),
});
export type LogApp = z.infer<typeof logAppSchema>;
