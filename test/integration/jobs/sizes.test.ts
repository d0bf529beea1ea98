import { afterEach, describe, expect, it } from 'vitest';
import { connected, endAll } from '../../doubles/core/core-on-demo.ts';
import { openOn } from '../../doubles/core/run-job.ts';

describe('the sizes that a droplet can have', () => {
  afterEach(endAll);

  it('stand together by their kind, each with its price and what it costs more', async () => {
    const world = await connected({ seed: 7 });
    const { fields } = await openOn(world, { familyId: 'droplets_list', thing: 'web-02', job: 'resize' });
    const size = fields.find(({ name }) => name === 'size');
    const choices = size?.kind === 'choice' ? size.choices : [];
    const kinds = choices.map(({ group }) => group);
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual([...new Set(kinds)]);
    expect(new Set(kinds).size).toBeGreaterThan(1);
    expect(choices.find(({ value }) => value === 's-4vcpu-8gb')).toMatchObject({
      group: 'Basic',
      detail: '$48.00 a month (+ $24.00)',
    });
  });
});
