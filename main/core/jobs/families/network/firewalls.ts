import { success } from '../../../../../preload/contract/failure.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { listed } from '../../../words/numbers.ts';
import { choices, option, text } from '../../fields.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';
import { editRule } from './firewall-edit-rule.ts';
import { closePort, keepIn, letOut, openPort, readFirewall } from './firewall-ports.ts';
import { coveredBy } from './firewall-rules.ts';

const path = ({ id }: Thing) => ({ firewall_id: id });
const dropletIds = (row: JsonObject) => new Set(listAt(row, 'droplet_ids').map(Number));
const tagsOf = (row: JsonObject): string[] => listAt(row, 'tags').map(String);
const namesOf = (context: JobContext, chosen: unknown) => listed(chosenIds(chosen).map((id) => dropletName(context, id)));

/** Droplets that no firewall but this one covers. */
async function aloneIn(context: JobContext): Promise<string[]> {
  const { thing, ask } = context;
  const firewalls = await ask.list('firewalls_list');
  const others = firewalls.ok ? firewalls.value.filter((row) => textAt(row, 'id') !== thing.id) : [];
  const covered = new Set(others.flatMap((row) => coveredBy(row, context).map(({ id }) => id)));
  return coveredBy(thing.row, context).flatMap(({ id, name }) => (covered.has(id) ? [] : [name]));
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Firewalls */
export const firewallJobs: readonly Job[] = [
  openPort,
  closePort,
  editRule,
  {
    name: 'add-droplets',
    label: 'Add droplets…',
    level: 'disruptive',
    keywords: 'apply assign protect',
    async open(context) {
      const present = dropletIds(context.thing.row);
      const offered = dropletChoices(context, ({ id }) => !present.has(id));
      return success({
        lines: ['A droplet that had no firewall is then reached only where this one allows it.'],
        fields: [choices({ name: 'droplets', label: 'Droplets', choices: offered, isRequired: true })],
      });
    },
    plan: ({ droplets }, context) => ({
      steps: [
        {
          label: 'Add droplets',
          operationId: 'firewalls_assign_droplets',
          path: path(context.thing),
          body: { droplet_ids: chosenIds(droplets) },
        },
      ],
      done: () => `${context.thing.name} now protects ${namesOf(context, droplets)}.`,
    }),
  },
  {
    name: 'take-off-droplets',
    label: 'Take off droplets…',
    level: 'disruptive',
    keywords: 'remove unassign',
    off: ({ row }) => (dropletIds(row).size === 0 ? 'It names no droplet itself: its tags do.' : null),
    async open(context) {
      const present = dropletIds(context.thing.row);
      const offered = [...present].map((id) => option(String(id), dropletName(context, id)));
      const alone = await aloneIn(context);
      return success({
        lines: [
          alone.length === 0
            ? 'Each of its droplets has another firewall too.'
            : `No other firewall protects ${listed(alone)}: without this one every port is open there.`,
        ],
        fields: [choices({ name: 'droplets', label: 'Droplets', choices: offered, isRequired: true })],
      });
    },
    plan: ({ droplets }, context) => ({
      steps: [
        {
          label: 'Take off droplets',
          operationId: 'firewalls_delete_droplets',
          path: path(context.thing),
          body: { droplet_ids: chosenIds(droplets) },
        },
      ],
      done: () => `${context.thing.name} no longer protects ${namesOf(context, droplets)}.`,
    }),
  },
  {
    name: 'add-tags',
    label: 'Add tags…',
    level: 'disruptive',
    keywords: 'apply droplets with tag',
    async open({ thing, ask }) {
      const tags = await ask.list('tags_list');
      if (!tags.ok) return tags;
      const present = tagsOf(thing.row);
      const names = tags.value.map((row) => textAt(row, 'name')).filter((name) => !present.includes(name));
      const offered = names.map((name) => option(name, name));
      return success({
        lines: ['Droplets with one of these tags, also later ones, are then reached only where this firewall allows it.'],
        fields: [choices({ name: 'tags', label: 'Tags', choices: offered, isRequired: true })],
      });
    },
    plan: ({ tags }, { thing }) => {
      const chosen = Array.isArray(tags) ? tags : [];
      return {
        steps: [{ label: 'Add tags', operationId: 'firewalls_add_tags', path: path(thing), body: { tags: chosen } }],
        done: () => `${thing.name} now protects droplets with ${listed(chosen.map((tag) => `tag ${tag}`))}.`,
      };
    },
  },
  {
    name: 'take-off-tags',
    label: 'Take off tags…',
    level: 'disruptive',
    keywords: 'remove droplets with tag',
    off: ({ row }) => (tagsOf(row).length === 0 ? 'It has no tags.' : null),
    async open(context) {
      const alone = await aloneIn(context);
      const offered = tagsOf(context.thing.row).map((name) => option(name, name));
      return success({
        lines: alone.length === 0 ? [] : [`No other firewall protects ${listed(alone)}.`],
        fields: [choices({ name: 'tags', label: 'Tags', choices: offered, isRequired: true })],
      });
    },
    plan: ({ tags }, { thing }) => {
      const chosen = Array.isArray(tags) ? tags : [];
      return {
        steps: [{ label: 'Take off tags', operationId: 'firewalls_delete_tags', path: path(thing), body: { tags: chosen } }],
        done: () => `${thing.name} no longer protects droplets with ${listed(chosen.map((tag) => `tag ${tag}`))}.`,
      };
    },
  },
  letOut,
  keepIn,
  {
    name: 'rename',
    label: 'Rename…',
    level: 'normal',
    submitLabel: 'Save',
    async open({ thing, ask }) {
      const base = await ask.base('firewalls_update', path(thing));
      if (!base.ok) return base;
      const pattern = { source: '[a-zA-Z0-9][a-zA-Z0-9.\\-]+', words: 'letters, digits, dots and hyphens' };
      return success({ fields: [text({ name: 'name', label: 'Name', value: thing.name, pattern })], data: { base: base.value } });
    },
    plan: ({ name }, { thing }, { data = {} }) => ({
      steps: [
        {
          label: 'Rename',
          operationId: 'firewalls_update',
          path: path(thing),
          edit: { opened: objectAt(data, 'base'), change: (base) => ({ ...base, name: String(name) }) },
        },
      ],
      done: () => `${thing.name} is now called ${name}.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    keywords: 'remove',
    async open(context) {
      const read = await readFirewall(context.ask, context.thing);
      if (!read.ok) return read;
      const alone = await aloneIn({ ...context, thing: { ...context.thing, row: read.value } });
      if (alone.length === 0) return success({ lines: ['No droplet is left without a firewall.'] });
      const then = alone.length === 1 ? 'then has' : 'then have';
      return success({ lines: [`${counted(alone.length, 'droplet')} ${then} every port open: ${listed(alone, 10)}.`] });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'firewalls_delete', path: path(thing) }],
      done: () => `${thing.name} is deleted.`,
    }),
  },
];
