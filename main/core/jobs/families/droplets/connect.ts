import { success } from '../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../preload/contract/job.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import type { Job, Plan, Thing } from '../../job.ts';
import { listAt, objectAt, regionOf, textAt } from '../../thing.ts';
import { dropletOf, off, onDroplet } from './droplet.ts';

/** A choice that makes a new thing instead of taking one that is there. */
const fresh = ':new';
const isFresh = { field: 'volume', values: [fresh] };

function attachNew({ name, size }: JobValues, thing: Thing, region: string): Plan {
  const body = { name: String(name), region, size_gigabytes: Number(size), filesystem_type: 'ext4' };
  const attach = { type: 'attach', volume_name: String(name), droplet_id: Number(thing.id), region };
  return {
    steps: [
      { label: 'Make the volume', operationId: 'volumes_create', body },
      // By its name, since its id is only in the answer before.
      { label: 'Attach', operationId: 'volumeActions_post', body: attach, named: String(name), value: thing.name },
    ],
    done: () => `Volume ${name} was made, and is being attached to ${thing.name}.`,
  };
}

const attachVolume: Job = {
  name: 'attach-volume',
  label: 'Attach volume…',
  level: 'normal',
  keywords: 'storage disk block new volume',
  submitLabel: 'Attach',
  off,
  open: onDroplet(async ({ ask, nowMs }, droplet) => {
    const volumes = await ask.list('volumes_list', {}, { region: droplet.regionSlug });
    if (!volumes.ok) return volumes;
    const free = volumes.value.filter((volume) => listAt(volume, 'droplet_ids').length === 0);
    const offered = free.map((one) => option(textAt(one, 'id'), textAt(one, 'name'), `${textAt(one, 'size_gigabytes')} GiB`));
    const hint = free.length === 0 ? `No volume in ${droplet.regionSlug} is free.` : null;
    const choices = [...offered, option(fresh, 'A new volume', 'ext4, empty')];
    return success({
      fields: [
        choice({ name: 'volume', label: 'Volume', choices, hint, value: offered[0]?.value ?? fresh }),
        text({ name: 'name', label: 'Name', value: datedName(`${droplet.name}-data`, nowMs), shownIf: isFresh }),
        number({ name: 'size', label: 'Size', value: 100, minimum: 1, maximum: 16_384, unit: 'GiB', shownIf: isFresh }),
      ],
    });
  }),
  plan(values, context, { fields }) {
    const { thing } = context;
    const region = dropletOf(context)?.regionSlug ?? regionOf(thing.row);
    if (values.volume === fresh) return attachNew(values, thing, region);
    const body = { type: 'attach', droplet_id: Number(thing.id), region };
    const path = { volume_id: String(values.volume) };
    const named = chosen(fields, 'volume', values.volume);
    return {
      steps: [{ label: 'Attach', operationId: 'volumeActions_post_byId', path, body, named, value: thing.name }],
      done: () => `${named} is being attached to ${thing.name}.`,
    };
  },
};

const detachVolume: Job = {
  name: 'detach-volume',
  label: 'Detach volume…',
  level: 'disruptive',
  keywords: 'storage disk block remove',
  submitLabel: 'Detach',
  isFor: ({ row }) => listAt(row, 'volume_ids').length > 0,
  off,
  open: onDroplet(async ({ ask }, droplet) => {
    const volumes = await ask.list('volumes_list', {}, { region: droplet.regionSlug });
    if (!volumes.ok) return volumes;
    const own = volumes.value.filter((volume) => droplet.volumeIds.includes(textAt(volume, 'id')));
    const choices = own.map((one) => option(textAt(one, 'id'), textAt(one, 'name'), `${textAt(one, 'size_gigabytes')} GiB`));
    return success({
      lines: [`${droplet.name} loses it at once. Unmount it there first, or what was not written yet is lost.`],
      fields: [choice({ name: 'volume', label: 'Volume', choices })],
    });
  }),
  plan({ volume }, context, { fields }) {
    const { thing } = context;
    const region = dropletOf(context)?.regionSlug ?? regionOf(thing.row);
    const body = { type: 'detach', droplet_id: Number(thing.id), region };
    const path = { volume_id: String(volume) };
    const named = chosen(fields, 'volume', volume);
    return {
      steps: [{ label: 'Detach', operationId: 'volumeActions_post_byId', path, body, named, value: thing.name }],
      done: () => `${named} is being detached from ${thing.name}.`,
    };
  },
};

const addressIn = (answer: Json | undefined): string =>
  textAt(objectAt(isObject(answer) ? answer : {}, 'reserved_ip'), 'ip') || 'A new address';

const reservedIp: Job = {
  name: 'reserved-ip',
  label: 'Reserved IP…',
  level: 'normal',
  keywords: 'address floating assign',
  submitLabel: 'Assign',
  off,
  open: onDroplet(async ({ ask }, droplet) => {
    const addresses = await ask.list('reservedIPs_list');
    if (!addresses.ok) return addresses;
    const near = addresses.value.filter((one) => regionOf(one) === droplet.regionSlug && one.locked !== true);
    const free = near.filter((one) => !isObject(one.droplet)).map((one) => option(textAt(one, 'ip'), textAt(one, 'ip'), 'free'));
    const choices = [...free, option(fresh, 'Reserve a new one', 'billed while no droplet has it')];
    return success({ fields: [choice({ name: 'address', label: 'Address', choices, value: choices[0]?.value ?? fresh })] });
  }),
  plan({ address }, { thing }) {
    const droplet_id = Number(thing.id);
    if (address === fresh) {
      return {
        steps: [{ label: 'Reserve', operationId: 'reservedIPs_create', body: { droplet_id } }],
        done: ([answer]) => `${addressIn(answer)} is being assigned to ${thing.name}.`,
      };
    }
    const path = { reserved_ip: String(address) };
    return {
      steps: [
        {
          label: 'Assign',
          operationId: 'reservedIPsActions_post',
          path,
          body: { type: 'assign', droplet_id },
          value: thing.name,
        },
      ],
      done: () => `${address} is being assigned to ${thing.name}.`,
    };
  },
};

export const connectJobs: readonly Job[] = [attachVolume, detachVolume, reservedIp];
