import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, choices, option, text, tick } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterPath, engineOf, has, parentPath } from './engine.ts';
import { nameField } from './names.ts';
import { changeRights, indexRights, mongoRoles, topicRights } from './user-rights.ts';

const plugins = [option('caching_sha2_password', 'SHA-2 (usual)'), option('mysql_native_password', 'Native, for old clients')];
/** What a new user may do, by engine: the fields that ask it, and what they become in the body. */
const rights: Record<string, { fields(thing: Thing, ask: Ask): Promise<JobField[]>; body(values: JobValues): JsonObject }> = {
  pg: {
    fields: () => Promise.resolve([tick({ name: 'replicates', label: 'May replicate' })]),
    body: ({ replicates }) => (replicates === true ? { settings: { pg_allow_replication: true } } : {}),
  },
  mysql: {
    fields: () =>
      Promise.resolve([choice({ name: 'plugin', label: 'Password check', choices: plugins, value: 'caching_sha2_password' })]),
    body: ({ plugin }) => ({ mysql_settings: { auth_plugin: String(plugin) } }),
  },
  kafka: {
    fields: () =>
      Promise.resolve([
        text({ name: 'topic', label: 'Topics', value: '*', hint: 'A name, or a pattern such as orders*.' }),
        choice({ name: 'right', label: 'May', choices: topicRights, value: 'produceconsume' }),
      ]),
    body: ({ topic, right }) => ({ settings: { acl: [{ topic: String(topic), permission: String(right) }] } }),
  },
  opensearch: {
    fields: () =>
      Promise.resolve([
        text({ name: 'index', label: 'Indexes', value: '*', hint: 'A name, or a pattern such as logs*.' }),
        choice({ name: 'right', label: 'May', choices: indexRights, value: 'readwrite' }),
      ]),
    body: ({ index, right }) => ({ settings: { opensearch_acl: [{ index: String(index), permission: String(right) }] } }),
  },
  mongodb: {
    async fields(thing, ask) {
      const listed = await ask.list('databases_list', clusterPath(thing));
      const names = listed.ok ? listed.value.map((one) => textAt(one, 'name')) : [];
      return [
        choices({ name: 'databases', label: 'Databases', choices: names.map((name) => option(name, name)), isRequired: true }),
        choice({ name: 'right', label: 'May', choices: mongoRoles, value: 'readWrite' }),
      ];
    },
    body: ({ databases, right }) => ({
      settings: { mongo_user_settings: { databases: Array.isArray(databases) ? databases : [], role: String(right) } },
    }),
  },
};

/** The password in an answer with a user; `null`: the token may not read it. */
function passwordIn(body: Json | undefined, label: string): { label: string; value: string } | null {
  const value = isObject(body) ? textAt(objectAt(body, 'user'), 'password') : '';
  return value === '' ? null : { label, value };
}

export const addUser: Job = {
  name: 'add-user',
  label: 'Add a user…',
  level: 'normal',
  makes: 'databases_list_users',
  isInListOnly: true,
  keywords: 'login account new password',
  submitLabel: 'Add',
  isFor: has('users'),
  async open({ thing, ask }) {
    const fields = (await rights[engineOf(thing.row)]?.fields(thing, ask)) ?? [];
    return success({ fields: [nameField('Name', 63), ...fields] });
  },
  plan: (values, { thing }) => ({
    steps: [
      {
        label: 'Add',
        operationId: 'databases_add_user',
        path: clusterPath(thing),
        body: { name: String(values.name), ...rights[engineOf(thing.row)]?.body(values) },
      },
    ],
    secret: ([body]) => passwordIn(body, `Password of ${values.name}`),
    done: () => `${values.name} can sign in to ${thing.name}.`,
  }),
};

export const userJobs: readonly Job[] = [
  {
    name: 'rotate-password',
    label: 'Rotate password…',
    level: 'disruptive',
    isMain: true,
    keywords: 'reset change new auth',
    submitLabel: 'Rotate',
    async open({ thing, ask }) {
      const [user, pools] = await Promise.all([
        ask.read('databases_get_user', { ...parentPath(thing), username: thing.id }),
        // Only PostgreSQL has pools; elsewhere the API refuses to list them.
        ask.list('databases_list_connectionPools', parentPath(thing)),
      ]);
      if (!user.ok) return user;
      const used = pools.ok
        ? pools.value.filter((pool) => textAt(pool, 'user') === thing.id).map((pool) => textAt(pool, 'name'))
        : [];
      return success({
        lines: [
          `What signs in as ${thing.name} with the old password is refused at its next connection.`,
          ...(used.length === 0 ? [] : [`That includes what uses the pool ${used.join(', ')}.`]),
        ],
        data: { user: isObject(user.value) ? objectAt(user.value, 'user') : {} },
      });
    },
    plan(_values, { thing }, { data = {} }) {
      const plugin = textAt(objectAt(objectAt(data, 'user'), 'mysql_settings'), 'auth_plugin');
      return {
        steps: [
          {
            label: 'Rotate',
            operationId: 'databases_reset_auth',
            path: { ...parentPath(thing), username: thing.id },
            body: plugin === '' ? {} : { mysql_settings: { auth_plugin: plugin } },
          },
        ],
        secret: ([body]) => passwordIn(body, `New password of ${thing.name}`),
        done: () => `${thing.name} has a new password; the old one no longer works.`,
      };
    },
  },
  changeRights,
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    off: ({ row }) => (textAt(row, 'role') === 'primary' ? 'The first user of a cluster cannot be deleted.' : null),
    open: ({ thing }) => success({ goes: [`User ${thing.name}: what signs in so stops`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'databases_delete_user', path: { ...parentPath(thing), username: thing.id } }],
      done: () => `The user ${thing.name} is deleted.`,
    }),
  },
];
