import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choices, option } from '../../fields.ts';
import { oneByOne, sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { foremostFirst } from '../../parts/foremost.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { alertJob } from './alerts.ts';
import { logOfApp, showLog } from './logs.ts';
import { newApp, newFromSpec } from './new-app.ts';
import { isPinned, whyPinned } from './pinned.ts';
import { copyProof } from './proof.ts';
import { componentsOf, specOf } from './spec.ts';
import { specJobs } from './spec-jobs.ts';
import { variableJob } from './variables.ts';

const pathOf = (thing: Thing) => ({ app_id: thing.id });
const underWay = ({ row }: Thing) => [row.in_progress_deployment, row.pending_deployment].find(isObject);

/** Images of the team's own registries, each once. */
const imagesOf = (spec: JsonObject): string[] => [
  ...new Set(
    componentsOf(spec)
      .map(({ row }) => objectAt(row, 'image'))
      .filter((image) => textAt(image, 'registry_type') === 'DOCR')
      .map((image) => textAt(image, 'repository')),
  ),
];

const redeploy = (thing: Thing, isForced: boolean) => ({
  steps: [{ label: 'Redeploy', operationId: 'apps_create_deployment', path: pathOf(thing), body: { force_build: isForced } }],
  done: () => `${thing.name} is being deployed.`,
});

const all: readonly Job[] = [
  newApp,
  newFromSpec,
  {
    name: 'redeploy',
    label: 'Redeploy',
    level: 'normal',
    forMany: oneByOne,
    makes: 'apps_list_deployments',
    isMain: true,
    keywords: 'deploy build release',
    off: whyPinned,
    plan: (_values, { thing }) => redeploy(thing, false),
  },
  {
    name: 'logs',
    label: 'Logs',
    level: 'safe',
    isMain: true,
    keywords: 'log output run build deploy crash follow tail',
    plan: (_values, { thing }) => showLog(logOfApp(thing, 'run')),
  },
  {
    name: 'copy-address',
    label: 'Copy address',
    level: 'safe',
    keywords: 'url link domain',
    off: ({ row }) => (textAt(row, 'live_url') === '' ? 'It has no address before its first deployment.' : null),
    plan: (_values, { thing }) => ({
      steps: [],
      copy: () => ({ what: `Address of ${thing.name}`, text: textAt(thing.row, 'live_url') }),
      done: () => `The address of ${thing.name} is copied.`,
    }),
  },
  {
    name: 'keep-rollback',
    label: 'Keep the rollback',
    level: 'normal',
    keywords: 'commit',
    isFor: isPinned,
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Keep', operationId: 'apps_commit_rollback', path: pathOf(thing) }],
      done: () => `${thing.name} stays at the version that was rolled back to, and new deployments run again.`,
    }),
  },
  {
    name: 'undo-rollback',
    label: 'Undo the rollback…',
    level: 'disruptive',
    keywords: 'revert',
    isFor: isPinned,
    open: ({ thing }) => success({ lines: [`${thing.name} serves the version from before the rollback again.`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Undo', operationId: 'apps_revert_rollback', path: pathOf(thing) }],
      done: () => `The rollback of ${thing.name} is being undone.`,
    }),
  },
  {
    name: 'cancel-deployment',
    label: 'Cancel the deployment…',
    level: 'disruptive',
    keywords: 'stop abort',
    submitLabel: 'Cancel the deployment',
    isFor: (thing) => underWay(thing) !== undefined,
    open: () => success({ lines: ['The version from before it stays.'] }),
    plan: (_values, { thing }) => ({
      steps: [
        {
          label: 'Cancel',
          operationId: 'apps_cancel_deployment',
          path: { ...pathOf(thing), deployment_id: textAt(underWay(thing) ?? {}, 'id') },
        },
      ],
      done: () => `The deployment of ${thing.name} is cancelled; the version from before it stays.`,
    }),
  },
  {
    name: 'restart',
    label: 'Restart…',
    level: 'disruptive',
    keywords: 'reboot instances',
    async open({ thing, ask }) {
      const read = await ask.read('apps_get', { id: thing.id });
      if (!read.ok) return read;
      const app = isObject(read.value) ? objectAt(read.value, 'app') : {};
      const running = componentsOf(specOf(app)).filter(({ kind }) => kind === 'services' || kind === 'workers');
      return success({
        lines: ['Its instances are replaced one after the other.'],
        fields: [
          choices({
            name: 'components',
            label: 'Components',
            choices: running.map(({ name }) => option(name, name)),
            hint: 'With none ticked, all of them restart.',
          }),
        ],
      });
    },
    plan({ components }, { thing }) {
      const chosen = Array.isArray(components) ? components : [];
      const what = chosen.length === 0 ? thing.name : `${chosen.join(', ')} of ${thing.name}`;
      return {
        steps: [
          {
            label: 'Restart',
            operationId: 'apps_restart',
            path: pathOf(thing),
            body: chosen.length === 0 ? {} : { components: chosen },
          },
        ],
        done: () => `${what} is being restarted.`,
      };
    },
  },
  {
    name: 'rebuild',
    label: 'Redeploy without the build cache',
    level: 'normal',
    keywords: 'force build deploy',
    off: whyPinned,
    plan: (_values, { thing }) => redeploy(thing, true),
  },
  variableJob,
  ...specJobs,
  copyProof,
  alertJob,
  moveToProject('app'),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    async open({ thing }) {
      const spec = objectAt(thing.row, 'spec');
      const databases = listAt(spec, 'databases').filter(isObject);
      const clusters = databases.flatMap((one) => (textAt(one, 'cluster_name') === '' ? [] : [textAt(one, 'cluster_name')]));
      const development = databases.length - clusters.length;
      return success({
        goes: [
          `${thing.name}, with its addresses`,
          ...componentsOf(spec).map(({ name }) => `Component ${name}`),
          ...(development > 0 ? ['Its development databases, with their data'] : []),
        ],
        stays: [
          ...clusters.map((name) => `Database cluster ${name}`),
          ...imagesOf(spec).map((name) => `Image ${name} in its registry`),
        ],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'apps_delete', path: { id: thing.id } }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Apps */
export const appJobs = foremostFirst(all, [
  'redeploy',
  'logs',
  'copy-address',
  'keep-rollback',
  'undo-rollback',
  'cancel-deployment',
  'restart',
  'scale',
  'edit-variables',
  'add-domain',
  'edit-spec',
  'alert-addresses',
  'maintenance-on',
  'maintenance-off',
]);
