import { success } from '../../../../../preload/contract/failure.ts';
import type { JobChoice, JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import type { Droplet } from '../../../digitalocean/resources/droplets.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, option, several, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { suggestions } from './addresses.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';
import { editRule } from './firewall-edit-rule.ts';
import { closePort, keepIn, letOut, openPort, readFirewall } from './firewall-ports.ts';
import { bareDroplets, coveredBy, firstFirewall } from './firewall-rules.ts';
import { newFirewall } from './new-firewall.ts';
import { orAsRange } from './port-range.ts';

const path = ({ id }: Thing) => ({ firewall_id: id });
const dropletIds = (row: JsonObject) => new Set(listAt(row, 'droplet_ids').map(Number));
const tagsOf = (row: JsonObject): string[] => listAt(row, 'tags').map(String);

/** Droplets that no firewall but this one covers. */
async function aloneIn(context: JobContext): Promise<string[]> {
  const { thing, ask } = context;
  const firewalls = await ask.list('firewalls_list');
  const others = firewalls.ok ? firewalls.value.filter((row) => textAt(row, 'id') !== thing.id) : [];
  const covered = new Set(others.flatMap((row) => coveredBy(row, context).map(({ id }) => id)));
  return coveredBy(thing.row, context).flatMap(({ id, name }) => (covered.has(id) ? [] : [name]));
}

const kinds = { droplets: 'Droplets', tags: 'Droplets with a tag' } as const;
type Kind = keyof typeof kinds;

/** What is chosen: droplets, or tags that find them. A kind without anything to choose is not offered. */
function protectedFields(offered: Readonly<Record<Kind, readonly JobChoice[]>>): JobField[] {
  const present = (['droplets', 'tags'] as const).filter((kind) => offered[kind].length > 0);
  const shown = present.map((kind) => option(kind, kinds[kind]));
  return [
    choice({ name: 'kind', label: 'What', choices: shown, value: shown[0]?.value ?? null }),
    ...present.map((kind) =>
      choices({
        name: kind,
        label: kind === 'droplets' ? 'Droplets' : 'Tags',
        choices: [...offered[kind]],
        isRequired: true,
        shownIf: { field: 'kind', values: [kind] },
      }),
    ),
  ];
}

/** The request that adds or takes off what was chosen, and what that is in words. */
function chosenStep(values: JobValues, context: JobContext, label: string, operations: Readonly<Record<Kind, string>>) {
  const path = { firewall_id: context.thing.id };
  if (values.kind === 'tags') {
    const tags = Array.isArray(values.tags) ? values.tags : [];
    const step = { label, operationId: operations.tags, path, body: { tags } };
    return { step, what: `droplets with ${listed(tags.map((tag) => `tag ${tag}`))}` };
  }
  const ids = chosenIds(values.droplets);
  const step = { label, operationId: operations.droplets, path, body: { droplet_ids: ids } };
  return { step, what: listed(ids.map((id) => dropletName(context, id))) };
}

const adding = { droplets: 'firewalls_assign_droplets', tags: 'firewalls_add_tags' };

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Firewalls */
export const firewallJobs: readonly Job[] = [
  newFirewall,
  openPort,
  closePort,
  editRule,
  {
    name: 'add',
    label: 'Add droplets or tag…',
    level: 'disruptive',
    keywords: 'apply assign protect',
    submitLabel: 'Add',
    async open(context) {
      const { row } = context.thing;
      const [ids, present] = [dropletIds(row), tagsOf(row)];
      const [tags, bare] = await Promise.all([suggestions(context.ask, 'tags_list'), bareDroplets(context)]);
      const names = tags.map((tag) => textAt(tag, 'name'));
      return success({
        lines: ['A tag also finds droplets that get it later.'],
        data: { bare },
        fields: protectedFields({
          droplets: dropletChoices(context, ({ id }) => !ids.has(id)),
          tags: names.filter((name) => !present.includes(name)).map((name) => option(name, name)),
        }),
      });
    },
    weigh({ kind, droplets, tags }, { data = {} }, context) {
      const worn = ({ tags: own }: Droplet) => own.some((tag) => several(tags).includes(tag));
      const tagged = [...context.droplets.values()].filter(worn).map(({ id }) => id);
      return firstFirewall(kind === 'tags' ? tagged : several(droplets).map(Number), listAt(data, 'bare'), context);
    },
    plan(values, context) {
      const { step, what } = chosenStep(values, context, 'Add', adding);
      return { steps: [step], done: () => `${context.thing.name} now protects ${what}.` };
    },
  },
  {
    name: 'take-off',
    label: 'Take off droplets or tag…',
    level: 'disruptive',
    keywords: 'remove unassign',
    submitLabel: 'Take off',
    off: ({ row }) => (dropletIds(row).size + tagsOf(row).length === 0 ? 'It protects nothing.' : null),
    async open(context) {
      const { row } = context.thing;
      const alone = await aloneIn(context);
      return success({
        lines: [
          alone.length === 0
            ? 'Each of its droplets has another firewall too.'
            : `No other firewall protects ${listed(alone)}: without this one every port is open there.`,
        ],
        fields: protectedFields({
          droplets: [...dropletIds(row)].map((id) => option(String(id), dropletName(context, id))),
          tags: tagsOf(row).map((name) => option(name, name)),
        }),
      });
    },
    plan(values, context) {
      const operations = { droplets: 'firewalls_delete_droplets', tags: 'firewalls_delete_tags' };
      const { step, what } = chosenStep(values, context, 'Take off', operations);
      const back = chosenStep(values, context, 'Put back', adding);
      return {
        steps: [step],
        done: () => `${context.thing.name} no longer protects ${what}.`,
        again: { label: 'Put back', steps: [back.step], done: () => `${context.thing.name} protects ${what} again.` },
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
      return success({
        fields: [text({ name: 'name', label: 'Name', value: thing.ownName, pattern })],
        data: { base: base.value },
      });
    },
    plan: ({ name }, { thing }, { data = {} }) =>
      orAsRange({
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
    forMany: sentUnread,
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
