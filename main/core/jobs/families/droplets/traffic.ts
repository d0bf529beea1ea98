import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, chosen, option } from '../../fields.ts';
import type { Job, ManyContext, Opened, Together } from '../../job.ts';
import { tagSteps } from '../../parts/tagging.ts';
import { listAt, objectAt, regionOf, textAt } from '../../thing.ts';
import { othersByTag, tagOf } from '../network/load-balancer-tag.ts';
import { onDroplet } from './droplet.ts';

/*
 * What lets traffic to droplets: firewalls and load balancers. Both take any number of droplets in one request.
 */

const hasDroplet = (row: JsonObject, id: string | number): boolean => listAt(row, 'droplet_ids').map(String).includes(String(id));
const isServedBy = (balancer: JsonObject, { id, tags }: Droplet): boolean =>
  tagOf(balancer) === '' ? hasDroplet(balancer, id) : tags.includes(tagOf(balancer));
const covers = (firewall: JsonObject, { id, tags }: Droplet): boolean =>
  hasDroplet(firewall, id) || listAt(firewall, 'tags').some((tag) => tags.includes(String(tag)));

/** The things that are still among the team's droplets. */
const dropletsOf = ({ things, droplets }: ManyContext): Droplet[] => things.flatMap(({ id }) => droplets.get(Number(id)) ?? []);

const namesOf = (droplets: readonly { name: string }[]): string => listed(droplets.map(({ name }) => name));

/** How many of them it has already; `null` where that says nothing. */
const partly = (has: number, all: number): string | null => (has === 0 || all === 1 ? null : `has ${has} of ${all} already`);

async function openFirewalls(context: ManyContext): Promise<Outcome<Opened>> {
  const firewalls = await context.ask.list('firewalls_list');
  if (!firewalls.ok) return firewalls;
  const droplets = dropletsOf(context);
  const covered = (row: JsonObject) => droplets.filter((droplet) => covers(row, droplet)).length;
  const others = firewalls.value.filter((row) => covered(row) < droplets.length);
  const choices = others.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), partly(covered(row), droplets.length)));
  const without = droplets.filter((droplet) => !firewalls.value.some((row) => covers(row, droplet)));
  const first = `${namesOf(without)} ${without.length === 1 ? 'has' : 'have'} no firewall yet: from then on only what the rules of this one allow comes in and goes out.`;
  return success({
    level: without.length > 0 ? 'disruptive' : 'normal',
    lines: without.length > 0 ? [first] : ['What its rules allow comes in and goes out too.'],
    fields: [
      choice({
        name: 'firewall',
        label: 'Firewall',
        choices,
        hint: choices.length === 0 ? `Every firewall covers ${droplets.length === 1 ? 'it' : 'them'} already.` : null,
      }),
    ],
  });
}

async function openBalancers(context: ManyContext): Promise<Outcome<Opened>> {
  const balancers = await context.ask.list('loadBalancers_list');
  if (!balancers.ok) return balancers;
  const droplets = dropletsOf(context);
  const regions = [...new Set(droplets.map(({ regionSlug }) => regionSlug as string))];
  const taken = (row: JsonObject) => droplets.filter((droplet) => isServedBy(row, droplet)).length;
  const others = balancers.value.filter(
    (row) => regions.length === 1 && regionOf(row) === regions[0] && row.type !== 'GLOBAL' && taken(row) < droplets.length,
  );
  const byTag = others.filter((row) => tagOf(row) !== '');
  const effects = await Promise.all(byTag.map((row) => othersByTag(context.ask, row)));
  const choices = others.map((row) => {
    const how = tagOf(row) === '' ? textAt(row, 'ip') : `by its tag ${tagOf(row)}, which is put on`;
    return option(textAt(row, 'id'), textAt(row, 'name'), partly(taken(row), droplets.length) ?? how);
  });
  const none =
    regions.length === 1
      ? `No load balancer in ${regions[0]} takes further droplets.`
      : 'A load balancer takes droplets of its own region, and these are in several.';
  return success({
    lines: [...new Set(effects.flat())],
    data: { tags: Object.fromEntries(byTag.map((row) => [textAt(row, 'id'), tagOf(row)])) },
    fields: [choice({ name: 'balancer', label: 'Load balancer', choices, hint: choices.length === 0 ? none : null })],
  });
}

/** A job on droplets that one and several are asked with the same words. */
function forOneAndMany(
  job: Pick<Job, 'name' | 'label' | 'keywords'>,
  open: (context: ManyContext) => Promise<Outcome<Opened>>,
  more: Pick<Together, 'plan' | 'isMain'>,
): Job {
  const manyOf = (context: Parameters<Job['plan']>[1]): ManyContext => ({ ...context, things: [context.thing] });
  return {
    ...job,
    level: 'normal',
    submitLabel: 'Add',
    open: onDroplet((context) => open(manyOf(context))),
    plan: (values, context, opened) => more.plan(values, manyOf(context), opened),
    forMany: { how: 'together', open, ...more },
  };
}

const ids = ({ things }: ManyContext): number[] => things.map(({ id }) => Number(id));

export const trafficJobs: readonly Job[] = [
  forOneAndMany({ name: 'add-to-firewall', label: 'Add to firewall…', keywords: 'port rules protect' }, openFirewalls, {
    isMain: true,
    plan: ({ firewall }, context, { fields }) => ({
      steps: [
        {
          label: 'Add',
          operationId: 'firewalls_assign_droplets',
          path: { firewall_id: String(firewall) },
          body: { droplet_ids: ids(context) },
        },
      ],
      done: () => `${chosen(fields, 'firewall', firewall)} covers ${namesOf(context.things)}.`,
    }),
  }),
  forOneAndMany({ name: 'add-to-load-balancer', label: 'Add to load balancer…', keywords: 'traffic target' }, openBalancers, {
    plan({ balancer }, context, { fields, data = {} }) {
      const tag = textAt(objectAt(data, 'tags'), String(balancer));
      const tagged = context.things.map(({ id }) => ({ id, kind: 'droplet' as const }));
      const add = {
        label: 'Add',
        operationId: 'loadBalancers_add_droplets',
        path: { lb_id: String(balancer) },
        body: { droplet_ids: ids(context) },
      };
      return {
        steps: tag === '' ? [add] : tagSteps(tag, tagged, [tag]),
        done: () => {
          const healthy = context.things.length === 1 ? 'it is' : 'they are';
          return `${chosen(fields, 'balancer', balancer)} sends traffic to ${namesOf(context.things)} once ${healthy} healthy.`;
        },
      };
    },
  }),
];
