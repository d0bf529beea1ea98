import { beforeAll, describe, expect, it } from 'vitest';
import { elapse, openClient, preload } from '../open-client.ts';

beforeAll(() => preload('droplets_list'));

describe('a listing', () => {
  it('is given up when its pages hold next to nothing, before it uses up the requests of others', async () => {
    const { api, clock, transport } = openClient(({ url }) => ({
      json: { droplets: [{ id: Number(/[?&]page=(\d+)/.exec(url)?.[1]) }], links: {}, meta: { total: 3000 } },
    }));
    const { value } = await elapse(clock, api.listAll('droplets_list'));
    const message = expect.stringContaining('hold next to nothing') as string;
    expect(value).toMatchObject({ ok: false, failure: { kind: 'bad-answer', message } });
    expect(transport.requests.length).toBeLessThan(80);
  });

  it.each([{ login: 'https://portal.example.com' }, { status: 'ok', droplets_url: 'x' }, new Uint8Array([1, 2])])(
    'is no empty list when something else speaks JSON, or none: %j',
    async (json) => {
      const { api, clock } = openClient(() => ({ json }));
      const { value } = await elapse(clock, api.listAll('droplets_list'));
      expect(value).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
    },
  );
});
