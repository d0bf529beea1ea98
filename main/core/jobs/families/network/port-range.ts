import type { Failure } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import type { Plan, Step } from '../../job.ts';

/** The same as all ports, in the way that the API takes where it refuses "0". */
const range = '1-65535';
const lists = ['inbound_rules', 'outbound_rules'] as const;

const isAll = (rule: Json): boolean => isObject(rule) && ['0', 'all', ''].includes(String(rule.ports ?? ''));
const spelled = (rule: Json): Json => (isObject(rule) && isAll(rule) ? { ...rule, ports: range } : rule);
const spelledIn = (body: JsonObject): JsonObject => ({
  ...body,
  ...Object.fromEntries(lists.flatMap((name) => (Array.isArray(body[name]) ? [[name, body[name].map(spelled)]] : []))),
});
const hasAll = (body: Json | undefined): boolean =>
  isObject(body) && lists.some((name) => Array.isArray(body[name]) && body[name].some(isAll));

/** What the rules would be sent as by that step. */
const bodyOf = ({ body, edit }: Step): Json | undefined =>
  edit ? edit.change(structuredClone(edit.opened), []) : typeof body === 'function' ? undefined : body;

function spelledStep(step: Step): Step {
  const { body, edit } = step;
  if (edit) return { ...step, edit: { ...edit, change: (base, answers) => spelledIn(edit.change(base, answers)) } };
  return isObject(body) ? { ...step, body: spelledIn(body) } : step;
}

/**
 * A read tells "0" for all ports and for ICMP, and the API may refuse to take that back: "You must specify a positive value for
 * ports". Then a range of all of them is offered.
 * https://github.com/digitalocean/doctl/pull/278, https://github.com/poseidon/typhoon/pull/98
 */
export const orAsRange = (plan: Pick<Plan, 'steps' | 'done'>): Plan => ({
  ...plan,
  ifRefused({ kind, errorMessage, message }: Failure) {
    const isAboutPorts = kind === 'unprocessable' && /\bports?\b/i.test(errorMessage ?? message);
    if (!isAboutPorts || !plan.steps.some((step) => hasAll(bodyOf(step)))) return null;
    return { label: `Send it as ports ${range}`, steps: plan.steps.map(spelledStep), done: plan.done };
  },
});
