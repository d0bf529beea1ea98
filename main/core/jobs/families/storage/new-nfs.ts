import { success } from '../../../../../preload/contract/failure.ts';
import { datedName, gib } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { objectAt, textAt } from '../../thing.ts';

/** A share is where its network is, so that network says the region. */
export const newShare: Job = {
  name: 'new',
  label: 'New share…',
  level: 'normal',
  isNew: true,
  keywords: 'create nfs storage files',
  submitLabel: 'Make share',
  async open({ ask, nowMs }) {
    const vpcs = await ask.list('vpcs_list');
    if (!vpcs.ok) return vpcs;
    const choices = vpcs.value.map((row) => option(textAt(row, 'id'), textAt(row, 'name'), textAt(row, 'region')));
    const tiers = [option('standard', 'Standard'), option('high', 'High')];
    return success({
      lines: ['It is in the region of that VPC, and only what is in it reaches the share. It never gets smaller.'],
      fields: [
        text({ name: 'name', label: 'Name', value: datedName('share', nowMs) }),
        choice({ name: 'vpc', label: 'VPC', choices }),
        number({ name: 'size', label: 'Size', value: 50, minimum: 50, maximum: 16_384, unit: 'GiB' }),
        choice({ name: 'tier', label: 'Performance', choices: tiers, value: 'standard' }),
      ],
      data: { regions: Object.fromEntries(vpcs.value.map((row) => [textAt(row, 'id'), textAt(row, 'region')])) },
    });
  },
  plan({ name, vpc, size, tier }, _context, { fields, data = {} }) {
    const body = {
      name: String(name),
      size_gib: Number(size),
      region: textAt(objectAt(data, 'regions'), String(vpc)),
      vpc_ids: [String(vpc)],
      performance_tier: String(tier),
    };
    return {
      steps: [{ label: 'Make share', operationId: 'nfs_create', body }],
      done: () => `Share ${name} of ${gib(Number(size))} is being made, for ${chosen(fields, 'vpc', vpc)}.`,
    };
  },
};
