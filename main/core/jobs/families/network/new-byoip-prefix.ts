import { success } from '../../../../../preload/contract/failure.ts';
import { chosen, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';

const prefixPattern = { source: '[0-9a-fA-F.:]+/\\d{1,3}', words: 'a range such as 203.0.113.0/24' } as const;

export const newByoipPrefix: Job = {
  name: 'new',
  label: 'Bring a prefix…',
  level: 'normal',
  isNew: true,
  keywords: 'create own addresses byoip range ip',
  submitLabel: 'Bring prefix',
  async open(context) {
    const region = await regionField(context);
    if (!region.ok) return region;
    return success({
      lines: ['It is checked who it belongs to, which takes a while. It is not advertised before you say so.'],
      fields: [
        text({ name: 'prefix', label: 'Prefix', pattern: prefixPattern, hint: 'Its region cannot be changed later.' }),
        region.value,
        text({
          name: 'signature',
          label: 'Signature',
          isLong: true,
          hint: 'Made with the key that is published for the prefix at its registry. It shows that the prefix is yours.',
        }),
      ],
    });
  },
  plan: ({ prefix, region, signature }, _context, { fields }) => ({
    steps: [
      {
        label: 'Bring prefix',
        operationId: 'byoipPrefixes_create',
        body: { prefix: String(prefix), region: String(region), signature: String(signature).trim() },
        named: String(prefix),
      },
    ],
    done: () => `${prefix} is being brought to ${chosen(fields, 'region', region)}.`,
  }),
};
