import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobChoice, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import { inTurn } from '../../for-many.ts';
import type { Again, Ask, Job, JobContext, Step } from '../../job.ts';
import { partsOf } from '../../parts/again.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { clusterPath } from './engine.ts';

/** https://docs.digitalocean.com/products/databases/postgresql/how-to/secure/ (2026-08): a droplet counts as its two addresses. */
const sourcesAtMost = 100;
const roomOf = ({ type }: JsonObject): number => (type === 'droplet' ? 2 : 1);
const update = 'databases_update_firewall_rules';

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = {
  source: `${octet}(\\.${octet}){3}(/(3[0-2]|[12]?\\d))?`,
  words: 'an IPv4 address, or a range such as 203.0.113.0/24',
};

const rulesOf = (base: unknown): JsonObject[] =>
  listAt(isObject(base as never) ? (base as JsonObject) : {}, 'rules').filter(isObject);

/** Who is meant by a rule, by the names of what the API writes as ids. */
function whoIs({ type, value }: JsonObject, names: Readonly<Record<string, string>>): string {
  const known = names[String(value)] ?? String(value);
  switch (type) {
    case 'tag':
      return `Everything tagged ${known}`;
    case 'droplet':
      return `Droplet ${known}`;
    case 'k8s':
      return `Kubernetes cluster ${known}`;
    case 'app':
      return `App ${known}`;
    default:
      return known;
  }
}

/** What may be let in besides addresses. What the token may not list is left out. */
async function sources(ask: Ask, { droplets }: JobContext) {
  const nothing = (listed: Outcome<JsonObject[]>): JsonObject[] => (listed.ok ? listed.value : []);
  const [clusters, apps, tags] = await Promise.all([
    ask.list('kubernetes_list_clusters').then(nothing),
    ask.list('apps_list').then(nothing),
    ask.list('tags_list').then(nothing),
  ]);
  const named = (rows: readonly JsonObject[], value: string, name: (row: JsonObject) => string): JobChoice[] =>
    rows.map((row) => option(textAt(row, value), name(row)));
  return {
    droplet: [...droplets.values()].map(({ id, name, regionSlug }) => option(String(id), name, regionSlug)),
    k8s: named(clusters, 'id', (row) => textAt(row, 'name')),
    app: named(apps, 'id', (row) => textAt(objectAt(row, 'spec'), 'name')),
    tag: named(tags, 'name', (row) => textAt(row, 'name')),
  };
}

const kinds = [
  option('ip_addr', 'An address'),
  option('droplet', 'A droplet'),
  option('k8s', 'A Kubernetes cluster'),
  option('app', 'An app'),
  option('tag', 'Everything with a tag'),
];
const labels = { droplet: 'Droplet', k8s: 'Kubernetes cluster', app: 'App', tag: 'Tag' } as const;

const replace = (path: Record<string, string>, opened: JsonObject, change: (rules: JsonObject[]) => JsonObject[]): Step => ({
  label: 'Save the rules',
  operationId: update,
  path,
  edit: { opened, change: (base) => ({ ...base, rules: change(rulesOf(base)) }) },
});

/** Puts a rule back that was taken away. It is a new one then, so it goes without its old id. */
function letBack(path: Record<string, string>, before: JsonObject, gone: JsonObject, done: string): Again {
  const after = { ...before, rules: rulesOf(before).filter((rule) => rule.uuid !== gone.uuid) };
  const rule = partsOf(gone, ['type', 'value', 'description']);
  return { label: 'Let back in', steps: [replace(path, after, (rules) => [...rules, rule])], done: () => done };
}

/** The address that was typed last elsewhere, if a cluster takes it: not one of version 6. */
const lastOf = ({ lastAddresses }: JobContext): string =>
  lastAddresses.split(/[\s,]+/).find((one) => new RegExp(`^(?:${ipv4.source})$`).test(one)) ?? '';

const chosen = ({ kind, ...values }: JobValues): string => String(values[String(kind)] ?? '');

