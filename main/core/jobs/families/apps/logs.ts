import { type LogSource, type LogType, logRoute } from '../../../../../preload/contract/log-route.ts';
import type { Plan, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

export const logOfApp = ({ connectionId, id }: Thing, type: LogType): LogSource => ({
  ...{ connectionId, type },
  appId: id,
  deploymentId: null,
  component: null,
  runId: null,
});

export const logOfDeployment = ({ connectionId, id, parent }: Thing, type: LogType): LogSource => ({
  ...{ connectionId, type },
  appId: parent.app_id ?? '',
  deploymentId: id,
  component: null,
  runId: null,
});

export const logOfRun = ({ connectionId, id, parent, row }: Thing): LogSource => ({
  connectionId,
  appId: parent.app_id ?? '',
  type: 'job',
  deploymentId: null,
  component: textAt(row, 'job_name'),
  runId: id,
});

/** A job that only leads to a log, which the page reads by itself. */
export const showLog = (source: LogSource): Plan => ({ steps: [], route: logRoute(source), done: () => 'The log is open.' });
