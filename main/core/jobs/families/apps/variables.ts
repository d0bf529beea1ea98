import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { writtenRows } from '../../../../../preload/contract/job-table.ts';
import { isObject, isSameJson, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { rowsIn, table } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt } from '../../thing.ts';
import { whyPinned } from './pinned.ts';
import { changeSpec, componentsOf, specOf, withComponent } from './spec.ts';
import { editedEnvs, envRows, variableColumns } from './variable-rows.ts';

/** Stands for the app itself, whose variables all its components get. No component's name has a sign like this. */
const wholeApp = '*';

/** More rows than these are found sooner where all are folded. */
const openAtMost = 12;

const envsOf = (row: JsonObject): JsonObject[] => listAt(row, 'envs').filter(isObject);

/** Who has variables. A function's are not among them: they are set where it is written. */
const holdersIn = (spec: JsonObject): { name: string; envs: JsonObject[] }[] => [
  ...componentsOf(spec)
    .filter(({ kind }) => kind !== 'functions')
    .map(({ name, row }) => ({ name, envs: envsOf(row) })),
  { name: wholeApp, envs: envsOf(spec) },
];

const heldBy = (holder: string, appName: string): string => (holder === wholeApp ? appName : `${holder} of ${appName}`);

function tablesOf(spec: JsonObject, appName: string) {
  const holders = holdersIn(spec);
  const isLong = holders.reduce((sum, { envs }) => sum + envs.length, 0) > openAtMost;
  return holders.map(({ name, envs }) =>
    table({
      name,
      label: name === wholeApp ? `all of ${appName}` : name,
      columns: variableColumns,
      noun: 'variable',
      pastedInto: 'value',
      isFolded: isLong || envs.length === 0,
      value: envRows(envs),
    }),
  );
}

/** The variables of an app as the tables have them now. */
const editedSpec = (spec: JsonObject, values: JobValues): JsonObject =>
  tablesOf(spec, '').reduce((whole, field) => {
    const rows = writtenRows(field, rowsIn(values[field.name]));
    const change = (row: JsonObject): JsonObject => {
      const envs = editedEnvs(envsOf(row), field.value, rows);
      return envs === null ? row : { ...row, envs };
    };
    return field.name === wholeApp ? change(whole) : withComponent(whole, field.name, change);
  }, spec);

/** "API_KEY is set for api of storefront", "3 variables of storefront are changed". */
function changeWords(base: Json | undefined, values: JobValues, appName: string): string {
  const changes = tablesOf(specOf(base), appName).flatMap((field) => {
    const began = writtenRows(field, field.value);
    const rows = writtenRows(field, rowsIn(values[field.name]));
    const where = heldBy(field.name, appName);
    const set = rows.filter((row) => !began.some((before) => isSameJson(before, row)));
    const gone = began.filter(({ id }) => !rows.some((row) => row.id === id));
    return [
      ...set.map(({ cells }) => `${cells.key} is set for ${where}`),
      ...gone.map(({ cells }) => `${cells.key} is removed from ${where}`),
    ];
  });
  const [only = ''] = changes;
  return changes.length === 1 ? only : `${changes.length} variables of ${appName} are changed`;
}

export const variableJob: Job = {
  name: 'edit-variables',
  label: 'Edit variables…',
  level: 'disruptive',
  keywords: 'variable environment env secret add set remove delete key token password',
  submitLabel: 'Save and deploy',
  off: whyPinned,
  async open({ thing, ask }) {
    const base = await ask.base('apps_update', { id: thing.id });
    if (!base.ok) return base;
    return success({
      lines: [
        'Nobody can read a secret again: it stays as it is unless you type a new value.',
        'All is read again before it is saved, and a new deployment starts.',
      ],
      fields: tablesOf(specOf(base.value), thing.name),
      data: { base: base.value },
    });
  },
  plan: (values, { thing }, { data = {} }) =>
    changeSpec(
      thing,
      isObject(data.base) ? data.base : {},
      (spec) => editedSpec(spec, values),
      `${changeWords(data.base, values, thing.name)}, and a new deployment starts.`,
    ),
};
