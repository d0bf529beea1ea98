import { success } from '../../../../../preload/contract/failure.ts';
import { datedName } from '../../../words/job-parts.ts';
import { counted, listed } from '../../../words/numbers.ts';
import { choices, several, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { regionField } from '../../parts/regions.ts';
import { objectAt } from '../../thing.ts';
import { suggestions } from './addresses.ts';
import { chosenIds, dropletChoices, dropletName } from './droplet-choices.ts';
import { ruleFields, ruleFrom, ruleSentence } from './load-balancer-rules.ts';

/** With one rule. Its health check and further rules have jobs of their own. */
export const newLoadBalancer: Job = {
  name: 'new',
  label: 'New load balancer…',
  level: 'normal',
  isNew: true,
  keywords: 'create traffic http https',
  submitLabel: 'Make load balancer',
  async open(context) {
    const [region, certificates] = await Promise.all([regionField(context), suggestions(context.ask, 'certificates_list')]);
    if (!region.ok) return region;
    return success({
      lines: ['One node, which is billed. What it hands on goes to droplets of its region.'],
      fields: [
        text({
          name: 'name',
          label: 'Name',
          value: datedName('balancer', context.nowMs),
          pattern: { source: '[a-zA-Z0-9.\\-]+', words: 'letters, digits, dots and hyphens' },
        }),
        region.value,
        choices({ name: 'droplets', label: 'Droplets', choices: dropletChoices(context, () => true) }),
        ...ruleFields(certificates),
      ],
      data: { regions: Object.fromEntries([...context.droplets.values()].map(({ id, regionSlug }) => [String(id), regionSlug])) },
    });
  },
  wrong({ droplets, region }, { data = {} }) {
    const regions = objectAt(data, 'regions');
    const elsewhere = several(droplets).filter((id) => regions[id] !== region);
    const message = `${counted(elsewhere.length, 'droplet')} of these ${elsewhere.length === 1 ? 'is' : 'are'} in another region.`;
    return elsewhere.length === 0 ? null : { field: 'droplets', message };
  },
  plan(values, context) {
    const { name, region, droplets } = values;
    const ids = chosenIds(several(droplets));
    const rule = ruleFrom(values);
    const body = { name: String(name), region: String(region), forwarding_rules: [rule], droplet_ids: ids };
    const to = ids.length === 0 ? 'no droplet yet' : listed(ids.map((id) => dropletName(context, id)));
    return {
      steps: [{ label: 'Make load balancer', operationId: 'loadBalancers_create', body }],
      done: () => `${name} is being made. It forwards ${ruleSentence(rule)}, to ${to}.`,
    };
  },
};
