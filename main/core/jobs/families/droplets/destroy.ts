import { type Amount, nothing, pricedAt, sumOf, sumOfPrices, textOf } from '../../../../../preload/contract/amounts.ts';
import { type Outcome, success } from '../../../../../preload/contract/failure.ts';
import type { JobChoice, JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed, money } from '../../../words/numbers.ts';
import { choices, chosen, option, several, tick } from '../../fields.ts';
import { oneByOne } from '../../for-many.ts';
import type { Job, ManyContext, Opened } from '../../job.ts';
import { listAt, textAt } from '../../thing.ts';
import { offWhileKept, onDroplet } from './droplet.ts';

/** What can outlive a droplet. Floating IPs are the reserved IPs once more, under their former name. */
const groups = [
  { name: 'reserved_ips', label: 'Reserved IPs' },
  { name: 'snapshots', label: 'Snapshots' },
  { name: 'volumes', label: 'Volumes' },
  { name: 'volume_snapshots', label: 'Snapshots of volumes' },
] as const;
const groupNames: readonly string[] = groups.map(({ name }) => name);

const costOf = (row: JsonObject): Amount => pricedAt(textAt(row, 'cost')) ?? nothing;

function choicesIn(associated: JsonObject, group: string): JobChoice[] {
  const rows = listAt(associated, group).filter(isObject);
  return rows.map((row) => {
    const cost = costOf(row);
    const detail = cost.eq(0) ? null : `${money(textOf(cost))} a month`;
    return option(textAt(row, 'id'), textAt(row, 'name') || textAt(row, 'id'), detail);
  });
}

const keptInWords = ({ label, detail }: JobChoice): string => (detail === null ? label : `${label}, ${detail}`);

/** The values of each group: those that were ticked, or all that there are. */
function tickedIn(values: JobValues, fields: readonly JobField[]): Record<string, string[]> {
  const of = (group: string): string[] => {
    const field = fields.find(({ name }) => name === group);
    if (values.all === true && field?.kind === 'choices') return field.choices.map(({ value }) => value);
    return several(values[group]);
  };
  return Object.fromEntries(groupNames.map((group) => [group, of(group)]));
}

/** Before so many, what belongs to each is read, and what stays is said in sum. */
const eachReadAtMost = 25;

/** "3 volumes, $30.00 a month". */
function inSum(label: string, offered: readonly JsonObject[]): string {
  const cost = sumOf(offered.map(costOf));
  return `${label}: ${offered.length}${cost.eq(0) ? '' : `, ${money(textOf(cost))} a month`}`;
}

async function openMany({ things, droplets, ask }: ManyContext): Promise<Outcome<Opened>> {
  const price = sumOfPrices(things.map(({ id }) => droplets.get(Number(id))?.priceMonthlyUsd)) ?? '0';
  const all = tick({ name: 'all', label: 'Destroy also what belongs to them' });
  const saved = [`Their disks are erased, with all that is on them. That saves ${money(price)} a month.`];
  if (things.length > eachReadAtMost) {
    return success({
      lines: saved,
      fields: [all],
      stays: ['Their volumes, snapshots and reserved IPs'],
      isStayingUnlessTicked: true,
    });
  }
  const read = await Promise.all(things.map(({ id }) => ask.read('droplets_list_associatedResources', { droplet_id: id })));
  const unread = read.filter(({ ok }) => !ok).length;
  const rows = read.flatMap((one) => (one.ok && isObject(one.value) ? [one.value] : []));
  const found = groups
    .map(({ name, label }) => ({ label, offered: rows.flatMap((row) => listAt(row, name).filter(isObject)) }))
    .filter(({ offered }) => offered.length > 0);
  return success({
    lines: [...saved, ...(unread === 0 ? [] : [`What belongs to ${unread} of them could not be read.`])],
    fields: found.length === 0 && unread === 0 ? [] : [all],
    stays: found.map(({ label, offered }) => inSum(label, offered)),
    isStayingUnlessTicked: true,
  });
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#operation/droplets_destroy_withAssociatedResourcesSelective */
export const destroy: Job = {
  name: 'destroy',
  label: 'Destroy…',
  level: 'destructive',
  forMany: { ...oneByOne, open: openMany, valuesOf: ({ all = false }) => ({ all }) },
  keywords: 'delete remove terminate',
  off: offWhileKept,
  open: onDroplet(async ({ ask, thing }, droplet) => {
    const read = await ask.read('droplets_list_associatedResources', { droplet_id: thing.id });
    // A token that may destroy droplets may not be able to read what belongs to them.
    if (!read.ok) {
      return success({
        goes: [droplet.name],
        lines: [`What belongs to it could not be read, so all of it stays. ${read.failure.message}`],
      });
    }
    const associated = isObject(read.value) ? read.value : {};
    const found = groups.map((group) => ({ ...group, offered: choicesIn(associated, group.name) }));
    const any = found.filter(({ offered }) => offered.length > 0);
    const fields = any.map(({ name, label, offered }) => choices({ name, label: `${label} that go too`, choices: offered }));
    return success({
      goes: [`${droplet.name}, with all that is on its disk`],
      stays: any.flatMap(({ offered }) => offered.map((one) => keptInWords(one))),
      isStayingUnlessTicked: true,
      fields: any.length === 0 ? [] : [tick({ name: 'all', label: 'Destroy all of it' }), ...fields],
    });
  }),
  plan(values, { thing }, { fields = [] }) {
    const path = { droplet_id: thing.id };
    const ticked = tickedIn(values, fields);
    const names = groupNames.flatMap((group) => (ticked[group] ?? []).map((id) => chosen(fields, group, id)));
    if (names.length === 0) {
      return {
        steps: [{ label: 'Destroy', operationId: 'droplets_destroy', path }],
        done: () => `${thing.name} is being destroyed.`,
      };
    }
    return {
      steps: [{ label: 'Destroy', operationId: 'droplets_destroy_withAssociatedResourcesSelective', path, body: ticked }],
      done: () => `${thing.name} is being destroyed, with ${listed(names, 6)}.`,
      ifFailed: {
        label: 'Try again',
        steps: [{ label: 'Try again', operationId: 'droplets_destroy_retryWithAssociatedResources', path }],
        done: () => `What is left of ${thing.name} is being destroyed.`,
      },
    };
  },
};
