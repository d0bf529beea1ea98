import { success } from '../../../../../preload/contract/failure.ts';
import { choice } from '../../fields.ts';
import { sentUnread } from '../../for-many.ts';
import type { Job, JobContext, Thing } from '../../job.ts';
import { moveToProject } from '../../parts/to-project.ts';
import { objectAt, regionOf, textAt } from '../../thing.ts';
import { dropletChoices, dropletName } from './droplet-choices.ts';
import { reserveIp, reserveIpv6 } from './new-address.ts';

/** What both versions of the protocol call differently. */
interface Version {
  act: string;
  remove: string;
  parameter: string;
}

const holder = ({ row }: Thing) => objectAt(row, 'droplet');
const isAssigned = (thing: Thing) => textAt(holder(thing), 'id') !== '';
const holderName = (thing: Thing) => textAt(holder(thing), 'name') || `droplet ${textAt(holder(thing), 'id')}`;
const place = ({ row }: Thing) => textAt(row, 'region_slug') || regionOf(row);
const locked = ({ row }: Thing) => (row.locked === true ? 'A change of it is still running.' : null);

async function openTargets(context: JobContext, lines: readonly string[]) {
  const { thing } = context;
  const here = dropletChoices(
    context,
    ({ id, regionSlug }) => regionSlug === place(thing) && String(id) !== textAt(holder(thing), 'id'),
  );
  const hint = here.length === 0 ? `There is no other droplet in ${place(thing)}: an address stays in its region.` : null;
  return success({ lines, fields: [choice({ name: 'droplet', label: 'Droplet', choices: here, hint })] });
}

function jobsFor({ act, remove, parameter }: Version): readonly Job[] {
  const path = ({ id }: Thing) => ({ [parameter]: id });
  const unassign = (thing: Thing) => ({
    label: 'Unassign',
    operationId: act,
    path: path(thing),
    body: { type: 'unassign' },
    value: holderName(thing),
  });
  const assigning = (label: string): Pick<Job, 'plan'> => ({
    plan: ({ droplet }, context) => ({
      steps: [
        {
          label,
          operationId: act,
          path: path(context.thing),
          body: { type: 'assign', droplet_id: Number(droplet) },
          value: dropletName(context, droplet),
        },
      ],
      done: () => `${context.thing.name} is being given to ${dropletName(context, droplet)}.`,
    }),
  });
  return [
    {
      name: 'copy-address',
      label: 'Copy address',
      level: 'safe',
      isMain: true,
      keywords: 'ip',
      plan: (_values, { thing }) => ({
        steps: [],
        done: () => `Copied ${thing.id}.`,
        copy: () => ({ what: 'Address', text: thing.id }),
      }),
    },
    {
      name: 'assign',
      label: 'Assign to…',
      level: 'normal',
      isMain: true,
      keywords: 'give attach droplet',
      submitLabel: 'Assign',
      isFor: (thing) => !isAssigned(thing),
      off: locked,
      open: (context) => openTargets(context, []),
      ...assigning('Assign'),
    },
    {
      name: 'move',
      label: 'Move to…',
      level: 'disruptive',
      isMain: true,
      keywords: 'give assign droplet',
      submitLabel: 'Move',
      isFor: isAssigned,
      off: locked,
      open: (context) => openTargets(context, [`${holderName(context.thing)} loses it at once, with the connections over it.`]),
      ...assigning('Move'),
    },
    {
      name: 'unassign',
      label: 'Unassign…',
      level: 'disruptive',
      forMany: { ...sentUnread, otherwise: 'No droplet has it.' },
      keywords: 'detach take away',
      isFor: isAssigned,
      off: locked,
      open: async ({ thing }) =>
        success({ lines: [`${holderName(thing)} loses it at once. It stays reserved, and is billed while nothing uses it.`] }),
      plan: (_values, { thing }) => ({
        steps: [unassign(thing)],
        done: () => `${thing.name} is being taken from ${holderName(thing)}.`,
      }),
    },
    {
      name: 'release',
      label: 'Release…',
      level: 'destructive',
      forMany: sentUnread,
      keywords: 'delete give back',
      off: locked,
      open: async ({ thing }) =>
        success({
          lines: [
            ...(isAssigned(thing) ? [`It is taken from ${holderName(thing)} first.`] : []),
            'Somebody else may get the address then, and records may still lead to it.',
          ],
        }),
      plan: (_values, { thing }) => ({
        steps: [
          ...(isAssigned(thing) ? [{ ...unassign(thing), isAwaited: true as const }] : []),
          { label: 'Release', operationId: remove, path: path(thing) },
        ],
        chain: {
          running: `Releasing ${thing.name}`,
          completed: `Released ${thing.name}`,
          errored: `Release of ${thing.name} failed`,
        },
        done: () => `${thing.name} is released.`,
      }),
    },
  ];
}

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Reserved-IPs */
export const reservedIpJobs: readonly Job[] = [
  reserveIp,
  ...jobsFor({ act: 'reservedIPsActions_post', remove: 'reservedIPs_delete', parameter: 'reserved_ip' }),
  moveToProject('floatingip'),
];

/** https://docs.digitalocean.com/reference/api/digitalocean/#tag/Reserved-IPv6 */
export const reservedIpv6Jobs: readonly Job[] = [
  reserveIpv6,
  ...jobsFor({
    act: 'reservedIPv6Actions_post',
    remove: 'reservedIPv6_delete',
    parameter: 'reserved_ipv6',
  }),
];
