import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { whyPinned } from './pinned.ts';
import { proofOf } from './proof.ts';
import { scaleJob } from './scale.ts';
import { changeSpec, costChange, specOf } from './spec.ts';
import { typedSpec, wrongSpec } from './typed-spec.ts';

const isInMaintenance = ({ row }: Thing): boolean => objectAt(objectAt(row, 'spec'), 'maintenance').enabled === true;
const domainsOf = (spec: JsonObject): JsonObject[] => listAt(spec, 'domains').filter(isObject);
const starts = 'A new deployment starts.';

const setMaintenance = (isOn: boolean): Pick<Job, 'level' | 'off' | 'open' | 'plan'> => ({
  level: 'disruptive',
  off: whyPinned,
  async open({ thing, ask }) {
    const base = await ask.base('apps_update', { id: thing.id });
    if (!base.ok) return base;
    const line = isOn ? 'Visitors see the maintenance page instead of the app.' : 'Visitors reach the app again.';
    return success({ lines: [line, starts], data: { base: base.value } });
  },
  plan: (_values, { thing }, { data = {} }) =>
    changeSpec(
      thing,
      isObject(data.base) ? data.base : {},
      (spec) => ({ ...spec, maintenance: { ...objectAt(spec, 'maintenance'), enabled: isOn } }),
      isOn ? `${thing.name} shows its maintenance page.` : `${thing.name} is open to visitors again.`,
    ),
});

/** What is left to do where DigitalOcean does not manage the domain. */
function pointing({ row }: Thing): string {
  const host = textAt(row, 'default_ingress').replace(/^https:\/\//, '');
  return host === '' ? '' : ` Where its records are kept, point it to ${host} with a CNAME record.`;
}

export const specJobs: readonly Job[] = [
  scaleJob,
  {
    name: 'add-domain',
    label: 'Add a domain…',
    level: 'disruptive',
    keywords: 'hostname dns address',
    submitLabel: 'Add and deploy',
    off: whyPinned,
    async open({ thing, ask }) {
      const base = await ask.base('apps_update', { id: thing.id });
      if (!base.ok) return base;
      // Without the right to read domains the zone stays out, and the record is made by hand.
      const zones = await ask.list('domains_list');
      const names = zones.ok ? zones.value.map((zone) => textAt(zone, 'name')) : [];
      const hasPrimary = domainsOf(specOf(base.value)).some(({ type }) => type === 'PRIMARY');
      return success({
        lines: ['If the domain is managed at DigitalOcean, its record is made too.', starts],
        fields: [
          text({
            name: 'domain',
            label: 'Domain',
            pattern: { source: '([a-zA-Z0-9_\\-]+\\.)+[a-zA-Z0-9\\-]{2,}', words: 'a name such as www.example.com' },
          }),
          choice({
            name: 'type',
            label: 'Use it as',
            choices: [option('PRIMARY', 'Main domain'), option('ALIAS', 'Further domain')],
            value: hasPrimary ? 'ALIAS' : 'PRIMARY',
          }),
        ],
        data: { base: base.value, zones: names },
      });
    },
    weigh: () => ({ differences: null }),
    plan({ domain, type }, { thing }, { data = {} }) {
      const name = String(domain).toLowerCase();
      const zones = listAt(data, 'zones').map(String);
      const zone = zones
        .filter((one) => name === one || name.endsWith(`.${one}`))
        .sort((one, other) => other.length - one.length)[0];
      const added = { domain: name, type: String(type), ...(zone === undefined ? {} : { zone }) };
      const plan = changeSpec(
        thing,
        isObject(data.base) ? data.base : {},
        (spec) => ({ ...spec, domains: [...domainsOf(spec).filter((one) => one.domain !== name), added] }),
        `${name} leads to ${thing.name} once it is confirmed, and a new deployment starts.${zone === undefined ? pointing(thing) : ''}`,
      );
      const [check, save] = plan.steps;
      if (!check || !save) return plan;
      const follows = {
        kind: 'app-domain',
        target: { id: thing.id, domain: name },
        type: 'confirm',
        resourceType: 'domain',
        name,
        isAside: true as const,
      };
      const steps = [check, { ...save, follows }];
      return { ...plan, steps, ...(zone === undefined ? { again: proofOf(thing, name) } : {}) };
    },
  },
  {
    name: 'remove-domain',
    label: 'Remove a domain…',
    level: 'disruptive',
    submitLabel: 'Remove and deploy',
    off: whyPinned,
    isFor: ({ row }) => domainsOf(objectAt(row, 'spec')).length > 0,
    async open({ thing, ask }) {
      const base = await ask.base('apps_update', { id: thing.id });
      if (!base.ok) return base;
      const names = domainsOf(specOf(base.value)).map((one) => textAt(one, 'domain'));
      return success({
        lines: [`It no longer leads to ${thing.name}.`, starts],
        fields: [choice({ name: 'domain', label: 'Domain', choices: names.map((name) => option(name, name)) })],
        data: { base: base.value },
      });
    },
    plan: ({ domain }, { thing }, { data = {} }) =>
      changeSpec(
        thing,
        isObject(data.base) ? data.base : {},
        (spec) => ({ ...spec, domains: domainsOf(spec).filter((one) => one.domain !== domain) }),
        `${domain} no longer leads to ${thing.name}.`,
      ),
  },
  {
    name: 'maintenance-on',
    label: 'Show the maintenance page…',
    keywords: 'offline',
    isFor: (thing) => !isInMaintenance(thing),
    ...setMaintenance(true),
  },
  { name: 'maintenance-off', label: 'End maintenance…', keywords: 'online', isFor: isInMaintenance, ...setMaintenance(false) },
  {
    name: 'edit-spec',
    label: 'Edit the spec…',
    level: 'disruptive',
    keywords: 'json yaml configuration',
    submitLabel: 'Save and deploy',
    off: whyPinned,
    async open({ thing, ask }) {
      const base = await ask.base('apps_update', { id: thing.id });
      if (!base.ok) return base;
      return success({
        lines: ['Values that begin with EV are secrets: leave them as they are to keep them.', starts],
        fields: [
          text({ name: 'spec', label: 'Spec (JSON or YAML)', isLong: true, value: JSON.stringify(specOf(base.value), null, 2) }),
        ],
        data: { base: base.value },
      });
    },
    wrong: ({ spec }) => wrongSpec(spec),
    price: ({ spec }, { data = {} }, context) => costChange(context, data.base, () => typedSpec(spec) ?? {}),
    plan: ({ spec }, { thing }, { data = {} }) =>
      changeSpec(
        thing,
        isObject(data.base) ? data.base : {},
        () => typedSpec(spec) ?? {},
        `The spec of ${thing.name} is saved, and a new deployment starts.`,
      ),
  },
];
