/** `crashed`: what instances wrote that ended and were started again. `job`: one run of a job. */
export const logTypes = ['build', 'deploy', 'run', 'crashed', 'job'] as const;
export type LogType = (typeof logTypes)[number];

/** Which log, by ids and names of 1 to `longestLogPart` characters. */
export interface LogSource {
  connectionId: string;
  appId: string;
  type: LogType;
  /** `null`: the deployment that is live; for `build` and `deploy` the newest one. */
  deploymentId: string | null;
  /** `null`: all components. For `job`, the job's name. */
  component: string | null;
  /** The run of the job; `null` for the other types. */
  runId: string | null;
}

export const longestLogPart = 120;

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
  const [connectionId = '', appId = '', type = 'run', ...rest] = path;
  const [deploymentId = null, component = null, runId = null] = rest.map((part) => (part === none ? null : part));
  const parts = [connectionId, appId, deploymentId, component, runId];
  const isWhole = parts.every((part) => part === null || (part.length > 0 && part.length <= longestLogPart));
  if (!isWhole || !isLogType(type)) return null;
  if (type === 'job' && (component === null || runId === null)) return null;
  return { connectionId, appId, type, deploymentId, component, runId };
}

const isLogType = (text: string): text is LogType => logTypes.some((type) => type === text);

/** Whether a place of the page is a log. */
export const isLogRoute = (route: string): boolean => route.startsWith(view);
