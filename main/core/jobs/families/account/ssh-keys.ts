import { success } from '../../../../../preload/contract/failure.ts';
import { text } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';

const pathOf = (thing: Thing) => ({ ssh_key_identifier: thing.id });

/** A public key in one line: its kind, the key, and mostly a comment. */
const publicKey = /^(?:ssh-[a-z0-9-]+|ecdsa-sha2-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]+(?: (?<comment>.*))?$/;

const add: Job = {
  name: 'new',
  label: 'Add key…',
  level: 'normal',
  isNew: true,
  isMain: true,
  keywords: 'new create upload ssh public',
  submitLabel: 'Add',
  open: async () =>
    success({
      lines: ['New droplets can be made with it. Droplets that run do not get it.'],
      fields: [
        text({
          name: 'key',
          label: 'Public key',
          isLong: true,
          hint: 'The one line of a file that ends in .pub.',
          fromFile: { endings: ['.pub'], mostBytes: 16_384 },
        }),
        text({ name: 'name', label: 'Name', isRequired: false, hint: 'Empty: the comment at the end of the key.' }),
      ],
    }),
  wrong({ key, name }) {
    const given = String(key);
    if (/PRIVATE KEY/.test(given))
      return {
        field: 'key',
        message: 'This is a private key, which must not leave your computer.',
        nextStep: 'The public one is in the file that ends in .pub.',
      };
    if (!publicKey.test(given))
      return { field: 'key', message: 'This is no public key: it has to begin like “ssh-ed25519 AAAA…” and be one line.' };
    return nameFor(given, name) === '' ? { field: 'name', message: 'Name is missing: the key has no comment.' } : null;
  },
  plan({ key, name }) {
    const called = nameFor(String(key), name);
    return {
      steps: [{ label: 'Add', operationId: 'sshKeys_create', body: { name: called, public_key: String(key) } }],
      done: () => `Key ${called} was added.`,
    };
  },
};

const nameFor = (key: string, name: unknown): string =>
  String(name ?? '') || (publicKey.exec(key)?.groups?.comment?.trim() ?? '');

const copy: Job = {
  name: 'copy',
  label: 'Copy public key',
  level: 'safe',
  plan: (_values, { thing }) => ({
    steps: [],
    done: () => `The public key of ${thing.name} is copied.`,
    copy: () => ({ what: `Public key of ${thing.name}`, text: textAt(thing.row, 'public_key') }),
  }),
};

const rename: Job = {
  name: 'rename',
  isEdit: true,
  label: 'Rename…',
  level: 'normal',
  open: async ({ thing }) => success({ fields: [text({ name: 'name', label: 'Name', value: thing.ownName })] }),
  plan: ({ name }, { thing }) => ({
    steps: [{ label: 'Rename', operationId: 'sshKeys_update', path: pathOf(thing), body: { name: String(name) } }],
    done: () => `${thing.name} is now called ${name}.`,
  }),
};

const remove: Job = {
  name: 'delete',
  label: 'Delete…',
  level: 'disruptive',
  forMany: sentUnread,
  keywords: 'remove',
  open: async () => success({ lines: ['Droplets that have it keep it. New ones can no longer be made with it.'] }),
  plan: (_values, { thing }) => ({
    steps: [{ label: 'Delete', operationId: 'sshKeys_delete', path: pathOf(thing) }],
    done: () => `Key ${thing.name} is deleted. Droplets that have it keep it.`,
    again: {
      steps: [
        {
          label: 'Make it again',
          operationId: 'sshKeys_create',
          body: { name: thing.ownName, public_key: textAt(thing.row, 'public_key') },
        },
      ],
      done: () => `Key ${thing.name} is there again.`,
    },
  }),
};

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/SSH-Keys */
export const sshKeyJobs: readonly Job[] = [add, copy, rename, remove];
