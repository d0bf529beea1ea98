import { success } from '../../../../../preload/contract/failure.ts';
import { isolated } from '../../../../../preload/contract/isolates.ts';
import type { JobChoice, JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { metricWords } from '../../../../../preload/contract/metric-words.ts';
import { counted, listed } from '../../../words/numbers.ts';
import { choice, choices, number, option, several, text } from '../../fields.ts';
import type { Job, JobContext, Plan } from '../../job.ts';
import { regionOf, textAt } from '../../thing.ts';
import { accountEmail, emailField, emailsIn } from './uptime-alerts.ts';
import { type DraftPolicy, looksFor, wouldHaveFired } from './would-have-fired.ts';

export const windows = [
  option('5m', '5 minutes'),
  option('10m', '10 minutes'),
  option('30m', '30 minutes'),
  option('1h', '1 hour'),
];
const directions = [option('GreaterThan', 'above'), option('LessThan', 'below')];

/** Things that policies are about, with the metrics that people watch. The others are forms of "All operations". */
interface Kind {
  field: string;
  label: string;
  one: string;
  types: readonly string[];
  things(context: JobContext): Promise<JobChoice[]>;
}

const typed = (lead: string, ...lines: string[]): string[] => lines.flatMap((line) => line.split(' ')).map((name) => lead + name);

const listedBy =
  (familyId: string): Kind['things'] =>
  async ({ ask }) => {
    const rows = await ask.list(familyId);
    return rows.ok ? rows.value.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), regionOf(row) || null)) : [];
  };

const kinds = {
  droplets: {
    field: 'droplets',
    label: 'Droplets',
    one: 'droplet',
    types: typed(
      'v1/insights/droplet/',
      'cpu memory_utilization_percent disk_utilization_percent load_1 load_5 load_15 public_outbound_bandwidth',
      'public_inbound_bandwidth private_outbound_bandwidth private_inbound_bandwidth disk_read disk_write',
    ),
    things: async ({ droplets }) => [...droplets.values()].map((one) => option(String(one.id), one.name, one.regionSlug)),
  },
  balancers: {
    field: 'balancers',
    label: 'Load balancers',
    one: 'load balancer',
    types: typed(
      'v1/insights/lbaas/',
      'avg_cpu_utilization_percent connection_utilization_percent tls_connections_per_second_utilization_percent droplet_health',
      'increase_in_http_error_rate_percentage_5xx increase_in_http_error_rate_percentage_4xx',
      'increase_in_http_error_rate_count_5xx increase_in_http_error_rate_count_4xx high_http_request_response_time',
      'high_http_request_response_time_50p high_http_request_response_time_95p high_http_request_response_time_99p',
    ),
    things: listedBy('loadBalancers_list'),
  },
  clusters: {
    field: 'clusters',
    label: 'Database clusters',
    one: 'database cluster',
    types: typed('v1/dbaas/alerts/', 'cpu_alerts memory_utilization_alerts disk_utilization_alerts load_15_alerts'),
    things: listedBy('databases_list_clusters'),
  },
} satisfies Record<string, Kind>;

