import { describe, expect, it } from 'vitest';
import { thingsIn } from '../../../../main/core/cost/lines.ts';
import { summaryOf } from '../../../../main/core/cost/summary.ts';

describe('the items of an invoice', () => {
  it('are one line for each thing, by its id, and by its words where it has none', () => {
    const things = thingsIn([
      {
        product: 'Droplets',
        resource_id: '7',
        resource_uuid: '',
        description: 'web-01 (s-1vcpu-1gb)',
        amount: '0.1',
        project_name: 'Shop',
      },
      { product: 'Droplets', resource_id: '7', description: 'web-01 (s-1vcpu-1gb)', amount: '0.2' },
      { product: 'Kubernetes', group_description: 'harbour', description: 'node 1', amount: '12.00' },
      { product: 'Kubernetes', group_description: 'harbour', description: 'node 2', amount: '12.00' },
      { product: 'Spaces', description: 'Subscription', amount: 'free' },
    ]);
    expect([...things.values()].map(({ key, name, project, usd }) => [key, name, project, usd.toFixed()])).toEqual([
      ['7', 'web-01', 'Shop', '0.3'],
      ['Kubernetes/harbour', 'harbour', null, '24'],
    ]);
  });

  it('are summarised with what is not a product only where it is not zero', () => {
    expect(
      summaryOf({
        product_charges: {
          items: [
            { name: 'Volumes', amount: '2.00', count: 1 },
            { name: 'Droplets', amount: '63.00', count: '22' },
          ],
        },
        taxes: { name: 'Taxes', amount: '4.00' },
        overages: { name: 'Overages', amount: '0.00' },
      }),
    ).toEqual({
      products: [
        { name: 'Droplets', usd: '63', count: '22' },
        { name: 'Volumes', usd: '2', count: '1' },
      ],
      charges: [{ name: 'Taxes', usd: '4' }],
    });
  });
});
