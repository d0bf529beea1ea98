import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { keepingCost } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import { oneByOne } from '../../for-many.ts';
import type { Job, Opened, Plan, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { listAt, textAt } from '../../thing.ts';

/** What can be done with any image of one's own: a snapshot of a droplet is one too, and is listed twice. */

/** What deleting several of them does, and saves. */
export function savedInSum(things: readonly Thing[]): Opened {
  const gigabytes = things.reduce((sum, { row }) => sum + (Number(textAt(row, 'size_gigabytes')) || 0), 0);
  return { lines: [`They cannot be made again. That saves ${keepingCost(gigabytes)}.`] };
}

const regionOption = (region: JsonObject) => option(textAt(region, 'slug'), textAt(region, 'name'), textAt(region, 'slug'));

const copyToRegion = (isFor: (thing: Thing) => boolean): Job => ({
  name: 'copy-to-region',
  label: 'Copy to a region…',
  level: 'normal',
  forMany: {
    ...oneByOne,
    otherwise: 'It cannot be copied to another region.',
    isOfOneTeam: true,
    async open({ ask, things }) {
      const regions = await ask.list('regions_list');
      if (!regions.ok) return regions;
      const lacks = (slug: string) => things.some(({ row }) => !listAt(row, 'regions').includes(slug));
      const further = regions.value.filter((region) => region.available === true && lacks(textAt(region, 'slug')));
      return success({ fields: [choice({ name: 'region', label: 'Region', choices: further.map(regionOption) })] });
    },
  },
  keywords: 'transfer region',
  submitLabel: 'Copy',
  isFor,
  async open({ thing, ask }) {
    const regions = await ask.list('regions_list');
    if (!regions.ok) return regions;
    const has = listAt(thing.row, 'regions').map(String);
    const further = regions.value.filter((region) => region.available === true && !has.includes(textAt(region, 'slug')));
    return success({ fields: [choice({ name: 'region', label: 'Region', choices: further.map(regionOption) })] });
  },
  plan: ({ region }, { thing }, { fields }) => ({
    steps: [
      {
        label: 'Copy',
        operationId: 'imageActions_post',
        path: { image_id: thing.id },
        body: { type: 'transfer', region: String(region) },
      },
    ],
    done: () => `${thing.name} is being copied to ${chosen(fields, 'region', region)}.`,
  }),
});

const renaming = ({ id }: Thing): Update => ({ operationId: 'images_update', path: { image_id: id } });

const rename = (isFor: (thing: Thing) => boolean): Job => ({
  name: 'rename',
  label: 'Rename…',
  level: 'normal',
  isFor,
  open: ({ thing, ask }) =>
    openEdit(ask, renaming(thing), (base) => ({ fields: [text({ name: 'name', label: 'Name', value: textAt(base, 'name') })] })),
  plan: ({ name }, { thing }, opened) => ({
    steps: [
      // An image that was imported loses what else is said of it if that is not sent along. Of others only the name is taken.
      editStep('Rename', renaming(thing), opened, (base) => {
        if (textAt(base, 'name') === name) return base;
        return textAt(thing.row, 'type') === 'custom' ? { ...base, name: String(name) } : { name: String(name) };
      }),
    ],
    done: () => `${thing.name} is now called ${name}.`,
  }),
});

const giveAway = (isFor: (thing: Thing) => boolean): Job => ({
  name: 'give-away',
  label: 'Give to another account…',
  level: 'disruptive',
  keywords: 'transfer account team',
  submitLabel: 'Offer it',
  isFor,
  async open() {
    const kinds = [option('email', 'A person, by e-mail address'), option('team', 'A team, by its id')];
    const fields = [
      choice({ name: 'to', label: 'To', choices: kinds, value: 'email' }),
      text({
        name: 'email',
        label: 'E-mail address',
        pattern: { source: '[^\\s@]+@[^\\s@]+', words: 'an address such as ops@example.com' },
        shownIf: { field: 'to', values: ['email'] },
      }),
      text({ name: 'team', label: 'Id of the team', shownIf: { field: 'to', values: ['team'] } }),
    ];
    return success({ lines: ['It leaves this team once they accept.'], fields });
  },
  plan: ({ to, email, team }, { thing }) => ({
    steps: [
      {
        label: 'Offer',
        operationId: 'images_post_account_transfer_create',
        path: { image_id: thing.id },
        body: to === 'email' ? { recipient_email: String(email) } : { recipient_uuid: String(team) },
      },
    ],
    done: ([answer]) =>
      `${thing.name} is offered to ${to === 'email' ? email : `team ${team}`}, as transfer ${transferIn(answer)}. It stays here until they accept.`,
    again: ([answer]) =>
      transferIn(answer) === '' ? null : { label: 'Take it back', ...takenBack(thing, Number(transferIn(answer))) },
  }),
});

const transferIn = (answer: Json | undefined): string => textAt(isObject(answer) ? answer : {}, 'transfer_id');

const takenBack = (thing: Thing, transfer: number): Pick<Plan, 'steps' | 'done'> => ({
  steps: [
    {
      label: 'Take it back',
      operationId: 'images_post_account_transfer_cancel',
      path: { image_id: thing.id },
      body: { transfer_id: transfer },
    },
  ],
  done: () => `${thing.name} is no longer offered, and stays here.`,
});

/** The API lists no offers, so the number that was told then is typed. */
const takeBack = (isFor: (thing: Thing) => boolean): Job => ({
  name: 'take-back',
  label: 'Take an offer back…',
  level: 'normal',
  keywords: 'transfer account cancel',
  submitLabel: 'Take back',
  isFor,
  open: () =>
    success({
      fields: [
        number({
          name: 'transfer',
          label: 'Number of the transfer',
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          unit: '',
          hint: 'It was told when the image was offered.',
        }),
      ],
    }),
  plan: ({ transfer }, { thing }) => takenBack(thing, Number(transfer)),
});

/** Their jobs, of the things that are images at all. */
export const ownImageJobs = (isImage: (thing: Thing) => boolean, canBeCopied: (thing: Thing) => boolean): readonly Job[] => [
  copyToRegion(canBeCopied),
  rename(isImage),
  giveAway(isImage),
  takeBack(isImage),
];
