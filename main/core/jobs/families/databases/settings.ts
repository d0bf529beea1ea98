import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { Json, JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, choices, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { clusterPath, has } from './engine.ts';

const policies: Record<string, string> = {
  noeviction: 'Nothing: writes fail when memory is full',
  allkeys_lru: 'What was used longest ago',
  allkeys_random: 'Anything, by chance',
  volatile_lru: 'Of what expires, what was used longest ago',
  volatile_random: 'Of what expires, anything, by chance',
  volatile_ttl: 'What expires soonest',
};

const modes = [
  'ALLOW_INVALID_DATES',
  'ANSI',
  'ANSI_QUOTES',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'HIGH_NOT_PRECEDENCE',
  'IGNORE_SPACE',
  'NO_AUTO_VALUE_ON_ZERO',
  'NO_DIR_IN_CREATE',
  'NO_ENGINE_SUBSTITUTION',
  'NO_UNSIGNED_SUBTRACTION',
  'NO_ZERO_DATE',
  'NO_ZERO_IN_DATE',
  'ONLY_FULL_GROUP_BY',
  'PAD_CHAR_TO_FULL_LENGTH',
  'PIPES_AS_CONCAT',
  'REAL_AS_FLOAT',
  'STRICT_ALL_TABLES',
  'STRICT_TRANS_TABLES',
  'TIME_TRUNCATE_FRACTIONAL',
  'TRADITIONAL',
];

const modesIn = (base: JsonObject): string[] =>
  textAt(base, 'sql_mode')
    .split(',')
    .filter((mode) => mode !== '');

/** A setting that is one value. What is made of parts is changed in All operations. */
const isPlain = (value: Json | undefined): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function fieldOf(name: string, value: string | number | boolean): JobField {
  const shared = { name: `value ${name}`, label: 'Value', shownIf: { field: 'setting', values: [name] } };
  if (typeof value === 'boolean')
    return choice({ ...shared, choices: [option('true', 'On'), option('false', 'Off')], value: String(value) });
  const pattern = typeof value === 'number' ? { source: '-?\\d+(\\.\\d+)?', words: 'a number' } : null;
  return text({ ...shared, value: String(value), isRequired: pattern !== null, pattern });
}

function newValue(values: JobValues, before: Json | undefined): Json {
  const given = values[`value ${values.setting}`] ?? '';
  if (typeof before === 'number') return Number(given);
  return typeof before === 'boolean' ? given === 'true' : String(given);
}

const shown = (value: Json | undefined): string => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));

export const settingJobs: readonly Job[] = [
  {
    name: 'eviction',
    label: 'What goes when memory is full…',
    level: 'disruptive',
    keywords: 'eviction policy lru cache',
    submitLabel: 'Save',
    isFor: has('eviction'),
    async open({ thing, ask }) {
      const base = await ask.base('databases_update_evictionPolicy', clusterPath(thing));
      if (!base.ok) return base;
      return success({
        lines: ['It holds at once. What is thrown away is lost.'],
        fields: [
          choice({
            name: 'policy',
            label: 'What is thrown away',
            choices: Object.entries(policies).map(([policy, label]) => option(policy, label)),
            value: textAt(base.value, 'eviction_policy') || null,
          }),
        ],
        data: { base: base.value },
      });
    },
    plan: ({ policy }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Save',
          operationId: 'databases_update_evictionPolicy',
          path: clusterPath(thing),
          edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, eviction_policy: String(policy) }) },
        },
      ],
      done: () => `When memory is full, ${thing.name} throws away: ${(policies[String(policy)] ?? '').toLowerCase()}.`,
    }),
  },
  {
    name: 'sql-modes',
    label: 'SQL modes…',
    level: 'disruptive',
    keywords: 'strict mysql',
    submitLabel: 'Save',
    isFor: has('sqlModes'),
    async open({ thing, ask }) {
      const base = await ask.base('databases_update_sql_mode', clusterPath(thing));
      if (!base.ok) return base;
      const now = modesIn(base.value);
      const all = [...new Set([...modes, ...now])];
      return success({
        lines: ['They hold for new connections, and change what queries the cluster takes.'],
        fields: [choices({ name: 'modes', label: 'Modes', choices: all.map((mode) => option(mode, mode)), value: now })],
        data: { base: base.value },
      });
    },
    plan({ modes: chosen }, { thing }, { data = {} }) {
      const list = Array.isArray(chosen) ? chosen : [];
      return {
        steps: [
          {
            label: 'Save',
            operationId: 'databases_update_sql_mode',
            path: clusterPath(thing),
            edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, sql_mode: list.join(',') }) },
          },
        ],
        done: () => `${thing.name} has ${list.length} SQL modes now.`,
      };
    },
  },
  {
    name: 'configure',
    label: 'Configuration…',
    level: 'disruptive',
    keywords: 'settings parameters tuning',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('databases_patch_config', clusterPath(thing));
      if (!base.ok) return base;
      const settings = Object.entries(objectAt(base.value, 'config')).flatMap(([name, value]) =>
        isPlain(value) ? [[name, value] as const] : [],
      );
      return success({
        lines: ['Some settings restart the engine, and connections drop for moments.'],
        fields: [
          choice({
            name: 'setting',
            label: 'Setting',
            choices: settings.map(([name, value]) => option(name, name, `now ${shown(value)}`)),
            hint: settings.length === 0 ? 'The cluster tells no settings.' : null,
          }),
          ...settings.map(([name, value]) => fieldOf(name, value)),
        ],
        data: { base: base.value },
      });
    },
    plan(values, { thing }, { data = {} }) {
      const name = String(values.setting);
      const before = objectAt(objectAt(data, 'base'), 'config')[name];
      const after = newValue(values, before);
      return {
        steps: [
          {
            label: 'Save',
            operationId: 'databases_patch_config',
            path: clusterPath(thing),
            edit: {
              opened: objectAt(data, 'base'),
              change: (base) => ({ ...base, config: { ...objectAt(base, 'config'), [name]: after } }),
            },
          },
        ],
        done: () => `${name} of ${thing.name}: ${shown(before)} → ${shown(after)}.`,
      };
    },
  },
];
