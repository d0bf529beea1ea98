import { describe, expect, it } from 'vitest';
import { confirmationLifeMs } from '../../../../main/core/guard.ts';
import { setUpOperations } from './operations-parts.ts';

const volume = { path: { volume_id: 'v1' } };
const setUp = () =>
  setUpOperations({
    volumes_delete: () => null,
    volumes_list: () => [{ id: 'v1', name: 'data' }],
    volumes_get: () => ({ volume: { id: 'v1' } }),
    volumeActions_post_byId: () => ({}),
  });

describe('a request that can do harm', () => {
  it('asks once before it disrupts, and is then sent', async () => {
    const { asked, confirmed, api } = setUp();
    const detach = { ...volume, body: { type: 'detach', droplet_id: 7 } };
    const question = await asked('volumeActions_post_byId', detach);
    expect(question).toMatchObject({
      level: 'disruptive',
      typeToConfirm: null,
      lines: ['In Harbour Works.', expect.any(String), expect.any(String)],
    });
    expect(api.seen).toEqual([]);
    expect(await confirmed('volumeActions_post_byId', detach, { id: question.id })).toMatchObject({
      ok: true,
      value: { status: 'answered' },
    });
    expect(api.seen.map(({ args }) => args.body)).toEqual([detach.body]);
  });

  it.each([
    ['reads', 'volumes_get', volume],
    ['does what the body makes harmless', 'volumeActions_post_byId', { ...volume, body: { type: 'resize', size_gigabytes: 20 } }],
  ])('is sent at once when it only %s', async (_, operationId, change) => {
    const { answered } = setUp();
    expect((await answered(operationId, change)).httpStatus).toBe(200);
  });

  it.each(['constructor', '__proto__', 'Resize', 'tomorrow', 5, null])(
    'counts as its worst when its body says %j',
    async (type) => {
      const { asked } = setUp();
      expect(await asked('volumeActions_post_byId', { ...volume, body: { type }, isSchemaMismatchAllowed: true })).toMatchObject({
        level: 'disruptive',
      });
    },
  );

  it('asks for the id before it destroys something for which Buoy knows no name', async () => {
    const { asked, confirmed, api } = setUp();
    const question = await asked('volumes_delete', volume);
    expect(question).toMatchObject({ level: 'destructive', typeToConfirm: 'v1', goes: ['v1'], canBeRemembered: false });
    expect(await confirmed('volumes_delete', volume, { id: question.id, typed: 'v2' })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(await confirmed('volumes_delete', volume, { id: question.id })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(api.seen).toEqual([]);
    expect((await confirmed('volumes_delete', volume, { id: question.id, typed: 'v1' })).ok).toBe(true);
    expect(api.seen).toHaveLength(1);
  });

  it('asks for the name once the thing has been listed', async () => {
    const { asked, resources } = setUp();
    await resources.calls.loadResources({ connectionId: 'c1', familyId: 'volumes_list' });
    expect(await asked('volumes_delete', volume)).toMatchObject({
      typeToConfirm: 'data',
      title: expect.stringContaining('data'),
    });
  });

  it('refuses the answer to a question about another request', async () => {
    const { asked, confirmed, api } = setUp();
    const question = await asked('volumes_delete', volume);
    const answer = { id: question.id, typed: 'v1' };
    for (const other of [
      { path: { volume_id: 'v2' } },
      { ...volume, connectionId: 'c2' },
      { ...volume, headers: { 'x-dangerous': 'true' } },
    ])
      expect(await confirmed('volumes_delete', other, answer)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(api.seen).toEqual([]);
  });

  it('refuses an answer that was used, or that came after ten minutes', async () => {
    const { asked, confirmed, api, clock } = setUp();
    const used = await asked('volumes_delete', volume);
    await confirmed('volumes_delete', volume, { id: used.id, typed: 'v1' });
    expect((await confirmed('volumes_delete', volume, { id: used.id, typed: 'v1' })).ok).toBe(false);
    const late = await asked('volumes_delete', volume);
    await clock.advance(confirmationLifeMs + 1);
    expect((await confirmed('volumes_delete', volume, { id: late.id, typed: 'v1' })).ok).toBe(false);
    expect(api.seen).toHaveLength(1);
  });

  it('accepts the answer even if the page gave the request a new name', async () => {
    const { asked, confirmed } = setUp();
    const question = await asked('volumes_delete', volume);
    const outcome = await confirmed('volumes_delete', { ...volume, requestId: 'r2' }, { id: question.id, typed: 'v1' });
    expect(outcome).toMatchObject({ ok: true, value: { status: 'answered' } });
  });
});
