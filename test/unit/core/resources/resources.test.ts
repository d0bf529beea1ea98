import { describe, expect, it } from 'vitest';
import { createResources } from '../../../../main/core/resources/resources.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { resourceKey } from '../../../../preload/contract/view.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Doubted, Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';

const volumes = { familyId: 'volumes_list', connectionId: 'c1' };
const records = { familyId: 'domains_list_records', connectionId: 'c1', parent: { domain_name: 'example.com' } };
const minuteMs = 60_000;
const offline: Failure = { kind: 'network', message: 'No way out.' };
const lost: Failure = { kind: 'secret-lost', message: 'The token is gone.' };

function setUp(replies: Record<string, Reply> = { volumes_list: () => [{ id: 'v1', name: 'data' }] }) {
  const core = createCoreServices(replies);
  const resources = createResources(core.services);
  return {
    ...core,
    resources,
    load: resources.calls.loadResources,
    async rows(address = volumes) {
      const read = await resources.calls.readResources(address);
      return read.ok ? read.value : null;
    },
    shown: (address: typeof volumes & { parent?: Record<string, string> } = volumes) =>
      core.state().resources.get(resourceKey(address.connectionId, address.familyId, address.parent)),
  };
}

/** A reply that waits until the test releases it. */
function held(items: unknown[]) {
  const waiting: (() => void)[] = [];
  const reply: Reply = () => new Promise((resolve) => waiting.push(() => resolve(items)));
  return { reply, letGo: () => waiting.shift()?.() };
}

describe('a family that is loaded', () => {
  it('shows its number, its age and its rows', async () => {
    const { load, rows, shown, clock } = setUp();
    expect(await load(volumes)).toEqual({ ok: true, value: null });
    const freshness = { fetchedAtMs: clock.now(), isFetching: false, isStale: false, failure: null };
    expect(shown()).toMatchObject({ count: 1, revision: 1, freshness });
    expect(await rows()).toEqual({ revision: 1, fetchedAtMs: clock.now(), items: [{ id: 'v1', name: 'data' }] });
  });

  it('says where the numbers of its listing are wrong, until they are right', async () => {
    const { load, shown, api } = setUp({ volumes_list: () => new Doubted([{ id: 'v1' }], 'DigitalOcean counts 64 here.') });
    await load(volumes);
    expect(shown()).toMatchObject({ count: 1, note: 'DigitalOcean counts 64 here.' });
    api.answer({ volumes_list: () => [{ id: 'v1' }] });
    await load({ ...volumes, isForced: true });
    expect(shown()?.note).toBeNull();
  });

  it('is not read again while it is fresh, but once a minute has passed', async () => {
    const { load, api, clock } = setUp();
    await load(volumes);
    await clock.advance(minuteMs - 1);
    await load(volumes);
    expect(api.seen).toHaveLength(1);
    await clock.advance(1);
    await load(volumes);
    expect(api.seen).toHaveLength(2);
  });

  it('is read again while fresh if that is forced', async () => {
    const { load, api } = setUp();
    await load(volumes);
    await load({ ...volumes, isForced: true });
    expect(api.seen).toHaveLength(2);
  });

  it('is read once if two want it at the same time', async () => {
    const { reply, letGo } = held([]);
    const { load, api, shown } = setUp({ volumes_list: reply });
    const both = [load(volumes), load({ ...volumes, isForced: true })];
    await settle();
    expect(shown()?.freshness.isFetching).toBe(true);
    letGo();
    expect(await Promise.all(both)).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(api.seen).toHaveLength(1);
  });

  it('is another one for another parent', async () => {
    const { load, api } = setUp({ domains_list_records: () => [] });
    await load(records);
    await load({ ...records, parent: { domain_name: 'example.net' } });
    expect(api.seen.map(({ args }) => args.path?.domain_name)).toEqual(['example.com', 'example.net']);
  });
});

