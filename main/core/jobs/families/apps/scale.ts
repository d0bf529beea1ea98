import { success } from '../../../../../preload/contract/failure.ts';
import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, number, option } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { whyPinned } from './pinned.ts';
import { type Component, changeSpec, componentsOf, costChange, specOf, withComponent } from './spec.ts';

/** At most so many instances of a component. https://docs.digitalocean.com/products/app-platform/details/limits/ (2026-08). */
const instancesAtMost = 250;

const scalable = (spec: JsonObject): Component[] =>
  componentsOf(spec).filter(({ kind }) => kind === 'services' || kind === 'workers' || kind === 'jobs');

/** "1 vCPU, 0.5 GB". */
export const sizeWords = (size: JsonObject): string =>
  `${textAt(size, 'cpus')} vCPU, ${Number(textAt(size, 'memory_bytes')) / 1024 ** 3} GB`;

/** The fields of one component, shown while it is the chosen one. */
function fieldsOf({ name, row }: Component, sizes: readonly JsonObject[]): JobField[] {
  const shownIf = { field: 'component', values: [name] };
  const count = (field: string, label: string, value: number): JobField =>
    number({ name: `${field} ${name}`, label, value, minimum: 1, maximum: instancesAtMost, unit: 'instances', shownIf });
  const { autoscaling } = row;
  const now = sizes.find(({ slug }) => slug === row.instance_size_slug);
  const instances = isObject(autoscaling)
    ? [
        count('min', 'At least', Number(textAt(autoscaling, 'min_instance_count')) || 1),
        count('max', 'At most', Number(textAt(autoscaling, 'max_instance_count')) || 1),
      ]
    : now?.single_instance_only === true
      ? []
      : [count('count', 'Instances', Number(textAt(row, 'instance_count')) || 1)];
  const size = choice({
    name: `size ${name}`,
    label: 'Size',
    choices: sizes.map((one) =>
      option(textAt(one, 'slug'), sizeWords(one), `${textAt(one, 'name')}, $${textAt(one, 'usd_per_month')} a month`),
    ),
    value: now ? textAt(now, 'slug') : null,
    // An older size that is no longer offered may stay.
    isRequired: false,
    shownIf,
  });
  return [...instances, size];
}

export const scaleJob: Job = {
  name: 'scale',
  label: 'Scale…',
  level: 'disruptive',
  keywords: 'resize instances size bigger',
  submitLabel: 'Scale and deploy',
  off: whyPinned,
  async open({ thing, ask }) {
    const [base, sizes] = await Promise.all([ask.base('apps_update', { id: thing.id }), ask.list('apps_list_instanceSizes')]);
    if (!base.ok) return base;
    if (!sizes.ok) return sizes;
    const components = scalable(specOf(base.value));
    return success({
      lines: ['A new deployment starts. Each instance is billed.'],
      fields: [
        choice({ name: 'component', label: 'Component', choices: components.map(({ name }) => option(name, name)) }),
        ...components.flatMap((component) => fieldsOf(component, sizes.value)),
      ],
      data: { base: base.value },
    });
  },
  wrong(values) {
    const at = (field: string) => values[`${field} ${values.component}`];
    const isReversed = Number(at('max') ?? 0) < Number(at('min') ?? 0);
    return isReversed ? { field: `max ${values.component}`, message: 'At most must not be less than at least.' } : null;
  },
  price: (values, { data = {} }, context) => costChange(context, data.base, (spec) => scaled(spec, values)),
  plan: (values, { thing }, { data = {} }) =>
    changeSpec(
      thing,
      isObject(data.base) ? data.base : {},
      (spec) => scaled(spec, values),
      `${values.component} of ${thing.name} is being scaled.`,
    ),
};

/** The spec with the instances and the size of one component as they were given. */
function scaled(spec: JsonObject, values: JobValues): JsonObject {
  const component = String(values.component);
  const at = (field: string) => values[`${field} ${component}`] ?? null;
  return withComponent(spec, component, (row) => ({
    ...row,
    ...(at('count') === null ? {} : { instance_count: Number(at('count')) }),
    ...(at('min') === null
      ? {}
      : {
          autoscaling: {
            ...objectAt(row, 'autoscaling'),
            min_instance_count: Number(at('min')),
            max_instance_count: Number(at('max')),
          },
        }),
    ...(at('size') === null ? {} : { instance_size_slug: String(at('size')) }),
  }));
}
