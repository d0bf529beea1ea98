import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { choices, chosen, option, several, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { listAt, objectAt, textAt } from '../../thing.ts';
import { overlap } from './address-ranges.ts';

export const vpcName = { source: '[a-zA-Z0-9\\-.]+', words: 'letters, digits, dots and hyphens' } as const;
export const peeringName = { source: '[a-zA-Z0-9\\-]+', words: 'letters, digits and hyphens' } as const;

export const newVpc: Job = {
  name: 'new',
  label: 'New VPC…',
  level: 'normal',
  isNew: true,
  keywords: 'create network private',
  submitLabel: 'Make VPC',
  async open(context) {
    const [region, vpcs] = await Promise.all([regionField(context), context.ask.list('vpcs_list')]);
    if (!region.ok) return region;
    // Without them an overlap is refused by the API.
    const ranges = vpcs.ok ? vpcs.value.map((row) => [textAt(row, 'ip_range'), textAt(row, 'name')]) : [];
    return success({
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('vpc', context.nowMs), pattern: vpcName }),
        region.value,
        text({
          name: 'range',
          label: 'Addresses',
          isRequired: false,
          hint: 'A private range such as 10.20.0.0/20. Left empty, DigitalOcean takes a free one.',
          pattern: { source: '(?:\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,2})?', words: 'a range such as 10.20.0.0/20' },
        }),
        text({ name: 'about', label: 'Description', isRequired: false }),
      ],
      data: { ranges: Object.fromEntries(ranges) },
    });
  },
  wrong({ range }, { data = {} }) {
    const taken = Object.entries(objectAt(data, 'ranges')).find(([other]) => overlap(String(range ?? ''), other));
    return taken ? { field: 'range', message: `${taken[1]} has some of these addresses already: ${taken[0]}.` } : null;
  },
  plan: ({ name, region, range, about }, _context, { fields }) => ({
    steps: [
      {
        label: 'Make VPC',
        operationId: 'vpcs_create',
        body: {
          name: String(name),
          region: String(region),
          ...(range ? { ip_range: String(range) } : {}),
          ...(about ? { description: String(about) } : {}),
        },
      },
    ],
    done: () => `VPC ${name} was made in ${chosen(fields, 'region', region)}.`,
  }),
};

export const newPeering: Job = {
  name: 'new',
  label: 'New peering…',
  level: 'normal',
  isNew: true,
  keywords: 'create connect vpc network',
  submitLabel: 'Peer',
  async open({ ask }) {
    const vpcs = await ask.list('vpcs_list');
    if (!vpcs.ok) return vpcs;
    const offered = vpcs.value.map((row) =>
      option(textAt(row, 'id'), textAt(row, 'name'), `${textAt(row, 'region')}, ${textAt(row, 'ip_range')}`),
    );
    return success({
      lines: ['What is in both networks reaches each other by private addresses.'],
      fields: [
        choices({ name: 'vpcs', label: 'Two VPCs', choices: offered, isRequired: true }),
        text({
          name: 'name',
          label: 'Name',
          isRequired: false,
          hint: 'Left empty, it is named after both.',
          pattern: { ...peeringName, source: `(?:${peeringName.source})?` },
        }),
      ],
      data: { ranges: vpcs.value.map((row) => [textAt(row, 'id'), textAt(row, 'ip_range')]) },
    });
  },
  wrong({ vpcs }, { data = {} }) {
    if (several(vpcs).length !== 2) return { field: 'vpcs', message: 'Choose exactly two.' };
    const ranges = listAt(data, 'ranges').filter(Array.isArray);
    const [one = '', other = ''] = several(vpcs).map((id) => String(ranges.find(([known]) => known === id)?.[1]));
    return overlap(one, other) ? { field: 'vpcs', message: 'Both have some of the same addresses.' } : null;
  },
  plan({ vpcs, name }, _context, { fields }) {
    const [one = '', other = ''] = several(vpcs).map((id) => chosen(fields, 'vpcs', id));
    const called = String(name ?? '') || `${one}-to-${other}`.replaceAll('.', '-');
    return {
      steps: [{ label: 'Peer', operationId: 'vpcPeerings_create', body: { name: called, vpc_ids: several(vpcs) } }],
      done: () => `${one} and ${other} are being peered.`,
    };
  },
};
