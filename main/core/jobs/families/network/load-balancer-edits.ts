import { failed, type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, number, option, text, tick } from '../../fields.ts';
import type { Job, JobContext, Thing, Weight } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addressesPattern, wordsIn } from './addresses.ts';
import { certificateChoices, ruleSentence } from './load-balancer-rules.ts';

/** One group of fields of a load balancer, which is sent back whole with that group changed. */
interface Edit extends Pick<Job, 'name' | 'label' | 'level' | 'keywords' | 'isMain' | 'isFor' | 'off'> {
  lines?: readonly string[];
  fields(base: JsonObject, context: JobContext): Promise<Outcome<readonly JobField[]>>;
  change(base: JsonObject, values: JobValues): JsonObject;
  weigh?(base: JsonObject, values: JobValues): Weight;
  done(values: JobValues, thing: Thing): string;
}

const editJob = ({ lines = [], fields, change, done, weigh, ...job }: Edit): Job => ({
  ...job,
  ...(weigh ? { weigh: (values, { data = {} }) => weigh(objectAt(data, 'base'), values) } : {}),
  submitLabel: 'Save',
  async open(context) {
    const base = await context.ask.base('loadBalancers_update', { lb_id: context.thing.id });
    if (!base.ok) return base;
    const made = await fields(base.value, context);
    return made.ok ? success({ lines, fields: made.value, data: { base: base.value } }) : made;
  },
  plan: (values, { thing }, { data = {} }) => ({
    steps: [
      {
        label: 'Save',
        operationId: 'loadBalancers_update',
        path: { lb_id: thing.id },
        edit: { opened: objectAt(data, 'base'), change: (base) => change(base, values) },
      },
    ],
    done: () => done(values, thing),
  }),
});

const numberAt = (row: JsonObject, field: string, otherwise: number): number => {
  const value = row[field];
  return typeof value === 'number' ? value : otherwise;
};

const rulesOf = (base: JsonObject) => listAt(base, 'forwarding_rules').filter(isObject);

export const changeSize = editJob({
  name: 'size',
  label: 'Change size…',
  level: 'disruptive',
  isMain: true,
  keywords: 'resize scale nodes bigger smaller',
  isFor: ({ row }) => typeof row.size_unit === 'number',
  lines: ['Each node takes its share of the requests, and is billed. The size changes at most once an hour.'],
  fields: async (base) =>
    success([
      number({ name: 'nodes', label: 'Nodes', value: numberAt(base, 'size_unit', 1), minimum: 1, maximum: 100, unit: '' }),
    ]),
  change: (base, { nodes }) => ({ ...base, size_unit: Number(nodes) }),
  done: ({ nodes }, { name }) => `${name} gets ${counted(Number(nodes), 'node')}.`,
});

const seconds = { minimum: 3, maximum: 300, unit: 's' };
const times = { minimum: 2, maximum: 10, unit: 'times' };

export const healthCheck = editJob({
  name: 'health-check',
  label: 'Health check…',
  level: 'disruptive',
  keywords: 'probe interval threshold',
  lines: ['Droplets that do not answer it get no requests.'],
  async fields(base) {
    const now = objectAt(base, 'health_check');
    const protocols = [option('http', 'HTTP'), option('https', 'HTTPS'), option('tcp', 'TCP')];
    const at = (field: string, otherwise: number) => ({ name: field, value: numberAt(now, field, otherwise) });
    return success([
      choice({ name: 'protocol', label: 'Asks by', choices: protocols, value: textAt(now, 'protocol') || 'http' }),
      number({ ...at('port', 80), label: 'At port', minimum: 1, maximum: 65_535, unit: '' }),
      text({
        name: 'path',
        label: 'Path',
        value: textAt(now, 'path') || '/',
        shownIf: { field: 'protocol', values: ['http', 'https'] },
        pattern: { source: '/.*', words: 'a path such as /health' },
      }),
      number({ ...at('check_interval_seconds', 10), ...seconds, label: 'Every' }),
      number({ ...at('response_timeout_seconds', 5), ...seconds, label: 'Waits for' }),
      number({ ...at('healthy_threshold', 5), ...times, label: 'Healthy after it answered' }),
      number({ ...at('unhealthy_threshold', 3), ...times, label: 'Unhealthy after it failed' }),
    ]);
  },
  change(base, { path, ...values }) {
    // A check by TCP asks for no path.
    const { path: _, ...now } = objectAt(base, 'health_check');
    return { ...base, health_check: { ...now, ...values, ...(path === undefined ? {} : { path }) } };
  },
  done: ({ protocol, path, check_interval_seconds: every }, { name }) =>
    `${name} asks its droplets every ${every} s: ${String(protocol).toUpperCase()}${path === undefined ? '' : ` ${path}`}.`,
});

