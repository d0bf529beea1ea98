import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../memory-transport.ts';
import { elapse, failureOf, openClient, preload, status } from '../open-client.ts';

beforeAll(() => preload('nfs_list', 'nfs_list_snapshot', 'regions_list'));

const refusal = (code: number) => status(code, { id: 'bad', message: 'A region is needed.' });
const shares = (...ids: string[]): Reply => ({ json: { shares: ids.map((id) => ({ id })) } });
const regions: Reply = { json: { regions: ['fra1', 'nyc3', 'sgp1'].map((slug) => ({ slug })) } };

/** Lists the shares of an account that has them in these regions, or that a region answers so. */
async function listed(inRegion: Record<string, Reply>, plain: Reply = refusal(400)) {
  const asked: string[] = [];
  const { api, clock } = openClient(({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const region = searchParams.get('region');
    asked.push(region ?? pathname.split('/').at(-1) ?? '');
    if (pathname.endsWith('/regions')) return regions;
    return region === null ? plain : (inRegion[region] ?? refusal(404));
  });
  const { value } = await elapse(clock, api.listAll('nfs_list'));
  return { outcome: value, asked };
}

describe('a list that the API refuses without a region', () => {
  it('is read region by region for whoever asks, and what a region does not have is nothing', async () => {
    const { outcome, asked } = await listed({ fra1: shares('s1'), nyc3: refusal(404), sgp1: shares('s2', 's3') });
    expect(outcome).toMatchObject({
      ok: true,
      value: { items: [{ id: 's1' }, { id: 's2' }, { id: 's3' }], total: 3, attempts: 5 },
    });
    expect(asked).toEqual(['nfs', 'regions', 'fra1', 'nyc3', 'sgp1']);
  });

  it('fails as a whole where one region cannot be read, and as it did where none can', async () => {
    const half = await listed({ fra1: shares('s1'), nyc3: status(403, { id: 'x', message: 'Broken.' }), sgp1: shares() });
    expect(failureOf(half.outcome)).toMatchObject({ status: 403 });
    const none = await listed({ fra1: refusal(422), nyc3: refusal(400), sgp1: refusal(404) });
    expect(failureOf(none.outcome)).toMatchObject({ status: 400, errorMessage: 'A region is needed.' });
  });

  it('is read once where it is answered, or refused for another reason', async () => {
    expect((await listed({}, shares('s1'))).asked).toEqual(['nfs']);
    expect((await listed({}, refusal(403))).asked).toEqual(['nfs']);
  });

  it('is asked for one region alone where that is wanted', async () => {
    const asked: string[] = [];
    const { api, clock } = openClient(({ url }) => {
      asked.push(new URL(url).search);
      return refusal(400);
    });
    const { value } = await elapse(clock, api.listAll('nfs_list_snapshot', { query: { region: 'fra1' } }));
    expect(failureOf(value)).toMatchObject({ status: 400 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('region=fra1');
  });
});
