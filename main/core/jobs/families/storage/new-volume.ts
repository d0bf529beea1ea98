import { success } from '../../../../../preload/contract/failure.ts';
import { datedName, gib } from '../../../words/job-parts.ts';
import { choice, chosen, number, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';

/** What the API calls a volume without a file system. */
const unformatted = 'none';

export const newVolume: Job = {
  name: 'new',
  label: 'New volume…',
  level: 'normal',
  isNew: true,
  keywords: 'create storage disk block',
  submitLabel: 'Make volume',
  async open(context) {
    const region = await regionField(context, 'storage');
    if (!region.ok) return region;
    const systems = [option('ext4', 'ext4'), option('xfs', 'XFS'), option(unformatted, 'None')];
    return success({
      lines: ['It is billed from now on, also while nothing is attached to it, and never gets smaller.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('volume', context.nowMs),
          pattern: { source: '[a-z][a-z0-9-]{0,63}', words: 'small letters, digits and hyphens, a letter first' },
        }),
        number({ name: 'size', label: 'Size', value: 100, minimum: 1, maximum: 16_384, unit: 'GiB' }),
        region.value,
        choice({ name: 'system', label: 'File system', choices: systems, value: 'ext4' }),
      ],
    });
  },
  plan: ({ name, size, region, system }, _context, { fields }) => ({
    steps: [
      {
        label: 'Make volume',
        operationId: 'volumes_create',
        body: {
          name: String(name),
          size_gigabytes: Number(size),
          region: String(region),
          ...(system === unformatted ? {} : { filesystem_type: String(system) }),
        },
      },
    ],
    done: () => `Volume ${name} of ${gib(Number(size))} was made in ${chosen(fields, 'region', region)}.`,
  }),
};