const unitOf = (type: string): string => metricWords(type).unit.trim();
/** What is counted, where that has no unit: "Load" of "Load (5 min)". */
const countedBy = (type: string): string => metricWords(type).name.replace(/ \(.*/, '');
const limitField = (type: string): string => `limit ${unitOf(type) || countedBy(type)}`;

/** A limit for each unit, so that the number stands beside the one that it is in. */
const limitFields = (types: readonly string[]): JobField[] =>
  [...Map.groupBy(types, limitField)].map(([name, [first = '', ...others]]) => {
    const unit = unitOf(first);
    return number({
      name,
      label: unit === '' ? countedBy(first) : 'Limit',
      value: unit === '%' ? 80 : null,
      minimum: 0,
      maximum: unit === '%' ? 100 : 1_000_000_000,
      unit,
      shownIf: { field: 'type', values: [first, ...others] },
    });
  });

interface Offered {
  kind: Kind;
  things: readonly JobChoice[];
}

/** What every policy asks. Of several kinds, the metric says which one it is about. */
async function fieldsOf(context: JobContext, offered: readonly Offered[], isOfThing: boolean): Promise<JobField[]> {
  const types = offered.flatMap(({ kind }) => kind.types);
  const described = ({ kind }: Offered) =>
    kind.types.map((type) => {
      const detail = [offered.length > 1 ? kind.label : '', unitOf(type)].filter((part) => part !== '').join(', ');
      return option(type, metricWords(type).name, detail || null);
    });
  return [
    choice({ name: 'type', label: 'Watch', choices: offered.flatMap(described) }),
    choice({ name: 'compare', label: 'Tell when it is', choices: directions, value: 'GreaterThan' }),
    ...limitFields(types),
    choice({ name: 'window', label: 'For', choices: windows, value: '5m' }),
    ...(isOfThing
      ? []
      : offered.map(({ kind: { field, label, types: own }, things }) =>
          choices({
            name: field,
            label,
            choices: [...things],
            isRequired: true,
            shownIf: offered.length > 1 ? { field: 'type', values: [...own] } : null,
          }),
        )),
    text({ name: 'name', label: 'Name', isRequired: false, hint: 'Left empty, it is called by what it watches.' }),
    emailField(await accountEmail(context.ask)),
  ];
}

const nobodyTold = ({ email }: JobValues): string | null =>
  emailsIn(email).length === 0 ? 'Nobody would be told: fill in an e-mail address.' : null;

function planOf({ type, compare, window, name, email, ...values }: JobValues, one: string, entities: string[], of = ''): Plan {
  const metric = metricWords(String(type));
  const limit = Number(values[limitField(String(type))]);
  const words = `${metric.name} ${compare === 'LessThan' ? 'below' : 'above'} ${limit}${metric.unit}`;
  const called = String(name ?? '') || (of === '' ? words : `${of}: ${words}`);
  return {
    steps: [
      {
        label: 'Make policy',
        operationId: 'monitoring_create_alertPolicy',
        body: {
          type: String(type),
          description: called,
          compare: String(compare),
          value: limit,
          window: String(window),
          entities,
          tags: [],
          alerts: { email: emailsIn(email), slack: [] },
          enabled: true,
        },
      },
    ],
    done: () => `${isolated(called)} watches ${counted(entities.length, one)} and tells ${listed(emailsIn(email))}.`,
  };
}

/** How often it would have fired on the droplets that it is about. */
function firing(idsOf: (values: JobValues, context: JobContext) => readonly string[]): Pick<Job, 'looks' | 'weigh'> {
  const asTyped = (values: JobValues, context: JobContext): DraftPolicy => ({
    type: String(values.type ?? ''),
    compare: String(values.compare),
    value: values[limitField(String(values.type))],
    window: String(values.window),
    droplets: idsOf(values, context).flatMap((id) => context.droplets.get(Number(id)) ?? []),
  });
  return {
    looks: (values, opened, context) => looksFor(asTyped(values, context), opened, context),
    weigh: (values, opened, context) => ({ lines: wouldHaveFired(asTyped(values, context), opened) }),
  };
}

export const newPolicy: Job = {
  name: 'new',
  label: 'New alert policy…',
  level: 'normal',
  isNew: true,
  keywords: 'create watch notify',
  submitLabel: 'Make policy',
  async open(context) {
    const all = await Promise.all(Object.values<Kind>(kinds).map(async (kind) => ({ kind, things: await kind.things(context) })));
    const [droplets, ...others] = all;
    const offered = [...(droplets ? [droplets] : []), ...others.filter(({ things }) => things.length > 0)];
    return success({ fields: await fieldsOf(context, offered, false) });
  },
  wrong: nobodyTold,
  ...firing((values) => several(values[kinds.droplets.field])),
  plan(values) {
    const kind = Object.values<Kind>(kinds).find(({ types }) => types.includes(String(values.type))) ?? kinds.droplets;
    return planOf(values, kind.one, several(values[kind.field]));
  },
};

/** Makes a policy about the thing that somebody looks at. */
export function watchThis(of: keyof typeof kinds): Job {
  const kind: Kind = kinds[of];
  return {
    name: 'watch',
    label: 'Watch this…',
    level: 'normal',
    keywords: 'alert policy monitoring notify limit',
    submitLabel: 'Make policy',
    open: async (context) => success({ fields: await fieldsOf(context, [{ kind, things: [] }], true) }),
    wrong: nobodyTold,
    ...(of === 'droplets' ? firing((_values, { thing }) => [thing.id]) : {}),
    plan: (values, { thing }) => planOf(values, kind.one, [thing.id], thing.ownName),
  };
}
