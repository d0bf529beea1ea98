import { choiceIn, textIn } from '../../../../../preload/contract/job-table.ts';
import type { JobColumn, JobRow } from '../../../../../preload/contract/job-table-schema.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { textAt } from '../../thing.ts';

/* The variables of an app as rows of a table, and back: what a row does not have stays as it was read. */

const always = 'RUN_AND_BUILD_TIME';

const scopeColumn: Extract<JobColumn, { kind: 'choice' }> = {
  kind: 'choice',
  name: 'scope',
  label: 'When it is there',
  choices: [
    { value: always, label: 'Build and run' },
    { value: 'RUN_TIME', label: 'Run only' },
    { value: 'BUILD_TIME', label: 'Build only' },
  ],
  usual: { tick: 'secret', ticked: 'RUN_TIME', otherwise: always },
};

export const variableColumns: JobColumn[] = [
  {
    kind: 'text',
    name: 'key',
    label: 'Name',
    isUnique: true,
    isRequired: true,
    pattern: { source: '[A-Za-z_][A-Za-z0-9_]*', words: 'letters, digits and _ only, and no digit first' },
    secretIf: null,
  },
  { kind: 'text', name: 'value', label: 'Value', isUnique: false, isRequired: false, pattern: null, secretIf: 'secret' },
  scopeColumn,
  { kind: 'tick', name: 'secret', label: 'Secret', noun: 'a secret' },
];

/** One that was encrypted is a secret, whatever its type says. */
const isSecret = (env: JsonObject): boolean => env.type === 'SECRET' || textAt(env, 'value').startsWith('EV[');

/** The id of each: its name, and which of those with that name it is. */
function idsOf(envs: readonly JsonObject[]): string[] {
  const seen = new Map<string, number>();
  return envs.map((env) => {
    const key = textAt(env, 'key');
    const at = seen.get(key) ?? 0;
    seen.set(key, at + 1);
    return `is ${at} ${key}`;
  });
}

/** Rows of a table. The value of a secret stays here. */
export function envRows(envs: readonly JsonObject[]): JobRow[] {
  const ids = idsOf(envs);
  return envs.map((env, at) => {
    const scope = textAt(env, 'scope');
    const isOffered = scopeColumn.choices.some(({ value }) => value === scope);
    return {
      id: ids[at] ?? '',
      cells: {
        key: textAt(env, 'key'),
        value: isSecret(env) ? null : textAt(env, 'value'),
        scope: isOffered ? scope : always,
        secret: isSecret(env),
      },
    };
  });
}

/** The variables that these rows make of those that were read; `null`: the same. */
export function editedEnvs(envs: readonly JsonObject[], began: readonly JobRow[], rows: readonly JobRow[]): JsonObject[] | null {
  const ids = idsOf(envs);
  const kept = envs.flatMap((env, at) => {
    const row = rows.find(({ id }) => id === ids[at]);
    const before = began.find(({ id }) => id === ids[at]);
    return row && before ? [changedEnv(env, before, row)] : [];
  });
  const added = rows.filter(({ id }) => !ids.includes(id)).map(newEnv);
  const isSame = added.length === 0 && kept.length === envs.length && kept.every((env, at) => env === envs[at]);
  return isSame ? null : [...kept, ...added];
}

/** The very same where no cell is another. */
function changedEnv(env: JsonObject, before: JobRow, row: JobRow): JsonObject {
  const isOther = (name: string) => row.cells[name] !== before.cells[name];
  const changes: JsonObject = {
    ...(isOther('key') && textIn(row, 'key') !== textIn(before, 'key').trim() ? { key: textIn(row, 'key') } : {}),
    // `null`: it stays as it was read.
    ...(isOther('value') && row.cells.value !== null ? { value: textIn(row, 'value') } : {}),
    ...(isOther('scope') ? { scope: choiceIn(row, scopeColumn) } : {}),
    ...(isOther('secret') ? { type: typeOf(row) } : {}),
  };
  return Object.keys(changes).length === 0 ? env : { ...env, ...changes };
}

const newEnv = (row: JobRow): JsonObject => ({
  key: textIn(row, 'key'),
  value: textIn(row, 'value'),
  scope: choiceIn(row, scopeColumn),
  type: typeOf(row),
});

const typeOf = (row: JobRow): string => (row.cells.secret === true ? 'SECRET' : 'GENERAL');
