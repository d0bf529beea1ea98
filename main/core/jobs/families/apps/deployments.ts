import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { clock, longDay } from '../../../../../preload/contract/time-words.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { logOfDeployment, logOfRun, showLog } from './logs.ts';

const over = ['ACTIVE', 'SUPERSEDED', 'ERROR', 'CANCELED'];
const phaseOf = ({ row }: Thing): string => textAt(row, 'phase');

function whenMade({ row }: Thing, nowMs: number): string {
  const atMs = Date.parse(textAt(row, 'created_at'));
  return Number.isNaN(atMs) ? 'an earlier day' : `${longDay(atMs, nowMs)}, ${clock(atMs)}`;
}

function whyNoWayBack(thing: Thing): string | null {
  const phase = phaseOf(thing);
  if (phase === 'SUPERSEDED') return null;
  if (phase === 'ACTIVE') return 'It is live now.';
  return over.includes(phase) ? 'It was never live.' : 'It is still under way.';
}

const pathOf = ({ parent }: Thing) => ({ app_id: parent.app_id ?? '' });

const logJob = (type: 'build' | 'deploy' | 'run', label: string): Job => ({
  name: `${type}-log`,
  label,
  level: 'safe',
  keywords: 'logs output',
  plan: (_values, { thing }) => showLog(logOfDeployment(thing, type)),
});

/** Jobs on one deployment of an app, whose name is that of the app. */
export const deploymentJobs: readonly Job[] = [
  { ...logJob('build', 'Show build log'), isMain: true },
  logJob('deploy', 'Show deploy log'),
  logJob('run', 'Show run log'),
  {
    name: 'rollback',
    label: 'Roll back to this…',
    level: 'disruptive',
    isMain: true,
    keywords: 'previous version go back revert',
    submitLabel: 'Roll back',
    off: whyNoWayBack,
    async open({ thing, ask, nowMs }) {
      const body = { deployment_id: thing.id, skip_pin: false };
      const checked = await ask.check('apps_validate_rollback', pathOf(thing), body);
      if (!checked.ok) return checked;
      const answer = isObject(checked.value) ? checked.value : {};
      if (answer.valid === false) {
        const reason = textAt(objectAt(answer, 'error'), 'message');
        return failed({ kind: 'conflict', message: reason === '' ? 'It is no longer possible to go back to it.' : reason });
      }
      const warnings = listAt(answer, 'warnings').filter(isObject);
      return success({
        lines: [
          `${thing.name} serves the version of ${whenMade(thing, nowMs)} again. New deployments wait until you keep the rollback or undo it.`,
          ...warnings.map((warning) => textAt(warning, 'message')).filter((line) => line !== ''),
        ],
      });
    },
    plan: (_values, { thing, nowMs }) => ({
      steps: [
        {
          label: 'Roll back',
          operationId: 'apps_create_rollback',
          path: pathOf(thing),
          body: { deployment_id: thing.id, skip_pin: false },
          named: thing.name,
        },
      ],
      done: () => `${thing.name} goes back to the version of ${whenMade(thing, nowMs)}. Keep that or undo it on the app.`,
    }),
  },
  {
    name: 'cancel',
    label: 'Cancel…',
    level: 'disruptive',
    keywords: 'stop abort',
    submitLabel: 'Cancel the deployment',
    isFor: (thing) => !over.includes(phaseOf(thing)),
    open: () => success({ lines: ['The version from before it stays.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Cancel', operationId: 'apps_cancel_deployment', path: { ...pathOf(thing), deployment_id: thing.id } }],
      done: () => `The deployment of ${thing.name} is cancelled; the version from before it stays.`,
    }),
  },
];

/** Jobs on one run of an app's job. */
export const jobRunJobs: readonly Job[] = [
  {
    name: 'logs',
    label: 'Logs',
    level: 'safe',
    isMain: true,
    keywords: 'log output',
    plan: (_values, { thing }) => showLog(logOfRun(thing)),
  },
  {
    name: 'cancel',
    label: 'Cancel…',
    level: 'disruptive',
    keywords: 'stop abort',
    submitLabel: 'Cancel the run',
    off: (thing) => (['PENDING', 'RUNNING'].includes(phaseOf(thing)) ? null : 'It is over.'),
    open: () => success({ lines: ['What it did so far stays done.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Cancel',
          operationId: 'apps_cancel_job_invocation',
          path: { ...pathOf(thing), job_invocation_id: thing.id },
          query: { job_name: textAt(thing.row, 'job_name') },
        },
      ],
      done: () => `The run of ${thing.name} is being cancelled.`,
    }),
  },
];
