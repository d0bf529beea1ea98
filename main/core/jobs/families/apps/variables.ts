import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { changeSpec, componentsOf, specOf, withComponent } from './spec.ts';

/** Stands for the app itself, whose variables all its components get. No component's name has a sign like this. */
const wholeApp = '*';
const willDeploy = 'It is read again before it is saved, and a new deployment starts.';

const scopes = [
  option('RUN_AND_BUILD_TIME', 'Build and run'),
  option('RUN_TIME', 'Run only'),
  option('BUILD_TIME', 'Build only'),
];

const envsOf = (row: JsonObject): JsonObject[] => listAt(row, 'envs').filter(isObject);

const holders = (spec: JsonObject, appName: string) => [
  { value: wholeApp, name: `all of ${appName}`, envs: envsOf(spec) },
  ...componentsOf(spec)
    .filter(({ kind }) => kind !== 'functions')
    .map(({ name, row }) => ({ value: name, name, envs: envsOf(row) })),
];

const withEnvs = (spec: JsonObject, holder: string, change: (envs: JsonObject[]) => JsonObject[]): JsonObject => {
  const changed = (row: JsonObject): JsonObject => ({ ...row, envs: change(envsOf(row)) });
  return holder === wholeApp ? changed(spec) : withComponent(spec, holder, changed);
};

/** The variables with this one in the place of the one with its key, or behind them. */
function placed(envs: JsonObject[], variable: JsonObject): JsonObject[] {
  const at = envs.findIndex(({ key }) => key === variable.key);
  return at < 0 ? [...envs, variable] : envs.with(at, { ...envs[at], ...variable });
}

const heldBy = (holder: string, appName: string): string => (holder === wholeApp ? appName : `${holder} of ${appName}`);

/** The variable that is there keeps when it is there. */
const asBefore = 'AS_BEFORE';

interface Setting extends Pick<Job, 'name' | 'label' | 'keywords'> {
  isSecret: boolean;
  /** When a new variable is there. */
  scope: 'RUN_TIME' | 'RUN_AND_BUILD_TIME';
  line: string;
}

const setting = ({ isSecret, scope: usual, line, ...words }: Setting): Job => ({
  ...words,
  level: 'disruptive',
  submitLabel: 'Set and deploy',
  async open({ thing, ask }) {
    const base = await ask.base('apps_update', { id: thing.id });
    if (!base.ok) return base;
    const known = holders(specOf(base.value), thing.name);
    const otherwise = usual === 'RUN_TIME' ? 'a new one: run only' : 'a new one: build and run';
    return success({
      lines: [line, willDeploy],
      fields: [
        choice({
          name: 'holder',
          label: 'For',
          choices: known.map(({ value, name, envs }) => option(value, name, `${envs.length} now`)),
        }),
        text({
          name: 'key',
          label: 'Name',
          pattern: { source: '[A-Za-z_][A-Za-z0-9_]*', words: 'letters, digits and _ only' },
        }),
        text({ name: 'value', label: 'Value', isRequired: isSecret, isSecret }),
        choice({
          name: 'scope',
          label: 'When it is there',
          choices: [option(asBefore, 'As before', otherwise), ...scopes],
          value: asBefore,
        }),
      ],
      data: { base: base.value },
    });
  },
  weigh({ holder, key }, { data = {} }, { thing }) {
    if (!key) return { differences: null };
    const known = holders(specOf(data.base), thing.name).find((one) => one.value === holder);
    const kind = isSecret ? 'a secret' : 'a variable';
    const isThere = known?.envs.some((env) => env.key === key) ?? false;
    return { differences: [`${key}: ${kind} ${isThere ? 'in place of the one that is there' : 'that is new'}`] };
  },
  plan({ holder, key, value, scope }, { thing }, { data = {} }) {
    const given = { key: String(key), value: String(value ?? ''), type: isSecret ? 'SECRET' : 'GENERAL' };
    const set = (envs: JsonObject[]): JsonObject[] => {
      const before = textAt(envs.find((env) => env.key === key) ?? {}, 'scope') || usual;
      return placed(envs, { ...given, scope: scope === asBefore ? before : String(scope) });
    };
    return changeSpec(
      thing,
      isObject(data.base) ? data.base : {},
      (spec) => withEnvs(spec, String(holder), set),
      `${key} is set for ${heldBy(String(holder), thing.name)}, and a new deployment starts.`,
    );
  },
});

export const variableJobs: readonly Job[] = [
  setting({
    name: 'set-variable',
    label: 'Set a variable…',
    keywords: 'environment env add',
    isSecret: false,
    scope: 'RUN_AND_BUILD_TIME',
    line: 'A variable that is there already gets the new value.',
  }),
  setting({
    name: 'set-secret',
    label: 'Set a secret…',
    keywords: 'environment env variable add key token password',
    isSecret: true,
    scope: 'RUN_TIME',
    line: 'It is stored encrypted, and nobody can read it again. One that is there already gets the new value.',
  }),
  {
    name: 'remove-variable',
    label: 'Remove a variable…',
    level: 'disruptive',
    keywords: 'environment env secret delete',
    submitLabel: 'Remove and deploy',
    async open({ thing, ask }) {
      const base = await ask.base('apps_update', { id: thing.id });
      if (!base.ok) return base;
      const known = holders(specOf(base.value), thing.name);
      return success({
        lines: [willDeploy],
        fields: [
          choice({
            name: 'variable',
            label: 'Variable',
            choices: known.flatMap(({ value, name, envs }) =>
              envs.map((env) => option(`${value}=${textAt(env, 'key')}`, textAt(env, 'key'), name)),
            ),
          }),
        ],
        data: { base: base.value },
      });
    },
    plan({ variable }, { thing }, { data = {} }) {
      const [holder = '', key = ''] = String(variable).split('=');
      return changeSpec(
        thing,
        isObject(data.base) ? data.base : {},
        (spec) => withEnvs(spec, holder, (envs) => envs.filter((env) => env.key !== key)),
        `${key} is removed from ${heldBy(holder, thing.name)}, and a new deployment starts.`,
      );
    },
  },
];
