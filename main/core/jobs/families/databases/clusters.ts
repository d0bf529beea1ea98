import { success } from '../../../../../preload/contract/failure.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job } from '../../job.ts';
import { foremostFirst } from '../../parts/foremost.ts';
import { tagsOf } from '../../parts/tags-of.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { textAt } from '../../thing.ts';
import { watchThis } from '../watching/new-policy.ts';
import { accessJobs } from './access.ts';
import { connectionJobs } from './connection.ts';
import { addDatabase, addSchema, addTopic } from './contents.ts';
import { copyJobs } from './copies.ts';
import { clusterPath, engineName } from './engine.ts';
import { addLogSink } from './log-sinks.ts';
import { maintenanceJobs } from './maintenance.ts';
import { metricsJobs } from './metrics.ts';
import { newCluster } from './new-cluster.ts';
import { addPool } from './pools.ts';
import { addReplica } from './replicas.ts';
import { settingJobs } from './settings.ts';
import { sizeJobs } from './size.ts';
import { addUser } from './users.ts';

const all: readonly Job[] = [
  newCluster,
  ...metricsJobs,
  ...connectionJobs,
  ...accessJobs,
  addUser,
  addDatabase,
  addPool,
  addTopic,
  addSchema,
  addLogSink,
  addReplica,
  ...sizeJobs,
  ...maintenanceJobs,
  ...settingJobs,
  ...copyJobs,
  watchThis('clusters'),
  moveToProject('dbaas'),
  tagsOf('database'),
  {
    name: 'destroy',
    label: 'Destroy…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'delete remove',
    async open({ thing, ask }) {
      // Engines without replicas refuse to list them.
      const replicas = await ask.list('databases_list_replicas', clusterPath(thing));
      const names = replicas.ok ? replicas.value.map(({ name }) => String(name)) : [];
      return success({ goes: [`${thing.name}, with its data and its backups`, ...names.map((name) => `Replica ${name}`)] });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Destroy', operationId: 'databases_destroy_cluster', path: clusterPath(thing), named: thing.name }],
      done: () => `${thing.name} is being destroyed.`,
    }),
  },
];

/** The advanced editions are a preview that does not have everything yet. */
const ofAnyEdition = (job: Job): Job => ({
  ...job,
  refusal(failure, { row }) {
    // What Buoy itself found out has no status.
    const isAnswer = failure.status !== undefined || failure.kind === 'not-found';
    const isRefused = isAnswer && ['conflict', 'http-error', 'not-found', 'unprocessable'].includes(failure.kind);
    if (!textAt(row, 'engine').startsWith('advanced_') || !isRefused) return failure;
    return { ...failure, message: `This edition of ${engineName(row)} does not offer it. ${failure.message}` };
  },
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Databases */
export const clusterJobs = foremostFirst(all.map(ofAnyEdition), [
  'copy-string',
  'allow',
  'resize',
  'upgrade',
  'install-update',
  'eviction',
  'window',
  'configure',
  'restore',
  'certificate',
  'move',
]);
