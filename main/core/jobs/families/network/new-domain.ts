import { success } from '../../../../../preload/contract/failure.ts';
import { choice, option, text } from '../../fields.ts';
import type { Job } from '../../job.ts';
import { addressChoices } from './addresses.ts';

/** A choice that leads the domain nowhere for now. */
const nowhere = '';

export const newDomain: Job = {
  name: 'new',
  label: 'New domain…',
  level: 'normal',
  isNew: true,
  keywords: 'create dns zone',
  submitLabel: 'Add domain',
  async open(context) {
    const addresses = await addressChoices(context, 4);
    return success({
      lines: ['DigitalOcean answers for it once its name servers are entered where it is registered.'],
      fields: [
        text({
          name: 'name',
          label: 'Domain',
          pattern: { source: '(?:[a-zA-Z0-9\\-_]+\\.)+[a-zA-Z0-9\\-]{2,}', words: 'a name such as example.com' },
        }),
        choice({
          name: 'address',
          label: 'Leads to',
          choices: [option(nowhere, 'Nothing yet'), ...addresses],
          value: nowhere,
          isRequired: false,
        }),
      ],
    });
  },
  plan({ name, address }) {
    const domain = String(name).toLowerCase();
    const leads = address === nowhere || !address ? {} : { ip_address: String(address) };
    return {
      steps: [{ label: 'Add domain', operationId: 'domains_create', body: { name: domain, ...leads } }],
      done: () =>
        `${domain} is added${address ? `, and leads to ${address}` : ''}. Enter its name servers where it is registered.`,
    };
  },
};
