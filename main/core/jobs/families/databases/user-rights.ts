import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobChoice, JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, choices, chosen, option, several, text, tick } from '../../fields.ts';
import type { Ask, Job, JobContext, Opened, Thing, Weight } from '../../job.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterIn, engineName, engineOf, parentPath } from './engine.ts';

export const indexRights = [
  option('read', 'Read'),
  option('write', 'Write'),
  option('readwrite', 'Read and write'),
  option('admin', 'Everything'),
  option('deny', 'Nothing'),
];
export const topicRights = [
  option('consume', 'Read'),
  option('produce', 'Write'),
  option('produceconsume', 'Read and write'),
  option('admin', 'Everything'),
];
export const mongoRoles = [option('readOnly', 'Read'), option('readWrite', 'Read and write'), option('dbAdmin', 'Administer')];

/** Engines whose users have a list of rights, each for a name or a pattern. */
const lists: Readonly<Record<string, { at: string; what: string; label: string; rights: readonly JobChoice[] }>> = {
  kafka: { at: 'acl', what: 'topic', label: 'Topics', rights: topicRights },
  opensearch: { at: 'opensearch_acl', what: 'index', label: 'Indexes', rights: indexRights },
};

const nothingMore = 'none';
const pathOf = (thing: Thing) => ({ ...parentPath(thing), username: thing.id });
const settingsIn = (data: Opened['data']): JsonObject => objectAt(objectAt(data ?? {}, 'base'), 'settings');
const rightsIn = (settings: JsonObject, engine: string): JsonObject[] =>
  listAt(settings, lists[engine]?.at ?? '').filter(isObject);

/** "orders*: Read and write". */
function inWords(right: JsonObject, engine: string): string {
  const known = lists[engine];
  const permission = textAt(right, 'permission');
  const words = known?.rights.find(({ value }) => value === permission)?.label ?? permission;
  return `${textAt(right, known?.what ?? '')}: ${words}`;
}

async function fieldsFor(ask: Ask, thing: Thing, engine: string, settings: JsonObject): Promise<JobField[]> {
  const known = lists[engine];
  if (known) {
    const now = rightsIn(settings, engine);
    const offered = now.map((right, at) => option(String(at), inWords(right, engine)));
    return [
      choices({ name: 'kept', label: 'It may go on to', choices: offered, value: offered.map(({ value }) => value) }),
      choice({
        name: 'right',
        label: 'And it may',
        choices: [option(nothingMore, 'Nothing more'), ...known.rights],
        value: nothingMore,
      }),
      text({
        name: 'on',
        label: known.label,
        hint: 'A name, or a pattern such as orders*.',
        shownIf: { field: 'right', values: known.rights.map(({ value }) => value) },
      }),
    ];
  }
  if (engine === 'mongodb') {
    const now = objectAt(settings, 'mongo_user_settings');
    const databases = await ask.list('databases_list', parentPath(thing));
    const has = listAt(now, 'databases').map(String);
    const names = [...new Set([...has, ...(databases.ok ? databases.value.map((row) => textAt(row, 'name')) : [])])];
    const offered = names.map((name) => option(name, name));
    return [
      choices({ name: 'databases', label: 'Databases', choices: offered, value: has, isRequired: true }),
      choice({ name: 'role', label: 'May', choices: mongoRoles, value: textAt(now, 'role') || null }),
    ];
  }
  return [tick({ name: 'replicates', label: 'May replicate', value: settings.pg_allow_replication === true })];
}

function settingsFrom(values: JobValues, engine: string, settings: JsonObject): JsonObject {
  const known = lists[engine];
  if (known) {
    const kept = rightsIn(settings, engine).filter((_right, at) => several(values.kept).includes(String(at)));
    const added: JsonObject[] =
      values.right === nothingMore ? [] : [{ [known.what]: String(values.on), permission: String(values.right) }];
    return { ...settings, [known.at]: [...kept, ...added] };
  }
  if (engine === 'mongodb') {
    return { ...settings, mongo_user_settings: { databases: several(values.databases), role: String(values.role) } };
  }
  return { ...settings, pg_allow_replication: values.replicates === true };
}

function weightOf(values: JobValues, { data, fields }: Opened, engine: string): Weight {
  const settings = settingsIn(data);
  const words = (gone: string) => `No longer allowed: ${gone}.`;
  if (lists[engine]) {
    const before = rightsIn(settings, engine).map((right) => inWords(right, engine));
    return taken(
      before,
      several(values.kept).map((at) => chosen(fields, 'kept', at)),
      words,
    );
  }
  if (engine === 'mongodb') {
    const now = objectAt(settings, 'mongo_user_settings');
    const isLess = textAt(now, 'role') !== '' && values.role !== textAt(now, 'role');
    const gone = taken(listAt(now, 'databases').map(String), several(values.databases), words);
    return isLess && gone.level === 'normal' ? { level: 'disruptive', lines: ['What needs its old role stops.'] } : gone;
  }
  const stops = settings.pg_allow_replication === true && values.replicates !== true;
  return stops ? { level: 'disruptive', lines: ['What replicates with it stops.'] } : { level: 'normal' };
}

/** Users of these engines have rights that can be changed. */
const engines = ['pg', 'mongodb', 'kafka', 'opensearch'];

async function open({ thing, ask }: JobContext): Promise<Outcome<Opened>> {
  const [read, base] = await Promise.all([
    ask.read('databases_get_cluster', parentPath(thing)),
    ask.base('databases_update_user', pathOf(thing)),
  ]);
  if (!read.ok) return read;
  if (!base.ok) return base;
  const cluster = clusterIn(read.value);
  const engine = engineOf(cluster);
  if (!engines.includes(engine)) {
    return failed({ kind: 'conflict', message: `${engineName(cluster)} has no rights of users that could be changed here.` });
  }
  const data: Record<string, Json> = { base: base.value, engine };
  return success({ fields: await fieldsFor(ask, thing, engine, settingsIn(data)), data });
}

export const changeRights: Job = {
  name: 'rights',
  label: 'Change rights…',
  level: 'disruptive',
  keywords: 'permission acl role topics indexes databases replication',
  submitLabel: 'Save',
  open,
  weigh: (values, opened) => weightOf(values, opened, textAt(opened.data ?? {}, 'engine')),
  plan: (values, { thing }, { data = {} }) => ({
    steps: [
      {
        label: 'Save',
        operationId: 'databases_update_user',
        path: pathOf(thing),
        edit: {
          opened: objectAt(data, 'base'),
          change: (base) => ({ ...base, settings: settingsFrom(values, textAt(data, 'engine'), objectAt(base, 'settings')) }),
        },
      },
    ],
    done: () => `The rights of ${thing.name} are saved.`,
  }),
};
