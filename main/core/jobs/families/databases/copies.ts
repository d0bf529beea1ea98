import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option, text, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { clusterPath, has, parentPath, whyNotOnline } from './engine.ts';
import { nameField } from './names.ts';
import { moment, readOrigin, restored } from './restore.ts';

const willCost = (name: string): string =>
  `${name} stays as it is. The new cluster is billed as a second one, and its access rules are not copied: they are offered once it is there.`;

/** A backup as a row of its own list, which its moment tells from the others. */
export const backupJobs: readonly Job[] = [
  {
    name: 'restore',
    label: 'Restore to a new cluster…',
    level: 'normal',
    isMain: true,
    keywords: 'fork recover',
    submitLabel: 'Restore',
    async open({ thing, ask }) {
      const origin = await readOrigin(ask, parentPath(thing));
      if (!origin.ok) return origin;
      const name = textAt(origin.value.cluster, 'name');
      return success({
        lines: [willCost(name)],
        fields: [nameField('Name of the new cluster', 63, `${name}-restored`)],
        data: origin.value,
      });
    },
    plan: ({ name }, { thing, nowMs }, { data = {} }) => restored(data, textAt(thing.row, 'created_at'), String(name), nowMs),
  },
];

/** Copies of a cluster's data, out of it and into it. */
export const copyJobs: readonly Job[] = [
  {
    name: 'restore',
    label: 'Restore a backup to a new cluster…',
    level: 'normal',
    keywords: 'fork recover snapshot',
    submitLabel: 'Restore',
    isFor: has('backups'),
    async open({ thing, ask, nowMs }) {
      const [backups, origin] = await Promise.all([
        ask.list('databases_list_backups', clusterPath(thing)),
        readOrigin(ask, clusterPath(thing)),
      ]);
      if (!backups.ok) return backups;
      if (!origin.ok) return origin;
      const newest = backups.value.toSorted((one, other) => textAt(other, 'created_at').localeCompare(textAt(one, 'created_at')));
      return success({
        lines: [willCost(thing.name)],
        fields: [
          choice({
            name: 'backup',
            label: 'Backup',
            choices: newest.map((backup) => {
              const at = textAt(backup, 'created_at');
              return option(at, moment(at, nowMs), `${Number(textAt(backup, 'size_gigabytes')).toFixed(1)} GB`);
            }),
            value: newest[0] ? textAt(newest[0], 'created_at') : null,
          }),
          nameField('Name of the new cluster', 63, `${thing.ownName}-restored`),
        ],
        data: origin.value,
      });
    },
    plan: ({ backup, name }, { nowMs }, { data = {} }) => restored(data, String(backup), String(name), nowMs),
  },
  {
    name: 'import',
    label: 'Import from another server…',
    level: 'disruptive',
    keywords: 'migrate copy online migration',
    submitLabel: 'Import',
    isFor: has('import'),
    off: whyNotOnline,
    open: ({ thing }) =>
      success({
        lines: [
          `Its data is copied into ${thing.name}, over what is there, and kept up to date for two weeks or until you stop it.`,
        ],
        fields: [
          text({ name: 'host', label: 'Server', hint: 'Its name or address.' }),
          number({ name: 'port', label: 'Port', minimum: 1, maximum: 65_535, unit: '' }),
          text({ name: 'dbname', label: 'Database', isRequired: false }),
          text({ name: 'username', label: 'User', isRequired: false }),
          text({ name: 'password', label: 'Password', isSecret: true, isRequired: false }),
          tick({ name: 'isPlain', label: 'Without TLS, which lets others read along' }),
        ],
      }),
    plan({ host, port, isPlain, ...rest }, { thing }) {
      const given = ['dbname', 'username', 'password'].flatMap((name) =>
        rest[name] ? [[name, String(rest[name])] as const] : [],
      );
      return {
        steps: [
          {
            label: 'Import',
            operationId: 'databases_update_onlineMigration',
            path: clusterPath(thing),
            body: {
              source: { host: String(host), port: Number(port), ...Object.fromEntries(given) },
              ...(isPlain === true ? { disable_ssl: true } : {}),
            },
          },
        ],
        done: () => `${thing.name} is importing from ${host}.`,
      };
    },
  },
  {
    name: 'stop-import',
    label: 'Stop the import…',
    level: 'disruptive',
    keywords: 'migrate cancel',
    submitLabel: 'Stop',
    isFor: has('import'),
    async open({ thing, ask }) {
      const read = await ask.read('databases_get_migrationStatus', clusterPath(thing));
      const isNone = !read.ok && read.failure.kind === 'not-found';
      if (!read.ok && !isNone) return read;
      const migration = read.ok && isObject(read.value) ? read.value : {};
      if (!['running', 'syncing'].includes(textAt(migration, 'status'))) {
        return failed({ kind: 'conflict', message: `Nothing is being imported into ${thing.name}.` });
      }
      return success({ lines: ['What was copied so far stays.'], data: { id: textAt(migration, 'id') } });
    },
    plan: (_values, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Stop',
          operationId: 'databases_delete_onlineMigration',
          path: { ...clusterPath(thing), migration_id: textAt(data, 'id') },
        },
      ],
      done: () => `The import into ${thing.name} is stopped; what was copied stays.`,
    }),
  },
];
