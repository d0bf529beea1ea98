import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { objectAt, textAt } from '../../thing.ts';
import { copyString, stringOf } from './connection.ts';
import { clusterPath, has, parentPath } from './engine.ts';
import { nameField } from './names.ts';

const pathOf = (thing: Thing) => ({ ...parentPath(thing), pool_name: thing.id });

/** The API refuses more than the cluster's memory allows, which no read tells. */
const connectionsAtMost = 1000;

/** Stands for pools whose sessions use the name and password of whoever connects. */
const ownUser = '';

const modes = [
  option('transaction', 'Transaction: each gets a connection'),
  option('session', 'Session: each keeps its connection'),
  option('statement', 'Statement: each gets a connection'),
];

async function poolFields(ask: Ask, path: Record<string, string>, now: JsonObject): Promise<JobField[]> {
  const [databases, users] = await Promise.all([ask.list('databases_list', path), ask.list('databases_list_users', path)]);
  const named = (rows: readonly JsonObject[]) => rows.map((row) => option(textAt(row, 'name'), textAt(row, 'name')));
  return [
    choice({
      name: 'db',
      label: 'Database',
      choices: databases.ok ? named(databases.value) : [],
      value: textAt(now, 'db') || null,
    }),
    choice({
      name: 'user',
      label: 'Signs in as',
      choices: [option(ownUser, 'Whoever connects'), ...(users.ok ? named(users.value) : [])],
      value: textAt(now, 'user'),
      isRequired: false,
    }),
    choice({ name: 'mode', label: 'Shared by', choices: modes, value: textAt(now, 'mode') || 'transaction' }),
    number({
      name: 'size',
      label: 'Size',
      value: Number(textAt(now, 'size')) || 10,
      minimum: 1,
      maximum: connectionsAtMost,
      unit: 'connections',
    }),
  ];
}

export const addPool: Job = {
  name: 'add-pool',
  label: 'Add a connection pool…',
  level: 'normal',
  makes: 'databases_list_connectionPools',
  isInListOnly: true,
  keywords: 'pgbouncer new',
  submitLabel: 'Add',
  isFor: has('pools'),
  open: async ({ thing, ask }) =>
    success({ fields: [nameField('Name', 63), ...(await poolFields(ask, clusterPath(thing), {}))] }),
  plan: ({ name, mode, size, db, user }, { thing }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'databases_add_connectionPool',
        path: clusterPath(thing),
        body: {
          name: String(name),
          mode: String(mode),
          size: Number(size),
          db: String(db),
          ...(user === ownUser ? {} : { user: String(user) }),
        },
      },
    ],
    done: () => `The pool ${name} of ${thing.name} takes ${size} connections to ${db}.`,
    again([answer]) {
      const text = stringOf(objectAt(isObject(answer) ? answer : {}, 'pool'));
      if (text === '') return null;
      return {
        label: 'Copy its connection string',
        steps: [],
        copy: () => ({ what: `Connection string of ${name}`, text }),
        done: () => `The connection string of ${name} is copied, with its password.`,
      };
    },
  }),
};

export const connectionPoolJobs: readonly Job[] = [
  copyString({
    operationId: 'databases_get_connectionPool',
    at: 'pool',
    pathOf,
  }),
  {
    name: 'change',
    label: 'Change…',
    level: 'disruptive',
    isMain: true,
    keywords: 'size mode user',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('databases_update_connectionPool', pathOf(thing));
      if (!base.ok) return base;
      return success({
        lines: ['What is connected through the pool is cut, and connects anew.'],
        fields: await poolFields(ask, parentPath(thing), base.value),
        data: { base: base.value },
      });
    },
    plan: ({ mode, size, db, user }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'databases_update_connectionPool',
          path: pathOf(thing),
          edit: {
            opened: objectAt(data, 'base'),
            change({ user: _before, ...base }) {
              const changed: JsonObject = { ...base, mode: String(mode), size: Number(size), db: String(db) };
              return user === ownUser ? changed : { ...changed, user: String(user) };
            },
          },
        },
      ],
      done: () => `The pool ${thing.name} takes ${size} connections to ${db}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    open: ({ thing }) => success({ goes: [`Pool ${thing.name}: what connects through it stops`], stays: ['The data'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'databases_delete_connectionPool', path: pathOf(thing) }],
      done: () => `The pool ${thing.name} is deleted.`,
      again: {
        steps: [
          {
            label: 'Make it again',
            operationId: 'databases_add_connectionPool',
            path: parentPath(thing),
            body: partsOf(thing.row, ['name', 'mode', 'size', 'db', 'user']),
          },
        ],
        done: () => `The pool ${thing.name} is there again.`,
      },
    }),
  },
];
