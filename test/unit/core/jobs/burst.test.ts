import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../../main/core/jobs/engine/ask.ts';
import { createUntilOver } from '../../../../main/core/jobs/engine/until-over.ts';
import type { Thing } from '../../../../main/core/jobs/job.ts';
import { createMany } from '../../../../main/core/jobs/many/many.ts';
import { createResources } from '../../../../main/core/resources/resources.ts';
import type { CoreServices } from '../../../../main/core/services.ts';
import { success } from '../../../../preload/contract/failure.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import type { FakeClock } from '../../../doubles/core/fake-clock.ts';
import { openClient, preload } from '../digitalocean/open-client.ts';

/** A server as strict as DigitalOcean's: it counts arrivals in any minute and in any hour, and refuses the next one. */
function strictServer(now: () => number, { minute = 250, hour = 5000, taken = 0 } = {}) {
  const arrivals: number[] = Array.from({ length: taken }, () => now() - 1_800_000);
  const log: { method: string; path: string; status: number; atMs: number }[] = [];
  return {
    log,
    answer(method: string, path: string, fine: number) {
      const atMs = now();
      const within = (ms: number) => arrivals.filter((one) => atMs - one < ms);
      const ofHour = within(3_600_000);
      const isRefused = within(60_000).length >= minute || ofHour.length >= hour;
      if (!isRefused) arrivals.push(atMs);
      log.push({ method, path, status: isRefused ? 429 : fine, atMs });
      const oldest = ofHour[0] ?? atMs;
      const headers = {
        'ratelimit-limit': String(hour),
        'ratelimit-remaining': String(Math.max(0, hour - ofHour.length - 1)),
        'ratelimit-reset': String(Math.ceil((oldest + 3_600_000) / 1000)),
        ...(isRefused ? { 'retry-after': '30' } : {}),
      };
      return { status: isRefused ? 429 : fine, headers };
    },
  };
}

const after = (clock: FakeClock, ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));

function setUp(limits?: Parameters<typeof strictServer>[1]) {
  const core = createCoreServices();
  let turn = 0;
  const client = openClient(async ({ url, method }) => {
    turn += 1;
    // From 20 to 330 ms on the way there, and as long back.
    const wayMs = 20 + ((turn * 137) % 311);
    await after(client.clock, wayMs);
    const { pathname } = new URL(url);
    const fine = method === 'DELETE' ? 204 : 200;
    const { status, headers } = server.answer(method, pathname, fine);
    await after(client.clock, wayMs);
    return { status, headers, json: method === 'DELETE' ? null : { snapshots: [], volumes: [], links: {}, meta: { total: 0 } } };
  });
  const server = strictServer(client.clock.now, limits);
  const services: CoreServices = { ...core.services, clock: client.clock, api: () => success(client.api) };
  const many = createMany({
    services,
    resources: createResources(services),
    contextOf: (thing: Thing) =>
      success({
        thing,
        ask: createAsk(client.api, services.credentials),
        droplets: new Map(),
        team: 'Harbour Works',
        nowMs: client.clock.now(),
        lastAddresses: '',
        makePassword: () => 'p',
      }),
    untilOver: createUntilOver(services, () => () => {}),
    dropletsOf: () => new Map(),
    look: () => {},
  });
  const runs = () => [...core.state().runs.values()];
  const rows = () => [...(core.state().connections.get('c1')?.actions.values() ?? [])];
  return { client, server, many, runs, rows };
}

const volume = (index: number) => ({
  connectionId: 'c1',
  familyId: 'volumes_list',
  id: `v-${index}`,
  parent: {},
  row: { id: `v-${index}`, name: `volume-${index}`, size_gigabytes: 10, droplet_ids: [], region: { slug: 'fra1' } },
});
const things = Array.from({ length: 500 }, (_, index) => volume(index));

/** Opens the deletion of 500 volumes and starts it. */
async function begin({ client, many }: ReturnType<typeof setUp>): Promise<string> {
  await preload('volumes_delete', 'snapshots_list', 'volumes_list', 'volumes_get');
  const opening = many.calls.openManyJob({ name: 'delete', things });
  await client.clock.advance(5000);
  const opened = await opening;
  if (!opened.ok) throw new Error(opened.failure.message);
  const started = await many.calls.runManyJob({ id: opened.value.id, values: {}, typed: opened.value.typeToConfirm ?? '' });
  if (!started.ok) throw new Error(started.failure.message);
  return started.value.runKey;
}

describe('a burst of 500 things', () => {
  it('never earns a 429, is over in three minutes, and keeps nobody else waiting', async () => {
    const world = setUp();
    const { client, server, many, runs } = world;
    await begin(world);
    const waits: number[] = [];
    let passedMs = 0;
    for (; runs()[0]?.status === 'running' && passedMs < 600_000; passedMs += 5000) {
      const askedAtMs = client.clock.now();
      // What a person opens meanwhile, and a poll beside it.
      void client.api.call('volumes_get', { path: { volume_id: 'v-0' } }).then(() => waits.push(client.clock.now() - askedAtMs));
      void client.api.listAll('volumes_list', {}, { lane: 'poll' });
      await client.clock.advance(5000);
    }
    expect(runs()[0]).toMatchObject({ status: 'ended', outcome: 'fine', over: 500, message: 'Delete 500 volumes: done' });
    expect(server.log.filter(({ status }) => status === 429)).toEqual([]);
    expect(server.log.filter(({ method }) => method === 'DELETE').length).toBe(500);
    expect(passedMs).toBeLessThanOrEqual(180_000);
    expect(Math.max(...waits)).toBeLessThan(2000);
    many.stop();
  });

  it('waits for the hour by itself where little is left of it, says until when, and then goes on', async () => {
    const world = setUp({ taken: 4600 });
    const { client, server, many, runs } = world;
    await begin(world);
    await client.clock.advance(300_000);
    const held = runs()[0];
    expect(held?.status).toBe('running');
    expect(held?.heldUntilMs).toBeGreaterThan(client.clock.now());
    expect(held?.items.filter(({ state }) => state === 'refused')).toEqual([]);
    await client.clock.advance(3_600_000);
    expect(runs()[0]).toMatchObject({ status: 'ended', outcome: 'fine', heldUntilMs: null });
    expect(server.log.filter(({ status }) => status === 429)).toEqual([]);
    many.stop();
  });

  it('does not wait for the hour once it is stopped', async () => {
    const world = setUp({ taken: 4600 });
    const { client, many, runs } = world;
    const runKey = await begin(world);
    await client.clock.advance(300_000);
    await many.calls.changeRun({ runKey, change: 'stop' });
    await client.clock.advance(1000);
    expect(runs()[0]).toMatchObject({ status: 'ended', outcome: 'partly' });
    many.stop();
  });

  it('begins nothing more once Buoy quits, and leaves its row of Activity to be found after the next start', async () => {
    const world = setUp();
    const { client, server, many, runs, rows } = world;
    await begin(world);
    await client.clock.advance(10_000);
    many.stop();
    await client.clock.advance(5000);
    const sent = server.log.length;
    await client.clock.advance(120_000);
    expect(server.log.length).toBe(sent);
    expect(runs()[0]?.status).toBe('running');
    expect(rows().map(({ status }) => status)).toEqual(['in-progress']);
  });
});
