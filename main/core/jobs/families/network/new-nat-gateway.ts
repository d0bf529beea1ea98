import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, chosen, number, text, tick } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';
import { regionOfVpc, vpcChoices } from './vpc-choices.ts';

/** A gateway is where its network is, so that network says the region. */
export const newNatGateway: Job = {
  name: 'new',
  label: 'New gateway…',
  level: 'normal',
  isNew: true,
  keywords: 'create nat outgoing egress vpc',
  submitLabel: 'Make gateway',
  async open({ ask, nowMs }) {
    const vpcs = await ask.list('vpcs_list');
    if (!vpcs.ok) return vpcs;
    return success({
      lines: ['It is billed from now on. DigitalOcean tells no price of it before the first invoice.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('gateway', nowMs) }),
        choice({ name: 'vpc', label: 'VPC', choices: vpcChoices(vpcs.value) }),
        number({
          name: 'size',
          label: 'Size',
          value: 1,
          minimum: 1,
          maximum: 200,
          unit: 'units',
          hint: 'More units take more connections. It can be changed later.',
        }),
        tick({
          name: 'isDefault',
          label: 'Default way out of the VPC',
          hint: 'What has no public address of its own reaches the internet through it.',
          value: true,
        }),
      ],
      data: { regions: regionOfVpc(vpcs.value) },
    });
  },
  plan({ name, vpc, size, isDefault }, _context, { fields, data = {} }) {
    const region = textAt(objectAt(data, 'regions'), String(vpc));
    const body = {
      name: String(name),
      type: 'PUBLIC',
      region,
      size: Number(size),
      vpcs: [{ vpc_uuid: String(vpc), default_gateway: isDefault === true }],
    };
    return {
      steps: [{ label: 'Make gateway', operationId: 'vpcnatgateways_create', body }],
      done: () => `${name} is being made for ${chosen(fields, 'vpc', vpc)}, in ${regionWords(region)}.`,
    };
  },
};