export const certificate = editJob({
  name: 'certificate',
  label: 'Certificate…',
  level: 'disruptive',
  keywords: 'tls ssl https replace',
  lines: ['Visitors get the new certificate from their next connection on.'],
  async fields(base, { ask }) {
    const rules = rulesOf(base).flatMap((rule, at) =>
      textAt(rule, 'certificate_id') === '' ? [] : [option(String(at), ruleSentence(rule))],
    );
    if (rules.length === 0) return failed({ kind: 'conflict', message: 'None of its rules has a certificate.' });
    const listed = await ask.list('certificates_list');
    if (!listed.ok) return listed;
    const first = rules[0]?.value ?? '';
    const present = rules.length === 1 ? textAt(rulesOf(base)[Number(first)] ?? {}, 'certificate_id') : '';
    const offered = certificateChoices(listed.value);
    const value = offered.some((one) => one.value === present) ? present : null;
    return success([
      choice({ name: 'rule', label: 'Rule', choices: rules }),
      choice({ name: 'certificate', label: 'Certificate', choices: offered, value }),
    ]);
  },
  change: (base, { rule, certificate: id }) => ({
    ...base,
    forwarding_rules: rulesOf(base).map((one, at) => (at === Number(rule) ? { ...one, certificate_id: String(id) } : one)),
  }),
  done: (_values, { name }) => `${name} shows the chosen certificate.`,
});

/** The API wants the kind before each address; a person types addresses and ranges. */
const typedSources = (list: readonly unknown[]): string => list.map((one) => String(one).replace(/^(?:ip|cidr):/, '')).join(' ');
const sources = (typed: unknown): string[] => wordsIn(typed).map((one) => `${one.includes('/') ? 'cidr' : 'ip'}:${one}`);

export const settings = editJob({
  name: 'settings',
  label: 'Settings and access…',
  level: 'disruptive',
  keywords: 'rename name allow deny list firewall address redirect https proxy protocol keepalive idle timeout',
  lines: ['Running requests go on. Without any allowed address everybody may come who is not kept out.'],
  fields: async (base) =>
    success([
      text({ name: 'name', label: 'Name', value: textAt(base, 'name') }),
      ...(['allow', 'deny'] as const).map((list) =>
        text({
          name: list,
          label: list === 'allow' ? 'Let in only' : 'Keep out',
          value: typedSources(listAt(objectAt(base, 'firewall'), list)),
          hint: 'Addresses and ranges, with spaces between them.',
          isRequired: false,
          isLong: true,
          pattern: addressesPattern,
        }),
      ),
      tick({ name: 'redirect', label: 'Send HTTP to HTTPS', value: base.redirect_http_to_https === true }),
      tick({
        name: 'proxy',
        label: 'Tell the droplets who asks, by the PROXY protocol',
        value: base.enable_proxy_protocol === true,
        hint: 'The droplets have to understand it.',
      }),
      tick({ name: 'keepalive', label: 'Keep connections to the droplets', value: base.enable_backend_keepalive === true }),
      number({
        name: 'idle',
        label: 'Ends silent connections after',
        value: numberAt(base, 'http_idle_timeout_seconds', 60),
        minimum: 30,
        maximum: 600,
        unit: 's',
      }),
    ]),
  weigh(base, { redirect, proxy, keepalive, idle, allow, deny }) {
    const [allowed, denied] = [listAt(objectAt(base, 'firewall'), 'allow'), listAt(objectAt(base, 'firewall'), 'deny')];
    const [letIn, keptOut] = [wordsIn(allow), wordsIn(deny)];
    const out = wordsIn(typedSources(allowed)).filter((one) => !letIn.includes(one));
    const more = keptOut.filter((one) => !wordsIn(typedSources(denied)).includes(one));
    const lines = [
      ...(allowed.length === 0 && letIn.length > 0 ? ['Everyone else is kept out.'] : []),
      ...(out.length > 0 && letIn.length > 0 ? [`No longer let in: ${listed(out, 6)}.`] : []),
      ...(out.length > 0 && letIn.length === 0 ? ['Everybody may come again who is not kept out.'] : []),
      ...(more.length > 0 ? [`Kept out: ${listed(more, 6)}.`] : []),
    ];
    const isSame =
      (base.redirect_http_to_https === true) === (redirect === true) &&
      (base.enable_proxy_protocol === true) === (proxy === true) &&
      (base.enable_backend_keepalive === true) === (keepalive === true) &&
      numberAt(base, 'http_idle_timeout_seconds', 60) === idle;
    return { level: isSame && lines.length === 0 ? 'normal' : 'disruptive', lines };
  },
  change: (base, { name, redirect, proxy, keepalive, idle, allow, deny }) => ({
    ...base,
    name: String(name),
    ...access(base, sources(allow), sources(deny)),
    ...set(base, 'redirect_http_to_https', redirect === true, false),
    ...set(base, 'enable_proxy_protocol', proxy === true, false),
    ...set(base, 'enable_backend_keepalive', keepalive === true, false),
    ...set(base, 'http_idle_timeout_seconds', Number(idle), 60),
  }),
  done: ({ name, allow }) =>
    wordsIn(allow).length === 0
      ? `The settings of ${name} are saved.`
      : `The settings of ${name} are saved. It lets in only ${wordsIn(allow).join(', ')}.`,
});

/** A field that the read did not tell is sent only if it is not its default. */
const set = (base: JsonObject, field: string, value: boolean | number, otherwise: boolean | number): JsonObject =>
  base[field] === undefined && value === otherwise ? {} : { [field]: value };

function access(base: JsonObject, allow: string[], deny: string[]): JsonObject {
  const isUntold = base.firewall === undefined && allow.length + deny.length === 0;
  return isUntold ? {} : { firewall: { ...objectAt(base, 'firewall'), allow, deny } };
}
