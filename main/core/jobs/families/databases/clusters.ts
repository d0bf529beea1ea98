import { success } from '../../../../../preload/contract/failure.ts';
import type { Job } from '../../job.ts';
import { moveToProject } from '../../to-project.ts';
import { watchThis } from '../new-policy.ts';
import { accessJobs } from './access.ts';
import { connectionJobs } from './connection.ts';
import { addDatabase, addSchema, addTopic } from './contents.ts';
import { copyJobs } from './copies.ts';
import { clusterPath } from './engine.ts';
import { addLogSink } from './log-sinks.ts';
import { maintenanceJobs } from './maintenance.ts';
import { newCluster } from './new-cluster.ts';
import { addPool } from './pools.ts';
import { addReplica } from './replicas.ts';
import { settingJobs } from './settings.ts';
import { sizeJobs } from './size.ts';
import { addUser } from './users.ts';

const all = [...connectionJobs, ...accessJobs, ...sizeJobs, ...maintenanceJobs, ...settingJobs, ...copyJobs];
const named = (names: readonly string[]): Job[] => names.flatMap((name) => all.filter((job) => job.name === name));

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Databases */
export const clusterJobs: readonly Job[] = [
  newCluster,
  // The most wanted first: only so many are buttons.
  ...named([
    'copy-string',
    'allow',
    'resize',
    'upgrade',
    'install-update',
    'eviction',
    'window',
    'configure',
    'restore',
    'move',
    'certificate',
    'copy-as',
    'take-away',
    'storage-growth',
    'sql-modes',
    'import',
    'stop-import',
  ]),
  addUser,
  addDatabase,
  addPool,
  addTopic,
  addSchema,
  addLogSink,
  addReplica,
  watchThis('clusters'),
  moveToProject('dbaas'),
  {
    name: 'destroy',
    label: 'Destroy…',
    level: 'destructive',
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
