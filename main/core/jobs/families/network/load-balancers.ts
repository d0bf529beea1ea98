import { success } from '../../../../../preload/contract/failure.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, option } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Step, Thing } from '../../job.ts';
import { withKubernetes } from '../../parts/kubernetes-made.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { listAt, regionOf, textAt } from '../../thing.ts';
import { watchThis } from '../watching/new-policy.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';
import { certificate, changeSize, healthCheck, settings } from './load-balancer-edits.ts';
import { addRule, removeRule } from './load-balancer-rules.ts';
import { tagDroplets } from './load-balancer-tag.ts';
import { newLoadBalancer } from './new-load-balancer.ts';

const path = ({ id }: Thing) => ({ lb_id: id });
const idsOf = ({ row }: Thing): number[] => listAt(row, 'droplet_ids').map(Number);
const isGlobal = ({ row }: Thing) => row.type === 'GLOBAL';
const hasTag = ({ row }: Thing) => textAt(row, 'tag') !== '';
/** With a tag, the tag finds the droplets. A global one hands on to other load balancers. */
const takesDroplets = (thing: Thing) => !isGlobal(thing) && !hasTag(thing);
const namesOf = (context: JobContext, chosen: unknown) => listed(chosenIds(chosen).map((id) => dropletName(context, id)));

/** The answer is empty, so whether the droplets are among its targets is seen at the load balancer itself. */
const targetStep = (thing: Thing, label: string, chosen: unknown, isGone = false): Step => ({
  label,
  operationId: isGone ? 'loadBalancers_remove_droplets' : 'loadBalancers_add_droplets',
  path: path(thing),
  body: { droplet_ids: chosenIds(chosen) },
  follows: {
    kind: 'load-balancer-droplets',
    target: { lb_id: thing.id, droplets: chosenIds(chosen).join(' '), ...(isGone ? { isGone: 'yes' } : {}) },
    type: 'change',
    resourceType: 'load balancer',
    name: thing.name,
  },
});

const all: readonly Job[] = [
  newLoadBalancer,
  {
    name: 'copy-address',
    label: 'Copy address',
    level: 'safe',
    isMain: true,
    keywords: 'ip',
    off: ({ row }) => (textAt(row, 'ip') === '' ? 'It has no public address.' : null),
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${textAt(thing.row, 'ip')}.`,
      copy: () => ({ what: 'Address', text: textAt(thing.row, 'ip') }),
    }),
  },
  changeSize,
  {
    name: 'add-droplets',
    label: 'Add droplets…',
    level: 'normal',
    keywords: 'target backend',
    isFor: takesDroplets,
    async open(context) {
      const { thing } = context;
      const present = new Set(idsOf(thing));
      const [region, vpc] = [regionOf(thing.row), textAt(thing.row, 'vpc_uuid')];
      const offered = dropletChoices(
        context,
        (droplet) =>
          droplet.regionSlug === region &&
          !present.has(droplet.id) &&
          (vpc === '' || droplet.vpcUuid === null || droplet.vpcUuid === vpc),
      );
      const hint = offered.length === 0 ? `There is no other droplet in its network in ${region}.` : null;
      return success({ fields: [choices({ name: 'droplets', label: 'Droplets', choices: offered, isRequired: true, hint })] });
    },
    plan: ({ droplets }, context) => ({
      steps: [targetStep(context.thing, 'Add droplets', droplets)],
      done: () => `${context.thing.name} hands requests to ${namesOf(context, droplets)} too, once the health check passes.`,
    }),
  },
  tagDroplets,
  {
    name: 'take-out-droplets',
    label: 'Take out droplets…',
    level: 'disruptive',
    keywords: 'remove target backend drain',
    isFor: takesDroplets,
    off: (thing) => (idsOf(thing).length === 0 ? 'It has no droplets.' : null),
    async open(context) {
      const present = idsOf(context.thing);
      const offered = present.map((id) => option(String(id), dropletName(context, id)));
      const value = present.length === 1 ? present.map(String) : [];
      const last = present.length === 1 ? 'It is the last one: nothing serves then.' : 'Without any droplet nothing serves.';
      return success({
        lines: ['What is taken out gets no new requests.', last],
        fields: [choices({ name: 'droplets', label: 'Droplets', choices: offered, value, isRequired: true, isSearched: true })],
      });
    },
    plan: ({ droplets }, context) => ({
      steps: [targetStep(context.thing, 'Take out droplets', droplets, true)],
      done: () => `${context.thing.name} no longer hands requests to ${namesOf(context, droplets)}.`,
      again: {
        label: 'Put back',
        steps: [targetStep(context.thing, 'Put back', droplets)],
        done: () => `${context.thing.name} hands requests to ${namesOf(context, droplets)} again.`,
      },
    }),
  },
  addRule,
  removeRule,
  healthCheck,
  certificate,
  settings,
  {
    name: 'purge',
    label: 'Purge cache…',
    level: 'disruptive',
    keywords: 'clear flush',
    isFor: isGlobal,
    open: async () => success({ lines: ['Every request reaches the droplets for a while, which is slower.'] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Purge cache', operationId: 'loadBalancers_delete_cache', path: path(thing) }],
      done: () => `The cache of ${thing.name} is purged.`,
    }),
  },
  watchThis('balancers'),
  moveToProject('loadbalancer'),
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    async open({ thing, ...context }) {
      const ip = textAt(thing.row, 'ip');
      const names = idsOf(thing).map((id) => dropletName(context, id));
      return success({
        lines: ['Nobody is answered at its address any more. If a Kubernetes cluster made it, the cluster makes another.'],
        goes: [ip === '' ? thing.name : `${thing.name}, with its address ${ip}`],
        stays: names.length === 0 ? [] : [listed(names, 10)],
      });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'loadBalancers_delete', path: path(thing) }],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];

/** What Kubernetes sets back where it made the load balancer. */
const edits = [
  ...['size', 'health-check', 'certificate', 'settings', 'add-rule', 'remove-rule'],
  ...['add-droplets', 'take-out-droplets', 'tag-droplets'],
];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Load-Balancers */
export const loadBalancerJobs = withKubernetes('load_balancers', edits, all);
