import { describe, expect, it } from 'vitest';
import { readFamily } from '../../../../main/core/resources/read-family.ts';
import { createFakeApi } from '../../../doubles/core/fake-api.ts';

const read = async (id: string, body: unknown) => {
  const outcome = await readFamily(createFakeApi({ [id]: () => body }), id, {});
  return outcome.ok ? outcome.value : outcome.failure;
};

describe('what an operation answers that lists nothing', () => {
  it.each<[string, unknown, unknown[]]>([
    ['under one root', { account: { email: 'ops@example.com' } }, [{ email: 'ops@example.com' }]],
    [
      'without a root',
      { month_to_date_usage: '1.00', account_balance: '0' },
      [{ month_to_date_usage: '1.00', account_balance: '0' }],
    ],
    ['under a root that is nothing', { subscription: null }, []],
    ['as nothing', null, []],
    ['as text', 'done', [{ name: 'done' }]],
  ])('is one thing %s', async (_case, body, items) => {
    expect(await read('account_get', body)).toMatchObject({ items, isSingle: true });
  });

  it.each<[string, unknown, unknown[]]>([
    ['at the top', [{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }]],
    ['under one root', { keys: [{ id: 1 }], meta: {} }, [{ id: 1 }]],
    ['of texts', { regions: ['fra1'] }, [{ name: 'fra1' }]],
  ])('is a list after all where the answer is one, %s', async (_case, body, items) => {
    expect(await read('account_get', body)).toMatchObject({ items, isSingle: false });
  });
});

describe('a listing', () => {
  it('is no single thing, however many it holds', async () => {
    expect(await read('volumes_list', [{ id: 'v1' }])).toMatchObject({ items: [{ id: 'v1' }], isSingle: false });
  });
});
