import { success } from '../../../../../preload/contract/failure.ts';
import { isObject } from '../../../../../preload/contract/json.ts';
import { regionWords } from '../../../words/regions.ts';
import { choice, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionChoice } from '../../parts/regions.ts';
import { listAt, objectAt } from '../../thing.ts';
import { host } from './place.ts';
import { tierChoice } from './tiers.ts';

export const newRegistry: Job = {
  name: 'new',
  label: 'New registry…',
  level: 'normal',
  isNew: true,
  keywords: 'create container images docker',
  submitLabel: 'Make registry',
  async open(context) {
    const { ask } = context;
    const [read, plan] = await Promise.all([ask.read('registries_get_options'), ask.read('registries_get_subscription')]);
    if (!read.ok) return read;
    const options = isObject(read.value) ? objectAt(read.value, 'options') : {};
    const regions = listAt(options, 'available_regions').map(String);
    const tiers = listAt(options, 'subscription_tiers').filter(isObject);
    return success({
      lines: plan.ok ? ['The plan of the team stays: it holds for all its registries.'] : [],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          hint: 'Images are called after it, and it cannot be changed. No other team may have it.',
          pattern: { source: '[a-z0-9-]{1,63}', words: 'small letters, digits and hyphens' },
        }),
        regionChoice(
          context,
          regions.map((slug) => ({ slug, name: regionWords(slug) })),
        ),
        // A team that has no registry yet has no plan either.
        ...(plan.ok ? [] : [choice({ name: 'tier', label: 'Plan', choices: tiers.map(tierChoice) })]),
      ],
    });
  },
  plan: ({ name, region, tier }) => ({
    steps: [
      {
        label: 'Make registry',
        operationId: 'registries_create',
        body: { name: String(name), region: String(region), ...(tier ? { subscription_tier_slug: String(tier) } : {}) },
      },
    ],
    done: () => `Images can be pushed to ${host}/${name} now.`,
  }),
};
