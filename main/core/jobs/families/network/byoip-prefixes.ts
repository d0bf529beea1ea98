import { failed, success } from '../../../../../preload/contract/failure.ts';
import { counted } from '../../../../../preload/contract/number-words.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, Thing } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { newByoipPrefix } from './new-byoip-prefix.ts';

const path = ({ id }: Thing) => ({ byoip_prefix_uuid: id });
const prefix = ({ row }: Thing) => textAt(row, 'prefix');
const isAdvertised = ({ row }: Thing) => row.advertised === true;
const locked = ({ row }: Thing) => (row.locked === true ? 'A change of it is still running.' : null);

const advertise = (label: string, advertised: boolean, done: (thing: Thing) => string): Pick<Job, 'plan'> => ({
  plan: (_values, { thing }) => ({
    steps: [{ label, operationId: 'byoipPrefixes_patch', path: path(thing), body: { advertise: advertised } }],
    done: () => done(thing),
  }),
});

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/BYOIP-Prefixes */
export const byoipPrefixJobs: readonly Job[] = [
  newByoipPrefix,
  {
    name: 'copy-prefix',
    label: 'Copy prefix',
    level: 'safe',
    isMain: true,
    keywords: 'cidr range address',
    plan: (_values, { thing }) => ({
      steps: [],
      done: () => `Copied ${prefix(thing)}.`,
      copy: () => ({ what: 'Prefix', text: prefix(thing) }),
    }),
  },
  {
    name: 'advertise',
    label: 'Advertise…',
    level: 'disruptive',
    isMain: true,
    keywords: 'announce bgp route',
    isFor: (thing) => !isAdvertised(thing),
    off: locked,
    open: async ({ thing }) => success({ lines: [`The internet is told that ${prefix(thing)} is reached at DigitalOcean.`] }),
    ...advertise('Advertise', true, (thing) => `${prefix(thing)} is being advertised.`),
  },
  {
    name: 'stop-advertising',
    label: 'Stop advertising…',
    level: 'disruptive',
    isMain: true,
    keywords: 'withdraw bgp route',
    isFor: isAdvertised,
    off: locked,
    open: async ({ thing }) => success({ lines: [`Nothing at DigitalOcean is reached by ${prefix(thing)} any more.`] }),
    ...advertise('Stop advertising', false, (thing) => `${prefix(thing)} is no longer advertised.`),
  },
  {
    name: 'delete',
    label: 'Delete…',
    level: 'destructive',
    forMany: sentUnread,
    keywords: 'remove',
    off: locked,
    async open({ thing, ask }) {
      const used = await ask.list('byoipPrefixes_list_resources', path(thing));
      if (!used.ok) return used;
      if (used.value.length === 0) return success({ goes: [`${thing.name}, with all addresses of ${prefix(thing)}`] });
      const message = `${counted(used.value.length, 'address', 'addresses')} of ${prefix(thing)} are in use.`;
      return failed({ kind: 'conflict', message, nextStep: 'Unassign and release them first.' });
    },
    plan: (_values, { thing }) => ({
      steps: [{ label: 'Delete', operationId: 'byoipPrefixes_delete', path: path(thing) }],
      done: () => `${thing.name} is being deleted.`,
    }),
  },
];