export const accessJobs: readonly Job[] = [
  {
    name: 'allow',
    label: 'Allow access…',
    level: 'normal',
    makes: 'databases_list_firewall_rules',
    isMain: true,
    keywords: 'trusted source firewall address ip let in',
    submitLabel: 'Allow',
    async open(context) {
      const { thing, ask } = context;
      const [base, known] = await Promise.all([ask.base(update, clusterPath(thing)), sources(ask, context)]);
      if (!base.ok) return base;
      const isFirst = rulesOf(base.value).length === 0;
      const pickers = Object.entries(labels).map(([kind, label]) =>
        choice({ name: kind, label, choices: known[kind as keyof typeof labels], shownIf: { field: 'kind', values: [kind] } }),
      );
      return success({
        level: isFirst ? 'disruptive' : 'normal',
        lines: isFirst
          ? [`So far every address may connect to ${thing.name}. With this first rule everything else loses access.`]
          : [],
        fields: [
          choice({ name: 'kind', label: 'Who may connect', choices: kinds, value: 'ip_addr' }),
          text({
            name: 'ip_addr',
            label: 'Address',
            value: lastOf(context),
            pattern: ipv4,
            shownIf: { field: 'kind', values: ['ip_addr'] },
          }),
          ...pickers,
        ],
        data: {
          base: base.value,
          names: Object.fromEntries(Object.values(known).flatMap((list) => list.map(({ value, label }) => [value, label]))),
        },
      });
    },
    // What is let in stands in the form: none of it was there before.
    weigh: () => ({ differences: null }),
    wrong(values, { data = {} }) {
      const field = String(values.kind);
      const rules = rulesOf(data.base);
      const taken = [...rules, { type: field }].reduce((sum, rule) => sum + roomOf(rule), 0);
      if (taken > sourcesAtMost) {
        const message = `It has room for ${sourcesAtMost} sources, of which a droplet takes two, and so many are not left.`;
        return { field, message };
      }
      const isThere = rules.some((rule) => rule.type === values.kind && rule.value === chosen(values));
      return isThere ? { field, message: 'It may connect already.' } : null;
    },
    plan(values, { thing }, { data = {} }) {
      const rule = { type: String(values.kind), value: chosen(values) };
      const names = objectAt(data, 'names') as Record<string, string>;
      return {
        steps: [replace(clusterPath(thing), objectAt(data, 'base'), (rules) => [...rules, rule])],
        ...(values.kind === 'ip_addr' ? { addresses: rule.value } : {}),
        done: () => `${whoIs(rule, names)} may connect to ${thing.name}.`,
      };
    },
  },
  {
    name: 'take-away',
    label: 'Take access away…',
    level: 'disruptive',
    keywords: 'trusted source firewall remove revoke',
    submitLabel: 'Take away',
    async open(context) {
      const { thing, ask } = context;
      const [base, known] = await Promise.all([ask.base(update, clusterPath(thing)), sources(ask, context)]);
      if (!base.ok) return base;
      const rules = rulesOf(base.value);
      const names = Object.fromEntries(Object.values(known).flatMap((list) => list.map(({ value, label }) => [value, label])));
      return success({
        lines: [
          rules.length === 1
            ? `It is the only rule: without it every address may connect to ${thing.name}.`
            : 'New connections are refused. Those that are open may go on for a while.',
        ],
        fields: [
          choice({
            name: 'rule',
            label: 'Who loses access',
            choices: rules.map((rule) => option(textAt(rule, 'uuid'), whoIs(rule, names), textAt(rule, 'description') || null)),
            hint: rules.length === 0 ? 'There are no rules: every address may connect.' : null,
          }),
        ],
        data: { base: base.value, names },
      });
    },
    plan({ rule: uuid }, { thing }, { data = {} }) {
      const gone = rulesOf(data.base).find((rule) => rule.uuid === uuid) ?? {};
      const who = whoIs(gone, objectAt(data, 'names') as Record<string, string>);
      return {
        steps: [replace(clusterPath(thing), objectAt(data, 'base'), (rules) => rules.filter((rule) => rule.uuid !== uuid))],
        done: () => `${who} may no longer connect to ${thing.name}.`,
        again: letBack(clusterPath(thing), objectAt(data, 'base'), gone, `${who} may connect to ${thing.name} again.`),
      };
    },
  },
];

/** A rule as a row of its own list. */
export const ruleJobs: readonly Job[] = [
  {
    name: 'take-away',
    label: 'Take access away…',
    level: 'disruptive',
    // The rules are written as a whole, so one at a time.
    forMany: {
      ...inTurn,
      async open({ things, ask }) {
        const base = await ask.base(update, things[0]?.parent ?? {});
        if (!base.ok) return base;
        const isAll = rulesOf(base.value).length === things.length;
        return success({
          lines: [
            isAll
              ? 'No rule is left: without one every address may connect.'
              : 'New connections are refused. Those that are open may go on for a while.',
          ],
        });
      },
    },
    isMain: true,
    keywords: 'remove revoke',
    submitLabel: 'Take away',
    async open({ thing, ask }) {
      const base = await ask.base(update, thing.parent);
      if (!base.ok) return base;
      const isLast = rulesOf(base.value).length === 1;
      return success({
        lines: [
          isLast
            ? 'It is the only rule: without it every address may connect.'
            : 'New connections are refused. Those that are open may go on for a while.',
        ],
        data: { base: base.value },
      });
    },
    plan: (_values, { thing }, { data = {} }) => ({
      steps: [replace(thing.parent, objectAt(data, 'base'), (rules) => rules.filter((rule) => rule.uuid !== thing.id))],
      done: () => `${thing.name} may no longer connect.`,
      again: letBack(
        thing.parent,
        objectAt(data, 'base'),
        rulesOf(data.base).find((rule) => rule.uuid === thing.id) ?? {},
        `${thing.name} may connect again.`,
      ),
    }),
  },
];
