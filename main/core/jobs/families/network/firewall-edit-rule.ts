import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { addressesPattern, wordsIn } from './addresses.ts';
import { portsPattern } from './firewall-ports.ts';
import { coveredNames, directions, othersSentence, portsSentence, rulesOf } from './firewall-rules.ts';
import { orAsRange } from './port-range.ts';

/** The addresses of a rule in the form, where addresses are all that it names. */
const onlyAddresses = (rule: JsonObject): string[] | null => {
  const sources = objectAt(rule, directions.inbound.others);
  const isOther = Object.entries(sources).some(
    ([name, value]) => name !== 'addresses' && Array.isArray(value) && value.length > 0,
  );
  return isOther ? null : listAt(sources, 'addresses').map(String);
};

/** The whole firewall is sent back, with one rule in it changed. */
export const editRule: Job = {
  name: 'edit-rule',
  label: 'Edit rule…',
  level: 'disruptive',
  keywords: 'change port address source',
  submitLabel: 'Save',
  off: ({ row }) => (rulesOf(row, 'inbound').length === 0 ? 'It lets nobody in: open a port first.' : null),
  async open(context) {
    const base = await context.ask.base('firewalls_update', { firewall_id: context.thing.id });
    if (!base.ok) return base;
    const rules = rulesOf(base.value, 'inbound');
    const offered = rules.map((rule, at) => option(String(at), portsSentence(rule), othersSentence(rule, 'inbound', context)));
    const fields = rules.flatMap((rule, at): JobField[] => {
      const shownIf = { field: 'rule', values: [String(at)] };
      const addresses = onlyAddresses(rule);
      const hint = '0 is every port.';
      const ports = { ...portsPattern, source: `${portsPattern.source}|0|all` };
      return [
        ...(rule.protocol === 'icmp'
          ? []
          : [text({ name: `ports${at}`, label: 'Port', value: textAt(rule, 'ports'), shownIf, hint, pattern: ports })]),
        ...(addresses === null
          ? []
          : [text({ name: `addresses${at}`, label: 'From', value: addresses.join(' '), shownIf, pattern: addressesPattern })]),
      ];
    });
    if (fields.length === 0) return failed({ kind: 'conflict', message: 'None of its rules has a port or addresses to change.' });
    return success({
      fields: [choice({ name: 'rule', label: 'Rule', choices: offered }), ...fields],
      data: { base: base.value },
    });
  },
  weigh(values, { data = {} }, context) {
    const at = Number(values.rule);
    const base = objectAt(data, 'base');
    const rule = rulesOf(base, 'inbound')[at];
    if (!rule) return { level: 'normal' };
    const isSamePort = [undefined, textAt(rule, 'ports')].includes(values[`ports${at}`] as string | undefined);
    const stop = `stop at ${coveredNames(base, context)}.`;
    if (!isSamePort) return { level: 'disruptive', lines: [`Connections that the new rule does not allow ${stop}`] };
    return taken(onlyAddresses(rule) ?? [], wordsIn(values[`addresses${at}`]), (gone) => `Connections of ${gone} ${stop}`);
  },
  plan(values, context, { data = {} }) {
    const { thing } = context;
    const at = Number(values.rule);
    const changed = (rule: JsonObject): JsonObject => ({
      ...rule,
      ...(values[`ports${at}`] === undefined ? {} : { ports: String(values[`ports${at}`]) }),
      ...(values[`addresses${at}`] === undefined
        ? {}
        : { sources: { ...objectAt(rule, 'sources'), addresses: wordsIn(values[`addresses${at}`]) } }),
    });
    const change = (base: JsonObject): JsonObject => ({
      ...base,
      inbound_rules: listAt(base, 'inbound_rules').map((rule, place) => (place === at && isObject(rule) ? changed(rule) : rule)),
    });
    const opened = objectAt(data, 'base');
    const after = rulesOf(change(opened), 'inbound')[at] ?? {};
    return orAsRange({
      steps: [{ label: 'Save', operationId: 'firewalls_update', path: { firewall_id: thing.id }, edit: { opened, change } }],
      done: () => `${thing.name} lets ${othersSentence(after, 'inbound', context)} in: ${portsSentence(after)}.`,
    });
  },
};
