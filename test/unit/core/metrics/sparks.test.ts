import { describe, expect, it } from 'vitest';
import { pollShare } from '../../../../main/core/digitalocean/pacing/pace.ts';
import { createMetrics } from '../../../../main/core/metrics/metrics.ts';
import { sparkShare, sparksPerHour } from '../../../../main/core/metrics/spark-budget.ts';
import { createCoreServices } from '../../../doubles/core/core-services.ts';
import { Failing, type Reply } from '../../../doubles/core/fake-api.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const cpu = 'monitoring_get_DropletCpuMetrics';
/** A day at a sample every five minutes: idle three quarters of the time. */
const day: Reply = ({ args }) => {
  const times: number[] = [];
  for (let at = Number(args.query?.start); at <= Number(args.query?.end); at += 300) times.push(at);
  const line = (mode: string, share: number) => ({
    metric: { mode },
    values: times.map((at, index) => [at, String(index * 300 * share)]),
  });
  return { data: { result: [line('idle', 0.75), line('user', 0.25)] } };
};

function begin(reply: Reply = day, canAsk: () => boolean = () => true) {
  const core = createCoreServices({ [cpu]: reply });
  const { calls } = createMetrics(core.services, canAsk);
  const droplets = Array.from({ length: 300 }, (_, index) =>
    aDroplet({ id: 100 + index, status: index === 1 ? 'off' : 'active' }),
  );
  core.dispatch(fetched('droplets', droplets));
  const read = async (...ids: number[]) => {
    const answer = await calls.readSparks({ requestId: 'r1', dropletKeys: ids.map((id) => `c1:${id}`) });
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  };
  return { core, read, asked: () => core.api.seen.length };
}

describe('sparks', () => {
  it('are the course of a day in 96 numbers, read in the lane of polls and kept for half an hour', async () => {
    const { core, read, asked } = begin();
    const [spark] = await read(100);
    expect(spark).toMatchObject({ key: 'c1:100', state: 'read', endMs: startMs, latest: 25, sampledAtMs: startMs });
    expect(spark?.values).toEqual(Array(96).fill(25));
    expect(core.api.seen[0]?.options.lane).toBe('poll');
    await core.clock.advance(29 * 60_000);
    expect(await read(100)).toEqual([spark]);
    expect(asked()).toBe(1);
    await core.clock.advance(2 * 60_000);
    await read(100);
    expect(asked()).toBe(2);
  });

  it('ask nothing for a droplet that is off or unknown, and seldom for one without the agent', async () => {
    const { core, read, asked } = begin(() => ({ data: { result: [] } }));
    expect((await read(101, 999)).map(({ state }) => state)).toEqual(['none', 'none']);
    expect(asked()).toBe(0);
    await read(100);
    await core.clock.advance(3_600_000);
    expect((await read(100))[0]).toMatchObject({ state: 'none', values: [] });
    expect(asked()).toBe(1);
  });

  it('spend so many requests an hour at most, and say what was left out', async () => {
    const { core, read, asked } = begin();
    for (let first = 102; first < 302; first += 10) await read(...Array.from({ length: 10 }, (_, index) => first + index));
    expect(asked()).toBe(sparksPerHour);
    expect((await read(399))[0]).toMatchObject({ state: 'spared', values: [] });
    await core.clock.advance(3_600_000);
    expect((await read(399))[0]?.state).toBe('read');
  });

  it.each([
    ['Buoy has used much of the hour', { usedByBuoy: 750 }],
    ['little of it is left', { remaining: 1200 }],
    ['anything waits', { queued: 1 }],
    ['DigitalOcean refused', { throttled: { untilMs: startMs + 1 } }],
    ['Buoy holds polls back', { held: { window: 'poll-share' as const, untilMs: null } }],
  ])('give up first, when %s, and show what they had', async (_, budget) => {
    const { core, read, asked } = begin();
    await read(100);
    await core.clock.advance(3_600_000);
    core.api.setBudget(budget);
    expect((await read(100, 102)).map(({ state, values }) => [state, values.length])).toEqual([
      ['read', 96],
      ['spared', 0],
    ]);
    expect(asked()).toBe(1);
  });

  it('stop before any other poll has to, whatever the limit is', () => {
    expect(sparkShare.ofBuoy).toBeLessThan(pollShare.ofHour);
    expect(sparkShare.left).toBeGreaterThan(pollShare.stopsBelow);
  });

  it('ask nothing while Buoy is paused, asleep or offline', async () => {
    const { read, asked } = begin(day, () => false);
    expect((await read(100))[0]?.state).toBe('spared');
    expect(asked()).toBe(0);
  });

  it('say when they could not be read, and try again', async () => {
    const { core, read } = begin(() => new Failing({ kind: 'server-error', message: 'No.' }));
    expect((await read(100))[0]?.state).toBe('failed');
    core.api.answer({ [cpu]: day });
    expect((await read(100))[0]?.state).toBe('read');
  });
});
