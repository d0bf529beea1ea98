import { success } from '../../../../../preload/contract/failure.ts';
import { text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { act, off, onDroplet } from './droplet.ts';

/** What the API takes as a name (422 otherwise). */
const hostName = {
  source: '[A-Za-z0-9]([A-Za-z0-9.\\-]*[A-Za-z0-9])?',
  words: 'letters, digits, dots and hyphens only, and a letter or digit at both ends',
};

export const rename: Job = {
  name: 'rename',
  label: 'Rename…',
  level: 'normal',
  isEdit: true,
  keywords: 'name call',
  off,
  open: onDroplet(async (_context, droplet) =>
    success({
      lines: ['The host name inside it stays as it is.'],
      fields: [text({ name: 'name', label: 'Name', value: droplet.name, pattern: hostName })],
    }),
  ),
  plan: ({ name }, { thing }) => ({
    steps: [{ ...act(thing, 'Rename', { type: 'rename', name: String(name) }), value: String(name) }],
    done: () => `${thing.name} is being renamed to ${name}.`,
  }),
};
