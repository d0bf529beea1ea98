import { z } from 'zod';
import { failureSchema } from './failure.ts';

/*
 * What an app wrote: while it was built and deployed, while it runs, before it crashed, or in one run of a job. The core reads
 * it from where DigitalOcean keeps it; the page gets lines, never an address.
 */

const id = z.string().min(1).max(120);

/** `crashed`: what instances wrote that ended and were started again. `job`: one run of a job. */
export const logTypes = ['build', 'deploy', 'run', 'crashed', 'job'] as const;
export type LogType = (typeof logTypes)[number];

export const logSourceSchema = z.object({
  connectionId: id,
  appId: id,
  type: z.enum(logTypes),
  /** `null`: the deployment that is live; for `build` and `deploy` the newest one. */
  deploymentId: id.nullable(),
  /** `null`: all components. For `job`, the job's name. */
  component: id.nullable(),
  /** The run of the job; `null` for the other types. */
  runId: id.nullable(),
});
export type LogSource = z.infer<typeof logSourceSchema>;

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

const none = '-';
const view = '#/logs/';

/** Address of a log in the page: `#/logs/CONNECTION/APP/TYPE/DEPLOYMENT/COMPONENT/RUN`, with `-` for what is `null`. */
export function logRoute({ connectionId, appId, type, deploymentId, component, runId }: LogSource): string {
  const rest = [deploymentId, component, runId];
  while (rest.at(-1) === null) rest.pop();
  const parts = [connectionId, appId, type, ...rest.map((part) => part ?? none)];
  return `${view}${parts.map((part) => encodeURIComponent(part.toWellFormed()).replaceAll('%3A', ':')).join('/')}`;
}

/** The log at an address whose parts after `#/logs/` are decoded; `null` if they name none. */
export function logSourceOf(path: readonly string[]): LogSource | null {
  const [connectionId, appId, type = 'run', ...rest] = path;
  const [deploymentId = null, component = null, runId = null] = rest.map((part) => (part === none ? null : part));
  const read = logSourceSchema.safeParse({ connectionId, appId, type, deploymentId, component, runId });
  if (!read.success) return null;
  const isRun = read.data.component !== null && read.data.runId !== null;
  return read.data.type !== 'job' || isRun ? read.data : null;
}

/** Whether a place of the page is a log. */
export const isLogRoute = (route: string): boolean => route.startsWith(view);
