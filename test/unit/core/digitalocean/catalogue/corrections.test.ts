import { describe, expect, it } from 'vitest';
import { findOperation } from '../../../../../main/core/digitalocean/catalogue/load.ts';
import { bodyProblems } from '../../../../../main/core/operations/body-problems.ts';
import { openOperation } from '../../../renderer/screens/operations/open-operation.ts';

/** Fields that the form of a record shows for a type, the required ones with a star. */
async function shown(id: string, type: string): Promise<string[]> {
  const { shapes } = await openOperation(id, { path: { domain_name: 'example.com', domain_record_id: '1' } });
  const variants = shapes.body?.kind === 'variants' ? shapes.body.variants : [];
  const shape = variants.find(({ tag }) => tag?.value === type)?.shape();
  return shape?.kind === 'group' ? shape.fields.map(({ name, isRequired }) => (isRequired ? `${name}*` : name)).sort() : [];
}

describe('a DNS record', () => {
  it.each([
    ['A', ['data*', 'name*', 'ttl']],
    ['CAA', ['data*', 'flags*', 'name*', 'tag*', 'ttl']],
    ['MX', ['data*', 'name', 'priority*', 'ttl']],
    ['SOA', ['ttl*']],
    ['SRV', ['data*', 'name*', 'port*', 'priority*', 'ttl', 'weight*']],
    ['TXT', ['data*', 'name*', 'ttl']],
  ])('of type %s is made with the fields of that type alone', async (type, fields) => {
    expect(await shown('domains_create_record', type)).toEqual(fields);
  });

  it('is changed with the same fields, none of them required', async () => {
    for (const id of ['domains_patch_record', 'domains_update_record']) {
      expect(await shown(id, 'TXT')).toEqual(['data', 'name', 'ttl']);
    }
  });

  it('of a type without flags and tag fits without them', async () => {
    const record = { type: 'TXT', name: '@', data: 'v=spf1 -all' };
    expect(bodyProblems(await findOperation('domains_create_record'), record)).toEqual([]);
    expect(bodyProblems(await findOperation('domains_patch_record'), { type: 'TXT', data: 'v=spf1 -all' })).toEqual([]);
  });
});
