import { describe, expect, it } from 'vitest';
import { readFamily } from '../../../../main/core/resources/read-family.ts';
import { createFakeApi, Failing } from '../../../doubles/core/fake-api.ts';

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

describe('a list that the API refuses without a region', () => {
  const refusal = (status: number) => new Failing({ kind: 'http-error', message: 'A region is needed.', status });
  const regions = [{ slug: 'fra1' }, { slug: 'nyc3' }, { slug: 'sgp1' }];

  /** Reads the shares of an account that has them in these regions, or that a region answers so. */
  async function shares(inRegion: Record<string, unknown>, plain: unknown = refusal(400)) {
    const api = createFakeApi({
      nfs_list: ({ args }) => (args.query?.region === undefined ? plain : inRegion[String(args.query.region)]),
      regions_list: () => regions,
    });
    const outcome = await readFamily(api, 'nfs_list', {});
    return { outcome, asked: api.seen.map(({ operationId, args }) => args.query?.region ?? operationId) };
  }

  it('is read region by region, and what a region does not have is nothing', async () => {
    const { outcome, asked } = await shares({ fra1: [{ id: 's1' }], nyc3: refusal(404), sgp1: [{ id: 's2' }] });
    expect(outcome).toMatchObject({ ok: true, value: { items: [{ id: 's1' }, { id: 's2' }], isSingle: false } });
    expect(asked).toEqual(['nfs_list', 'regions_list', 'fra1', 'nyc3', 'sgp1']);
  });

  it('fails as a whole where one region cannot be read, and as it did where none can', async () => {
    const broken = new Failing({ kind: 'server-error', message: 'Broken.', status: 500 });
    const half = await shares({ fra1: [{ id: 's1' }], nyc3: broken, sgp1: [] });
    expect(half.outcome).toMatchObject({ ok: false, failure: { message: 'Broken.' } });
    const none = await shares({ fra1: refusal(422), nyc3: refusal(400), sgp1: refusal(404) });
    expect(none.outcome).toMatchObject({ ok: false, failure: { message: 'A region is needed.' } });
  });

  it('is read once where it is answered, or refused for another reason', async () => {
    expect((await shares({}, [{ id: 's1' }])).asked).toEqual(['nfs_list']);
    expect((await shares({}, refusal(403))).asked).toEqual(['nfs_list']);
  });
});
