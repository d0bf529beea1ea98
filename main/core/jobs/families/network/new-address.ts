import { success } from '../../../../../preload/contract/failure.ts';
import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { choice, chosen, option } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { objectAt, textAt } from '../../thing.ts';
import { dropletChoices, dropletName } from './droplet-choices.ts';

const addressIn = (answer: Json | undefined, field: string): string =>
  textAt(objectAt(isObject(answer) ? answer : {}, field), 'ip') || 'The new address';

const billed = 'It is billed as long as no droplet has it.';

/** For a droplet at once, or for later in a region. */
export const reserveIp: Job = {
  name: 'new',
  label: 'Reserve an address…',
  level: 'normal',
  isNew: true,
  keywords: 'new create ip floating',
  submitLabel: 'Reserve',
  async open(context) {
    const region = await regionField(context);
    if (!region.ok) return region;
    const droplets = dropletChoices(context, () => true);
    const kinds = [...(droplets.length > 0 ? [option('droplet', 'A droplet')] : []), option('region', 'A region, for later')];
    return success({
      lines: [billed],
      fields: [
        choice({ name: 'kind', label: 'For', choices: kinds, value: kinds[0]?.value ?? null }),
        choice({ name: 'droplet', label: 'Droplet', choices: droplets, shownIf: { field: 'kind', values: ['droplet'] } }),
        { ...region.value, shownIf: { field: 'kind', values: ['region'] } },
      ],
    });
  },
  plan({ kind, droplet, region }, context, { fields }) {
    const isForDroplet = kind === 'droplet';
    const body = isForDroplet ? { droplet_id: Number(droplet) } : { region: String(region) };
    return {
      steps: [{ label: 'Reserve', operationId: 'reservedIPs_create', body }],
      done: ([answer]) =>
        isForDroplet
          ? `${addressIn(answer, 'reserved_ip')} is being assigned to ${dropletName(context, droplet)}.`
          : `${addressIn(answer, 'reserved_ip')} is reserved in ${chosen(fields, 'region', region)}.`,
    };
  },
};

export const reserveIpv6: Job = {
  name: 'new',
  label: 'Reserve an address…',
  level: 'normal',
  isNew: true,
  keywords: 'new create ip',
  submitLabel: 'Reserve',
  async open(context) {
    const region = await regionField(context, 'ipv6');
    return region.ok ? success({ lines: [billed], fields: [region.value] }) : region;
  },
  plan: ({ region }, _context, { fields }) => ({
    steps: [{ label: 'Reserve', operationId: 'reservedIPv6_create', body: { region_slug: String(region) } }],
    done: ([answer]) => `${addressIn(answer, 'reserved_ipv6')} is reserved in ${chosen(fields, 'region', region)}.`,
  }),
};