describe('a read for its names, or about one thing', () => {
  const health = { familyId: 'monitoring_get_lb_frontend_cpu_utilization', connectionId: 'c1' };

  it('is fresh for as long as who asks says', async () => {
    const { load, api, clock } = setUp();
    await load(volumes);
    await clock.advance(5 * minuteMs);
    await load({ ...volumes, freshForMs: 10 * minuteMs });
    expect(api.seen).toHaveLength(1);
    await load({ ...volumes, freshForMs: 4 * minuteMs });
    expect(api.seen).toHaveLength(2);
  });

  it('has its query sent, and is another one for another query', async () => {
    const { load, api, state } = setUp({ [health.familyId]: () => ({ data: { result: [] } }) });
    for (const lb_id of ['a', 'b', 'a']) await load({ ...health, query: { lb_id } });
    expect(api.seen.map(({ args }) => args.query)).toEqual([{ lb_id: 'a' }, { lb_id: 'b' }]);
    expect([...state().resources.keys()]).toEqual(['a', 'b'].map((lb_id) => resourceKey('c1', health.familyId, {}, { lb_id })));
  });

  it('gives its rows to other parts of the core, and what was read before without a request', async () => {
    const { resources, api } = setUp({ domains_list_records: () => [{ id: 1 }] });
    expect(await resources.rows(records, minuteMs)).toEqual({ ok: true, value: [{ id: 1 }] });
    expect(await resources.rows(records, minuteMs)).toMatchObject({ ok: true });
    expect(resources.known('c1', 'domains_list_records')).toEqual([{ parent: records.parent, items: [{ id: 1 }] }]);
    expect(resources.known('c1', 'volumes_list')).toEqual([]);
    expect(api.seen).toHaveLength(1);
  });
});

describe('a family whose read fails', () => {
  it('keeps its rows with their age, marked as stale and with the failure', async () => {
    const { load, rows, shown, api, clock } = setUp();
    await load(volumes);
    const readAtMs = clock.now();
    api.answer({ volumes_list: () => new Failing(offline) });
    await clock.advance(2 * minuteMs);
    expect(await load(volumes)).toEqual({ ok: false, failure: offline });
    const freshness = { fetchedAtMs: readAtMs, isFetching: false, isStale: true, failure: offline };
    expect(shown()).toMatchObject({ count: 1, revision: 1, freshness });
    expect((await rows())?.items).toHaveLength(1);
  });

  it('is read the next time, however soon', async () => {
    const { load, shown, api } = setUp({ volumes_list: () => new Failing(offline) });
    await load(volumes);
    api.answer({ volumes_list: () => [] });
    await load(volumes);
    expect(shown()?.freshness).toMatchObject({ isStale: false, failure: null });
  });

  it('is read once there is a token again', async () => {
    const { load, shown, failApi } = setUp();
    failApi(lost);
    expect(await load(volumes)).toEqual({ ok: false, failure: lost });
    failApi(null);
    expect(await load(volumes)).toEqual({ ok: true, value: null });
    expect(shown()).toMatchObject({ count: 1, freshness: { failure: null } });
  });

  it('is a failure that names the operation if that lists nothing', async () => {
    const { load } = setUp();
    const outcome = await load({ familyId: 'volumes_create', connectionId: 'c1' });
    expect(outcome).toMatchObject({ ok: false, failure: { message: expect.stringContaining('volumes_create') } });
  });
});

