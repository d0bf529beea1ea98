import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import type { Job, JobContext, Plan } from '../../job.ts';
import { usualRegion } from '../../parts/regions.ts';
import { listAt, textAt } from '../../thing.ts';
import { readSource, sourceFrom } from './app-source.ts';
import { sizeWords } from './scale.ts';
import { costOf, costWords } from './spec.ts';
import { typedSpec, wrongSpec } from './typed-spec.ts';

/** What DigitalOcean takes as the name of an app and of its parts. */
const appName = {
  source: '[a-z][a-z0-9-]{0,30}[a-z0-9]',
  words: 'small letters, digits and hyphens, 2 to 32 of them, a letter first',
} as const;

/** The one service of a new app. */
const component = 'web';
/** Apps listen here unless they are told otherwise. */
const usualPort = 8080;

/** DigitalOcean checks the spec before it gets it: what it refuses then has made nothing. */
function make(spec: JsonObject): Plan {
  const name = textAt(spec, 'name');
  return {
    steps: [
      { label: 'Check the spec', operationId: 'apps_validate_appSpec', body: { spec } },
      { label: 'Make the app', operationId: 'apps_create', body: { spec }, named: name },
    ],
    done: ([checked]) => `${name} is being made and deployed.${costWords(checked)}`,
  };
}

/** What an app of that spec would cost. */
const priceOf = async ({ ask }: JobContext, spec: JsonObject) => {
  const checked = await ask.check('apps_validate_appSpec', {}, { spec });
  return checked.ok ? success(costOf(checked.value)) : checked;
};

/** Where most droplets of the team are, if apps can be there; else where DigitalOcean would put it. */
function regionField(context: JobContext, regions: readonly JsonObject[]): JobField {
  const open = regions.filter((region) => region.disabled !== true);
  const usual = usualRegion(context);
  const preset =
    open.find((region) => usual !== null && listAt(region, 'data_centers').includes(usual)) ??
    open.find((region) => region.default === true);
  return choice({
    name: 'region',
    label: 'Region',
    choices: open.map((region) => option(textAt(region, 'slug'), textAt(region, 'label'), textAt(region, 'slug'))),
    value: preset ? textAt(preset, 'slug') : null,
  });
}

const sizeField = (sizes: readonly JsonObject[]): JobField => {
  const offered = sizes.filter((size) => size.deprecation_intent !== true);
  return choice({
    name: 'size',
    label: 'Size',
    choices: offered.map((size) => option(textAt(size, 'slug'), sizeWords(size), sizeDetail(size))),
    value: offered[0] ? textAt(offered[0], 'slug') : null,
  });
};

const sizeDetail = (size: JsonObject): string => `${textAt(size, 'name')}, $${textAt(size, 'usd_per_month')} a month`;

const specFrom = (values: JobValues): JsonObject => ({
  name: String(values.name),
  region: String(values.region),
  services: [
    {
      name: component,
      ...sourceFrom(values),
      instance_count: 1,
      instance_size_slug: String(values.size),
      http_port: Number(values.port),
    },
  ],
});

export const newApp: Job = {
  name: 'new',
  label: 'New app…',
  level: 'normal',
  isNew: true,
  keywords: 'create deploy repository github gitlab image container docker',
  submitLabel: 'Make and deploy',
  async open(context) {
    const { ask, nowMs } = context;
    const [regions, sizes, source] = await Promise.all([
      ask.list('apps_list_regions'),
      ask.list('apps_list_instanceSizes'),
      readSource(ask),
    ]);
    if (!regions.ok) return regions;
    if (!sizes.ok) return sizes;
    return success({
      lines: ['One service that answers on the internet. Variables, domains and more instances come afterwards.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('app', nowMs),
          pattern: appName,
          hint: 'It cannot be renamed later.',
        }),
        ...source,
        regionField(context, regions.value),
        sizeField(sizes.value),
        number({
          name: 'port',
          label: 'Port',
          value: usualPort,
          minimum: 1,
          maximum: 65_535,
          unit: '',
          hint: 'Where it listens inside.',
        }),
      ],
    });
  },
  price: (values, _opened, context) => priceOf(context, specFrom(values)),
  plan: (values, _context, { fields }) => {
    const made = make(specFrom(values));
    return { ...made, done: (answers) => `${made.done(answers)} It is in ${chosen(fields, 'region', values.region)}.` };
  },
};

export const newFromSpec: Job = {
  name: 'from-spec',
  label: 'From a spec…',
  level: 'normal',
  isNew: true,
  keywords: 'create new app json yaml paste import',
  submitLabel: 'Make and deploy',
  open: () =>
    success({
      lines: ['DigitalOcean checks it before anything is made.'],
      fields: [text({ name: 'spec', label: 'Spec (YAML or JSON)', isLong: true, hint: 'Paste what describes the app.' })],
    }),
  wrong: ({ spec }) => wrongSpec(spec),
  price: ({ spec }, _opened, context) => priceOf(context, typedSpec(spec) ?? {}),
  plan: ({ spec }) => make(typedSpec(spec) ?? {}),
};
