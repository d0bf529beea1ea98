import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type JsonObject } from '../../../../../preload/contract/json.ts';
import { listed } from '../../../words/numbers.ts';
import { choice, choices, chosen, option, several, text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Ask, Job, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { taken } from '../../parts/taken.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';

const rights: Readonly<Record<string, string>> = { read: 'read', readwrite: 'read and write', fullaccess: 'do everything in' };

const grantsOf = (row: JsonObject): JsonObject[] => listAt(row, 'grants').filter(isObject);
const isFull = ({ row }: Thing): boolean => grantsOf(row).some((grant) => textAt(grant, 'permission') === 'fullaccess');
const inWords = (grant: JsonObject): string => {
  const permission = textAt(grant, 'permission');
  return `${rights[permission] ?? permission} ${textAt(grant, 'bucket') || 'every bucket'}`;
};

/** A choice that opens the field for a bucket that nothing names. */
const other = ':other';

/** Each costs a request, and a person waits. */
const projectsAtMost = 10;
const bucketUrn = 'do:space:';

/** Buckets are among what projects hold. */
async function bucketsInProjects(ask: Ask): Promise<string[]> {
  const projects = await ask.list('projects_list');
  const held = await Promise.all(
    (projects.ok ? projects.value : [])
      .slice(0, projectsAtMost)
      .map((project) => ask.list('projects_list_resources', { project_id: textAt(project, 'id') })),
  );
  const urns = held.flatMap((rows) => (rows.ok ? rows.value : [])).map((row) => textAt(row, 'urn'));
  return urns.filter((urn) => urn.startsWith(bucketUrn)).map((urn) => urn.slice(bucketUrn.length));
}

/** The API lists no buckets. The names of those that other keys, CDN endpoints and projects name are offered. */
async function bucketsSeen(ask: Ask): Promise<string[]> {
  const [keys, endpoints, inProjects] = await Promise.all([
    ask.list('spacesKey_list'),
    ask.list('cdn_list_endpoints'),
    bucketsInProjects(ask),
  ]);
  const granted = (keys.ok ? keys.value : []).flatMap(grantsOf).map((grant) => textAt(grant, 'bucket'));
  const served = (endpoints.ok ? endpoints.value : []).map((one) => textAt(one, 'origin').split('.')[0] ?? '');
  return [...new Set([...granted, ...served, ...inProjects])].filter((name) => name !== '').sort();
}

const bucketFields = (buckets: readonly string[], access: readonly string[]) => [
  choice({
    name: 'bucket',
    label: 'Bucket',
    choices: [...buckets.map((name) => option(name, name)), option(other, 'Another bucket')],
    shownIf: { field: 'access', values: [...access] },
  }),
  text({
    name: 'named',
    label: 'Name of the bucket',
    pattern: { source: '[a-z0-9][a-z0-9-]{1,61}[a-z0-9]', words: '3 to 63 small letters, digits and hyphens' },
    shownIf: { field: 'bucket', values: [other] },
  }),
];

const bucketIn = (values: Record<string, unknown>): string => String(values.bucket === other ? values.named : values.bucket);

const make: Job = {
  name: 'new',
  label: 'New key…',
  level: 'normal',
  isNew: true,
  isMain: true,
  keywords: 'create access secret s3',
  submitLabel: 'Make key',
  async open({ ask }) {
    const access = [
      option('read', 'Read one bucket'),
      option('readwrite', 'Read and write one'),
      option('fullaccess', 'Everything'),
    ];
    return success({
      lines: ['Its secret is shown once, right after it is made.'],
      fields: [
        text({ name: 'name', label: 'Name' }),
        choice({
          name: 'access',
          label: 'It may',
          choices: access,
          hint: 'Everything: in every bucket, also in those made later.',
        }),
        ...bucketFields(await bucketsSeen(ask), ['read', 'readwrite']),
      ],
    });
  },
  plan(values) {
    const { name, access } = values;
    const grant = { bucket: access === 'fullaccess' ? '' : bucketIn(values), permission: String(access) };
    const keyOf = (answer: unknown) => objectAt(isObject(answer) ? answer : {}, 'key');
    return {
      steps: [{ label: 'Make key', operationId: 'spacesKey_create', body: { name: String(name), grants: [grant] } }],
      done: () => `${name} may ${inWords(grant)}.`,
      secret: ([answer]) => ({ label: `Secret of ${name}`, value: textAt(keyOf(answer), 'secret_key') }),
    };
  },
};

const updateOf = (thing: Thing): Update => ({ operationId: 'spacesKey_update', path: { access_key: thing.id } });

const changeGrants: Job = {
  name: 'change-grants',
  label: 'Change what it may…',
  level: 'disruptive',
  keywords: 'grants permission bucket',
  submitLabel: 'Change',
  off: (thing) => (isFull(thing) ? `${thing.name} may do everything, which cannot be narrowed: make a new key instead.` : null),
  async open({ thing, ask }) {
    const buckets = await bucketsSeen(ask);
    return openEdit(ask, updateOf(thing), (base) => {
      const kept = grantsOf(base).map((grant) => option(textAt(grant, 'bucket'), inWords(grant)));
      const further = [
        option('none', 'Nothing more'),
        option('read', 'Read a bucket'),
        option('readwrite', 'Read and write a bucket'),
      ];
      return {
        fields: [
          choices({ name: 'kept', label: 'It may go on to', choices: kept, value: kept.map(({ value }) => value) }),
          choice({ name: 'access', label: 'And it may', choices: further, value: 'none' }),
          ...bucketFields(buckets, ['read', 'readwrite']),
        ],
      };
    });
  },
  wrong: ({ kept, access }) =>
    several(kept).length === 0 && access === 'none' ? 'It would be left without any bucket: delete it instead.' : null,
  weigh: ({ kept }, { fields, data = {} }) =>
    taken(
      grantsOf(objectAt(data, 'base')).map(inWords),
      several(kept).map((bucket) => chosen(fields, 'kept', bucket)),
      (gone) => `What uses it can no longer ${gone}.`,
    ),
  plan(values, { thing }, opened) {
    const { access } = values;
    const added = access === 'none' ? [] : [{ bucket: bucketIn(values), permission: String(access) }];
    const after = (base: JsonObject) => [
      ...grantsOf(base).filter(
        (grant) => several(values.kept).includes(textAt(grant, 'bucket')) && !added.some(({ bucket }) => bucket === grant.bucket),
      ),
      ...added,
    ];
    return {
      steps: [editStep('Change', updateOf(thing), opened, (base) => ({ ...base, grants: after(base) }))],
      done: () => `${thing.name} may now ${listed(after(objectAt(opened.data ?? {}, 'base')).map(inWords))}.`,
    };
  },
};

const rename: Job = {
  name: 'rename',
  isEdit: true,
  label: 'Rename…',
  level: 'normal',
  open: async ({ thing }) => success({ fields: [text({ name: 'name', label: 'Name', value: thing.ownName })] }),
  plan: ({ name }, { thing }) => ({
    steps: [{ label: 'Rename', operationId: 'spacesKey_patch', path: { access_key: thing.id }, body: { name: String(name) } }],
    done: () => `${thing.name} is now called ${name}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: sentUnread,
  keywords: 'remove revoke',
  open: async ({ thing }) =>
    success({ lines: [`What uses it can no longer ${listed(grantsOf(thing.row).map(inWords))}. It cannot be made again.`] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'spacesKey_delete', path: { access_key: thing.id } }],
    done: () => `${thing.name} is deleted: what used it is refused from now on.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Spaces-Keys */
export const spacesKeyJobs: readonly Job[] = [make, changeGrants, rename, remove];