describe('a change below a family', () => {
  it.each(['/v2/volumes', '/v2/volumes/v1', '/v2/volumes/v1/actions'])('at %s reads the volumes again', async (path) => {
    const { load, api, resources, shown } = setUp();
    await load(volumes);
    resources.invalidate('c1', path);
    expect(shown()?.freshness.isStale).toBe(true);
    await settle();
    expect(api.seen).toHaveLength(2);
    expect(shown()?.freshness.isStale).toBe(false);
  });

  it('also reads again what is inside the changed thing', async () => {
    const { load, api, resources } = setUp({ domains_list_records: () => [] });
    await load(records);
    resources.invalidate('c1', '/v2/domains/example.com');
    await settle();
    expect(api.seen).toHaveLength(2);
  });

  it.each([
    ['c1', '/v2/volumes-of-another-kind/v1'],
    ['c1', '/v2/tags/web'],
    ['c2', '/v2/volumes/v1'],
  ])('leaves the volumes of c1 alone when it is %s %s', async (connectionId, path) => {
    const { load, api, resources, shown } = setUp();
    await load(volumes);
    resources.invalidate(connectionId, path);
    await settle();
    expect(api.seen).toHaveLength(1);
    expect(shown()?.freshness.isStale).toBe(false);
  });

  it('only marks what nobody has used for two minutes, and reads it when it is wanted', async () => {
    const { load, api, resources, shown, clock } = setUp();
    await load(volumes);
    await clock.advance(2 * minuteMs);
    resources.invalidate('c1', '/v2/volumes/v1');
    await settle();
    expect(api.seen).toHaveLength(1);
    expect(shown()?.freshness.isStale).toBe(true);
    await load(volumes);
    expect(api.seen).toHaveLength(2);
  });

  it.each(['the first', 'a later'])('while %s read is running causes one more read', async (which) => {
    const { load, api, resources, shown } = setUp();
    if (which === 'a later') await load(volumes);
    const { reply, letGo } = held([{ id: 'v2' }]);
    api.answer({ volumes_list: reply });
    const before = api.seen.length;
    const loading = load({ ...volumes, isForced: true });
    await settle();
    resources.invalidate('c1', '/v2/volumes/v1');
    resources.invalidate('c1', '/v2/volumes/v2');
    letGo();
    await settle();
    expect(api.seen).toHaveLength(before + 2);
    expect(shown()?.freshness).toMatchObject({ isStale: true, isFetching: true });
    letGo();
    expect(await loading).toEqual({ ok: true, value: null });
    expect(api.seen).toHaveLength(before + 2);
    expect(shown()?.freshness).toMatchObject({ isStale: false, isFetching: false });
  });

  it('in another family while the first read is running costs nothing', async () => {
    const { reply, letGo } = held([]);
    const { load, api, resources } = setUp({ volumes_list: reply });
    const loading = load(volumes);
    await settle();
    resources.invalidate('c1', '/v2/tags/web');
    letGo();
    await loading;
    expect(api.seen).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('does not come back with an answer that arrives after its connection was removed', async () => {
    const { reply, letGo } = held([{ id: 'v1', name: 'data' }]);
    const { load, shown, dispatch, resources } = setUp({ volumes_list: reply });
    const loading = load(volumes);
    await settle();
    dispatch({ type: 'connection-removed', connectionId: 'c1' });
    letGo();
    await loading;
    expect(shown()).toBeUndefined();
    expect(resources.find('c1', 'v1')).toBeNull();
  });

  it('is at most 150 families: the one unused for longest goes, together with its row', async () => {
    const { load, shown, state, clock } = setUp({ volumes_list: () => [], domains_list_records: () => [] });
    const zone = (index: number) => ({ ...records, parent: { domain_name: `zone-${index}.example.com` } });
    await load(volumes);
    for (let index = 0; index < 149; index += 1) {
      await clock.advance(1);
      await load(zone(index));
    }
    await clock.advance(1);
    await load(volumes);
    await load(zone(149));
    expect(state().resources.size).toBe(150);
    expect(shown(zone(0))).toBeUndefined();
    expect([shown(), shown(zone(1)), shown(zone(149))].map((one) => one?.count)).toEqual([0, 0, 0]);
  });

  it.each([
    ['its id', '7'],
    ['its name', 'data'],
    ['its address', '203.0.113.7'],
  ])('is found by %s', async (_, identifier) => {
    const row = { id: 7, name: 'data', ip: '203.0.113.7' };
    const { load, resources } = setUp({ volumes_list: () => [{ id: 8 }, row] });
    await load(volumes);
    expect(resources.find('c1', identifier)).toEqual(row);
    expect(resources.find('c2', identifier)).toBeNull();
  });
});
