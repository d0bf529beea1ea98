import { failed, success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json, type JsonObject } from '../../../../../preload/contract/json.ts';
import { clock, longDay } from '../../../../../preload/contract/time-words.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, option, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { regionField } from '../../parts/regions.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { wordsIn } from '../network/addresses.ts';

const path = (thing: Thing) => ({ id: thing.id });
const tagsOf = (thing: Thing): Update => ({ operationId: 'vectorDatabases_update_tags', path: path(thing) });
const body = (answer: Json | undefined): JsonObject => (isObject(answer) ? answer : {});

const moment = (iso: string, nowMs: number): string => {
  const atMs = Date.parse(iso);
  return Number.isNaN(atMs) ? iso : `${longDay(atMs, nowMs)}, ${clock(atMs)}`;
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Vector-Databases */
export const vectorDatabaseJobs: readonly Job[] = [
  {
    name: 'new',
    label: 'New vector database…',
    level: 'normal',
    isNew: true,
    keywords: 'create weaviate',
    submitLabel: 'Make database',
    async open(context) {
      const region = await regionField(context);
      if (!region.ok) return region;
      return success({
        fields: [
          text({ name: 'name', label: 'Name', value: datedName('vectors', context.nowMs) }),
          region.value,
          text({ name: 'size', label: 'Size', hint: 'Such as s-2vcpu-4gb. DigitalOcean lists no sizes of it.' }),
        ],
      });
    },
    plan: ({ name, region, size }) => ({
      steps: [
        {
          label: 'Make database',
          operationId: 'vectorDatabases_create',
          body: { name: String(name), region: String(region), size: String(size) },
        },
      ],
      done: () => `${name} is being made.`,
    }),
  },
  {
    name: 'copy-token',
    label: 'Copy access token',
    level: 'safe',
    isMain: true,
    keywords: 'credentials secret key connect',
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Read it', operationId: 'vectorDatabases_get_credentials', path: path(thing) }],
      copy: ([answer]) => {
        const token = textAt(body(answer), 'api_token');
        return token === '' ? null : { what: `Token of ${thing.name}`, text: token };
      },
      done: () => `The access token of ${thing.name} is copied.`,
    }),
  },
  {
    name: 'resize',
    label: 'Resize…',
    level: 'disruptive',
    isMain: true,
    keywords: 'bigger smaller scale',
    isEdit: true,
    open: ({ thing }) =>
      success({
        lines: ['It may not answer for a moment.'],
        fields: [text({ name: 'size', label: 'Size', value: textAt(thing.row, 'size') })],
      }),
    plan: ({ size }, { thing }) => ({
      steps: [
        {
          label: 'Resize',
          operationId: 'vectorDatabases_post_resize',
          path: path(thing),
          body: { id: thing.id, size: String(size) },
        },
      ],
      done: () => `${thing.name} is being resized to ${size}.`,
    }),
  },
  {
    name: 'restore',
    label: 'Restore a backup…',
    level: 'destructive',
    keywords: 'recover put back',
    submitLabel: 'Restore',
    async open({ thing, ask, nowMs }) {
      const read = await ask.read('vectorDatabases_list_backups', path(thing));
      if (!read.ok) return read;
      const backups = listAt(body(read.value), 'backups')
        .filter(isObject)
        .toSorted((one, other) => textAt(other, 'completed_at').localeCompare(textAt(one, 'completed_at')));
      if (backups.length === 0) return failed({ kind: 'conflict', message: `${thing.name} has no backup.` });
      const choices = backups.map((one) => option(textAt(one, 'backup_id'), moment(textAt(one, 'completed_at'), nowMs)));
      return success({
        goes: [`What ${thing.name} has and the backup has not`],
        fields: [choice({ name: 'backup', label: 'Backup of', choices, value: choices[0]?.value ?? null })],
      });
    },
    weigh: ({ backup }, { fields }) =>
      backup ? { lines: [`What was written since ${chosen(fields, 'backup', backup)} is lost.`] } : {},
    plan: ({ backup }, { thing }) => ({
      steps: [
        {
          label: 'Restore',
          operationId: 'vectorDatabases_post_restore_backup',
          path: { ...path(thing), backup_id: String(backup) },
          body: { id: thing.id, backup_id: String(backup) },
          named: thing.name,
        },
      ],
      done: () => `${thing.name} is being restored.`,
    }),
  },
  {
    name: 'tags',
    label: 'Tags…',
    level: 'disruptive',
    keywords: 'label group',
    submitLabel: 'Save',
    open: ({ thing, ask }) =>
      openEdit(ask, tagsOf(thing), (base) => ({
        fields: [
          text({
            name: 'tags',
            label: 'Tags',
            value: listAt(base, 'tags').join(' '),
            isRequired: false,
            hint: 'With spaces between them.',
          }),
        ],
      })),
    weigh: ({ tags }, { data = {} }) =>
      taken(listAt(objectAt(data, 'base'), 'tags').map(String), wordsIn(tags), (gone) => `No longer tagged ${gone}.`),
    plan: ({ tags }, { thing }, opened) => ({
      steps: [editStep('Save', tagsOf(thing), opened, (base) => ({ ...base, tags: wordsIn(tags) }))],
      done: () => `The tags of ${thing.name} are saved.`,
    }),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove destroy',
    open: ({ thing }) => success({ goes: [`${thing.name}, with its data and its backups`] }),
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'vectorDatabases_delete', path: path(thing), named: thing.name }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];
