import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import { isolated } from '../../../../../preload/contract/isolates.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { choice, chosen, option } from '../../fields.ts';
import type { Job, JobContext, Opened, Plan, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { backupJobs } from './backups.ts';
import { newOne } from './new.ts';

const { isNew: _, ...asked } = newOne;

/** A new droplet for which something is chosen already, from the row of that. */
const preset = (words: Pick<Job, 'label' | 'isFor'>, values: (thing: Thing) => Readonly<Record<string, string>>): Job => ({
  ...asked,
  ...words,
  name: 'new-droplet',
  isMain: true,
  async open(context) {
    const opened: Outcome<Opened> = (await newOne.open?.(context)) ?? success({});
    if (!opened.ok) return opened;
    const given = values(context.thing);
    const filled = (field: JobField): JobField => {
      const value = given[field.name];
      const isOffered = field.kind === 'choice' && field.choices.some((one) => one.value === value);
      return field.kind === 'choice' && isOffered && value !== undefined ? { ...field, value } : field;
    };
    return success({ ...opened.value, fields: opened.value.fields?.map(filled) ?? [] });
  },
});

export const regionJobs: readonly Job[] = [preset({ label: 'New droplet here…' }, ({ id }) => ({ region: id }))];
export const sizeJobs: readonly Job[] = [preset({ label: 'New droplet of this size…' }, ({ id }) => ({ size: id }))];

const isOfType = (type: string) => (thing: Thing) => textAt(thing.row, 'type') === type;

/** "Metrics server" for `metrics-server`. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const install: Job = {
  name: 'install',
  label: 'Install on a cluster…',
  level: 'normal',
  isMain: true,
  keywords: 'kubernetes marketplace',
  submitLabel: 'Install',
  isFor: isOfType('kubernetes'),
  async open({ ask }) {
    const clusters = await ask.list('kubernetes_list_clusters');
    if (!clusters.ok) return clusters;
    const choices = clusters.value.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), textAt(row, 'region')));
    return success({ fields: [choice({ name: 'cluster', label: 'Cluster', choices })] });
  },
  plan: ({ cluster }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Install',
        operationId: 'oneClicks_install_kubernetes',
        body: { addon_slugs: [thing.id], cluster_uuid: String(cluster) },
      },
    ],
    done: () => `${titleOf(thing.ownName)} is being installed on ${chosen(fields, 'cluster', cluster)}.`,
  }),
};

export const oneClickJobs: readonly Job[] = [
  preset({ label: 'New droplet with it…', isFor: isOfType('droplet') }, ({ id }) => ({ from: 'app', app: id })),
  install,
];

/** The policy of a droplet as a row of its own list: its id is the droplet's, and it has no name. */
const named = (context: JobContext): JobContext => {
  const droplet = context.droplets.get(Number(context.thing.id));
  return droplet ? { ...context, thing: { ...context.thing, name: isolated(droplet.name), ownName: droplet.name } } : context;
};

export const backupPolicyJobs: readonly Job[] = backupJobs
  .filter(({ name }) => name === 'backups-change')
  .map(({ isFor: _unless, off: _off, ...job }) => ({
    ...job,
    label: 'Change…',
    isMain: true,
    async open(context) {
      const { thing } = named(context);
      const opened: Outcome<Opened> = (await job.open?.(context)) ?? success({});
      return opened.ok
        ? success({ ...opened.value, lines: [`Backups of ${thing.name}.`, ...(opened.value.lines ?? [])] })
        : opened;
    },
    plan: (values, context, opened): Plan => job.plan(values, named(context), opened),
  }));
