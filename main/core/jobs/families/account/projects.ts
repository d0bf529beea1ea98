import { failed, success } from '../../../../../preload/contract/failure.ts';
import type { JobField } from '../../../../../preload/contract/job.ts';
import { counted } from '../../../words/numbers.ts';
import { choice, option, text } from '../../fields.ts';
import { oneByOne } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { editStep, openEdit, type Update } from '../../parts/edits.ts';
import { textAt } from '../../thing.ts';

const environments = ['Development', 'Staging', 'Production'];
/** What the control panel offers. The API takes any other text too. */
const purposes = [
  'Just trying out DigitalOcean',
  'Class project / Educational purposes',
  'Website or blog',
  'Web Application',
  'Service or API',
  'Mobile Application',
  'Machine learning / AI / Data processing',
  'IoT',
  'Operational / Developer tooling',
];

const pathOf = (thing: Thing) => ({ project_id: thing.id });
const patchOf = (thing: Thing): Update => ({ operationId: 'projects_patch', path: pathOf(thing) });

function fieldsFor(has: (field: string) => string): JobField[] {
  const purpose = has('purpose');
  const known = purposes.includes(purpose) || purpose === '' ? purposes : [purpose, ...purposes];
  return [
    text({ name: 'name', label: 'Name', value: has('name') }),
    choice({ name: 'purpose', label: 'Purpose', choices: known.map((one) => option(one, one)), value: purpose || null }),
    choice({
      name: 'environment',
      label: 'Environment',
      choices: environments.map((one) => option(one, one)),
      value: has('environment') || null,
      isRequired: false,
    }),
    text({ name: 'description', label: 'Description', value: has('description'), isRequired: false }),
  ];
}

const edit: Job = {
  name: 'edit',
  label: 'Edit…',
  level: 'normal',
  isMain: true,
  keywords: 'rename name purpose environment description',
  submitLabel: 'Save',
  open: ({ thing, ask }) => openEdit(ask, patchOf(thing), (base) => ({ fields: fieldsFor((field) => textAt(base, field)) })),
  plan: ({ name, purpose, environment, description }, { thing }, opened) => ({
    steps: [
      editStep('Save', patchOf(thing), opened, (base) => ({
        ...base,
        name: String(name),
        purpose: String(purpose),
        ...(environment ? { environment: String(environment) } : {}),
        description: String(description ?? ''),
      })),
    ],
    done: () => `${name} is saved.`,
  }),
};

const makeDefault: Job = {
  name: 'make-default',
  label: 'Make default',
  level: 'normal',
  keywords: 'standard',
  off: ({ row, name }) => (row.is_default === true ? `${name} is the default already.` : null),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Make default', operationId: 'projects_patch', path: pathOf(thing), body: { is_default: true } }],
    done: () => `New things land in ${thing.name} from now on.`,
  }),
};

const make: Job = {
  name: 'new',
  label: 'New project…',
  level: 'normal',
  isNew: true,
  keywords: 'create',
  submitLabel: 'Make project',
  open: async () => success({ fields: fieldsFor(() => '') }),
  plan: ({ name, purpose, environment, description }) => ({
    steps: [
      {
        label: 'Make project',
        operationId: 'projects_create',
        body: {
          name: String(name),
          purpose: String(purpose),
          ...(environment ? { environment: String(environment) } : {}),
          ...(description ? { description: String(description) } : {}),
        },
      },
    ],
    done: () => `Project ${name} was made.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'destructive',
  forMany: oneByOne,
  keywords: 'remove',
  off: ({ row }) => (row.is_default === true ? 'New things land in it: make another project the default first.' : null),
  async open({ thing, ask }) {
    const held = await ask.list('projects_list_resources', pathOf(thing));
    if (!held.ok) return held;
    const { length } = held.value;
    if (length === 0) return success({});
    return failed({
      kind: 'conflict',
      message: `${thing.name} still holds ${counted(length, 'thing')}.`,
      nextStep: 'Move them to another project first.',
    });
  },
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'projects_delete', path: pathOf(thing) }],
    done: () => `${thing.name} is deleted.`,
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Projects */
export const projectJobs: readonly Job[] = [edit, makeDefault, make, remove];
