import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { suggestions } from './addresses.ts';

const path = ({ id }: Thing) => ({ lb_id: id });
const rulesOf = (row: JsonObject): JsonObject[] => listAt(row, 'forwarding_rules').filter(isObject);

/** "HTTPS 443 → HTTP 8080". */
export const ruleSentence = (rule: JsonObject): string => `${entryOf(rule)} → ${end(rule, 'target')}`;
const entryOf = (rule: JsonObject) => end(rule, 'entry');
const end = (rule: JsonObject, which: 'entry' | 'target') =>
  `${textAt(rule, `${which}_protocol`).toUpperCase()} ${textAt(rule, `${which}_port`)}`;

const protocol = (name: string) => option(name, name.toUpperCase());
const encrypted = ['https', 'http2', 'http3'];
const passedThrough = 'passthrough';
const port = { minimum: 1, maximum: 65_535, unit: '' };

/** Certificates by name. One that is used but not in the list still has its place. */
export const certificateChoices = (rows: readonly JsonObject[]) =>
  rows.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), listAt(row, 'dns_names').join(', ')));

/** One rule: what is taken, and what becomes of it. */
export const ruleFields = (certificates: readonly JsonObject[]): JobField[] => [
  choice({
    name: 'entry',
    label: 'Takes',
    choices: ['http', 'https', 'http2', 'http3', 'tcp', 'udp'].map(protocol),
    value: 'http',
  }),
  number({ ...port, name: 'entryPort', label: 'At port', value: 80 }),
  choice({
    name: 'certificate',
    label: 'Certificate',
    choices: [
      ...certificateChoices(certificates),
      option(passedThrough, 'None', 'passed through as it is; the droplets decrypt it'),
    ],
    shownIf: { field: 'entry', values: encrypted },
  }),
  choice({
    name: 'target',
    label: 'Hands on as',
    choices: ['http', 'https', 'http2', 'tcp', 'udp'].map(protocol),
    value: 'http',
  }),
  number({ ...port, name: 'targetPort', label: 'To port', value: 8080 }),
];

export function ruleFrom({ entry, entryPort, target, targetPort, certificate }: JobValues): JsonObject {
  const rule = {
    entry_protocol: String(entry),
    entry_port: Number(entryPort),
    target_protocol: String(target),
    target_port: Number(targetPort),
  };
  if (certificate === undefined) return rule;
  return certificate === passedThrough ? { ...rule, tls_passthrough: true } : { ...rule, certificate_id: String(certificate) };
}

export const addRule: Job = {
  name: 'add-rule',
  label: 'Add rule…',
  level: 'normal',
  keywords: 'forward port open https',
  open: async ({ ask }) => success({ fields: ruleFields(await suggestions(ask, 'certificates_list')) }),
  plan(values, { thing }) {
    const rule = ruleFrom(values);
    const body = { forwarding_rules: [rule] };
    return {
      steps: [{ label: 'Add rule', operationId: 'loadBalancers_add_forwardingRules', path: path(thing), body }],
      done: () => `${thing.name} forwards ${ruleSentence(rule)}.`,
    };
  },
};

/** A rule as the API takes it: an empty certificate is none. */
const sendable = (rule: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(rule).filter(([name, value]) => name !== 'certificate_id' || value !== ''));

export const removeRule: Job = {
  name: 'remove-rule',
  label: 'Remove rule…',
  level: 'disruptive',
  keywords: 'forward port close',
  off: ({ row }) => (rulesOf(row).length < 2 ? 'It needs at least one rule.' : null),
  async open({ thing, ask }) {
    const read = await ask.read('loadBalancers_get', path(thing));
    if (!read.ok) return read;
    const row = isObject(read.value) && isObject(read.value.load_balancer) ? read.value.load_balancer : {};
    const rules = rulesOf(row);
    const choices = rules.map((rule, at) => option(String(at), ruleSentence(rule)));
    return success({
      lines: ['Nobody is answered at its port any more.'],
      fields: [choice({ name: 'rule', label: 'Rule', choices })],
      data: { rules },
    });
  },
  plan({ rule: at }, { thing }, { data = {} }) {
    const found = listAt(data, 'rules')[Number(at)];
    const gone = isObject(found) ? found : {};
    const body = { forwarding_rules: [sendable(gone)] };
    return {
      steps: [{ label: 'Remove rule', operationId: 'loadBalancers_remove_forwardingRules', path: path(thing), body }],
      done: () => `${thing.name} no longer answers at ${entryOf(gone)}.`,
      again: {
        steps: [{ label: 'Make it again', operationId: 'loadBalancers_add_forwardingRules', path: path(thing), body }],
        done: () => `${thing.name} forwards ${ruleSentence(gone)} again.`,
      },
    };
  },
};
