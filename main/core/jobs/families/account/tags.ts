import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { counted, listed } from '../../../words/numbers.ts';
import { choices, option, several } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Again, Job, JobContext, Thing } from '../../job.ts';
import { countOf, effectsOf, type Tagged, tagField, tagSteps, untagStep, wearersOf } from '../../parts/tagging.ts';
import { listAt, textAt } from '../../thing.ts';
import { putOnOthers, takeOffOthers } from './tag-others.ts';

const tagOf = (thing: Thing): string => thing.id;
const tagged = ({ thing, droplets }: JobContext, has: boolean): Droplet[] =>
  [...droplets.values()].filter(({ tags }) => tags.includes(tagOf(thing)) === has);
const asTagged = (ids: readonly string[]): Tagged[] => ids.map((id) => ({ id, kind: 'droplet' }));
const offered = (droplets: readonly Droplet[]) =>
  droplets.map((droplet) => option(String(droplet.id), droplet.name, `${droplet.regionSlug}, ${droplet.status}`));
const namesOf = ({ droplets }: JobContext, ids: readonly string[]): string =>
  listed(ids.map((id) => droplets.get(Number(id))?.name ?? `droplet ${id}`));

const losing = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`Droplets that lose it: ${listed(names, 8)}.`];

const putOn: Job = {
  name: 'put-on',
  label: 'Put on droplets…',
  level: 'normal',
  isMain: true,
  keywords: 'assign tag droplets',
  submitLabel: 'Tag',
  async open(context) {
    const effects = await effectsOf(context.ask, [tagOf(context.thing)]);
    const fields = [choices({ name: 'droplets', label: 'Droplets', choices: offered(tagged(context, false)), isRequired: true })];
    return success({ lines: effects, level: effects.length > 0 ? 'disruptive' : 'normal', fields });
  },
  plan: ({ droplets }, context) => ({
    steps: tagSteps(tagOf(context.thing), asTagged(several(droplets)), [tagOf(context.thing)]),
    done: () => `${namesOf(context, several(droplets))}: now tagged ${context.thing.name}.`,
  }),
};

const takeOff: Job = {
  name: 'take-off',
  label: 'Take off droplets…',
  level: 'disruptive',
  keywords: 'unassign untag remove',
  submitLabel: 'Take off',
  off: ({ row, name }) => (countOf(row, 'droplets') === 0 ? `No droplet has the tag ${name}.` : null),
  async open(context) {
    const effects = await effectsOf(context.ask, [tagOf(context.thing)]);
    const fields = [choices({ name: 'droplets', label: 'Droplets', choices: offered(tagged(context, true)), isRequired: true })];
    return success({ lines: effects, fields });
  },
  plan: ({ droplets }, context) => ({
    steps: [untagStep(tagOf(context.thing), asTagged(several(droplets)))],
    done: () => `${namesOf(context, several(droplets))}: no longer tagged ${context.thing.name}.`,
    again: {
      label: 'Put back',
      steps: tagSteps(tagOf(context.thing), asTagged(several(droplets)), [tagOf(context.thing)]),
      done: () => `${namesOf(context, several(droplets))}: tagged ${context.thing.name} again.`,
    },
  }),
};

const make: Job = {
  name: 'new',
  label: 'New tag…',
  level: 'normal',
  isNew: true,
  keywords: 'create',
  submitLabel: 'Make tag',
  open: async () => success({ fields: [tagField()] }),
  plan: ({ tag }) => ({
    steps: [{ label: 'Make tag', operationId: 'tags_create', body: { name: String(tag) } }],
    done: () => `Tag ${tag} was made.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'disruptive',
  forMany: {
    ...sentUnread,
    // What goes by them is read once for all of them.
    async open({ things, ask, droplets }) {
      const tags = things.map(tagOf);
      const names = [...droplets.values()].filter((one) => one.tags.some((tag) => tags.includes(tag))).map(({ name }) => name);
      return success({ lines: [...losing(names), ...(await effectsOf(ask, tags))] });
    },
  },
  keywords: 'remove',
  async open(context) {
    const { ask, thing } = context;
    const worn = losing(tagged(context, true).map(({ name }) => name));
    const [effects, wearers] = await Promise.all([effectsOf(ask, [tagOf(thing)]), wearersOf(context, tagOf(thing))]);
    const lost =
      wearers.unread.length === 0 ? [] : [`${listed(wearers.unread)} with it could not be read, and would not get it back.`];
    return success({ lines: [...worn, ...effects, ...lost], data: { wearers: wearers.things.map((one) => ({ ...one })) } });
  },
  plan(_values, { thing }, { data = {} }) {
    const tag = tagOf(thing);
    const wearers = listAt(data, 'wearers').filter(isObject);
    const things = wearers.map((one) => ({ id: textAt(one, 'id'), kind: textAt(one, 'kind') as Tagged['kind'] }));
    const [create, assign] = tagSteps(tag, things, []);
    const again: Again = {
      steps: [create, ...(things.length === 0 ? [] : [assign])].filter((step) => step !== undefined),
      done: () =>
        things.length === 0
          ? `Tag ${thing.name} is there again.`
          : `Tag ${thing.name} is there again, on ${counted(things.length, 'thing')}.`,
    };
    return {
      steps: [{ label: 'Delete', operationId: 'tags_delete', path: { tag_id: tag } }],
      done: () => `Tag ${thing.name} is deleted. What had it stays.`,
      // Without what had it, it would not be the same tag again.
      ...(data.wearers === undefined ? {} : { again }),
    };
  },
};

const destroyDroplets: Job = {
  name: 'destroy-droplets',
  label: 'Destroy its droplets…',
  level: 'destructive',
  keywords: 'delete droplets by tag',
  off: ({ row, name }) => (countOf(row, 'droplets') === 0 ? `No droplet has the tag ${name}.` : null),
  async open(context) {
    const goes = tagged(context, true).map(({ name }) => name);
    const lines = [`${counted(goes.length, 'droplet')}, and all that is on their disks. It cannot be undone.`];
    const toType = `${tagOf(context.thing)} ${goes.length}`;
    return success({ lines, goes, toType, stays: ['Their volumes, snapshots and reserved IPs, which keep costing'] });
  },
  plan: (_values, context) => ({
    steps: [{ label: 'Destroy', operationId: 'droplets_destroy_byTag', query: { tag_name: tagOf(context.thing) } }],
    done: () => `Destroying ${counted(tagged(context, true).length, 'droplet')} with the tag ${context.thing.name}.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Tags */
export const tagJobs: readonly Job[] = [putOn, takeOff, putOnOthers, takeOffOthers, make, remove, destroyDroplets];
