import { describe, expect, it } from 'vitest';
import { poll } from '../../../../main/core/pollers/poll.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Failing, type SeenCall } from '../../../doubles/core/fake-api.ts';
import { setUp } from '../../../doubles/core/one-poll.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { aCheck } from '../../../doubles/invented/invented-watching.ts';

const signal = new AbortController().signal;
const minuteMs = 60_000;
const failing = (kind: Failure['kind']) => new Failing({ kind, message: `It answered ${kind}.` });

describe('the poll of uptime checks', () => {
  it('lists them without their states, and skips items that are none', async () => {
    const raw = { id: 'a', name: 'shop', type: 'https', target: 'https://shop.example.com', enabled: true };
    const { target, connection, asked } = setUp({ uptime_list_checks: () => [raw, { name: 'nobody' }, null] });
    expect(await poll(target, 'checks', signal)).toEqual({ failure: null, cost: 1 });
    expect(asked()).toEqual(['uptime_list_checks']);
    expect([...connection().checks.keys()]).toEqual(['a']);
  });
});

describe('the poll of their states', () => {
  const checks = (...ids: string[]) =>
    fetched(
      'checks',
      ids.map((id) => aCheck({ id, name: `check ${id}` })),
    );
  const state = (regions: Record<string, string>, previous_outage?: object) => ({
    state: {
      regions: Object.fromEntries(
        Object.entries(regions).map(([name, status], index) => [
          name,
          { status, status_changed_at: `2026-11-23T14:0${index}:00Z`, thirty_day_uptime_percentage: 99.9 },
        ]),
      ),
      ...(previous_outage ? { previous_outage } : {}),
    },
  });
  const looked = (made: ReturnType<typeof setUp>, from: number) =>
    made.api.seen.slice(from).map(({ args }) => args.path?.check_id);

  it.each<[string, Record<string, string>, string, string[], string | null]>([
    ['up everywhere, since the last region saw it', { us_east: 'UP', eu_west: 'UP' }, 'up', [], '2026-11-23T14:01:00Z'],
    ['down in one region', { us_east: 'UP', eu_west: 'DOWN' }, 'down', ['eu_west'], '2026-11-23T14:01:00Z'],
    [
      'down in two, since the first saw it',
      { us_east: 'DOWN', eu_west: 'DOWN' },
      'down',
      ['us_east', 'eu_west'],
      '2026-11-23T14:00:00Z',
    ],
    ['being checked', { us_east: 'CHECKING' }, 'unknown', [], '2026-11-23T14:00:00Z'],
    ['without a region', {}, 'unknown', [], null],
  ])('reads a check that is %s', async (_case, regions, status, downIn, since) => {
    const { target, connection } = setUp({ uptime_get_checkState: () => state(regions) }, checks('a'));
    expect(await poll(target, 'uptime', signal)).toEqual({ failure: null, cost: 1 });
    const changedAtMs = since === null ? null : Date.parse(since);
    expect(connection().uptime.get('a')).toMatchObject({ status, downIn, changedAtMs, lookedAtMs: startMs });
    expect(
      connection()
        .uptime.get('a')
        ?.regions.map(({ region }) => region),
    ).toEqual(Object.keys(regions));
  });

  it('is down until it is seen up, so that a region which checks again begins no other outage', async () => {
    let said = { eu_west: 'DOWN' };
    const { target, connection, clock } = setUp({ uptime_get_checkState: () => state(said) }, checks('a'));
    const held: (number | null | undefined)[] = [];
    for (const next of ['DOWN', 'CHECKING', 'DOWN', 'CHECKING', 'UP', 'DOWN']) {
      said = { eu_west: next };
      await poll(target, 'uptime', signal);
      held.push(connection().uptime.get('a')?.downSinceMs);
      await clock.advance(5 * minuteMs);
    }
    const sinceMs = Date.parse('2026-11-23T14:00:00Z');
    expect(held).toEqual([sinceMs, sinceMs, sinceMs, sinceMs, null, sinceMs]);
    expect(connection().uptime.get('a')?.flaps.atMs).toHaveLength(2);
  });

  it('asks nothing before the checks are known, and says nothing of them', async () => {
    const { target, connection, asked } = setUp({});
    expect(await poll(target, 'uptime', signal)).toEqual({ failure: null, cost: 0 });
    expect([asked(), connection().fetches.uptime]).toMatchObject([[], { fetchedAtMs: null, isFetching: false, failure: null }]);
  });

  it('does not ask for disabled checks, and their days say that nobody looked', async () => {
    const made = setUp({ uptime_get_checkState: () => state({ eu_west: 'UP' }) }, checks('a'));
    await poll(made.target, 'uptime', signal);
    made.target.dispatch(fetched('checks', [aCheck({ id: 'a', isEnabled: false })]));
    await made.clock.advance(10 * minuteMs);
    await poll(made.target, 'uptime', signal);
    expect(made.asked()).toEqual(['uptime_get_checkState']);
    const days = [{ day: '2026-11-23', upSeconds: 480, downSeconds: 0, unknownSeconds: 600 }];
    expect(made.connection().uptime.get('a')).toMatchObject({ isEnabled: false, status: 'unknown', days });
  });

  it('looks at every one of 60 in turns, within its share, and again at those that are down', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const made = setUp(
      { uptime_get_checkState: ({ args }: SeenCall) => state({ eu_west: args.path?.check_id === 'c7' ? 'DOWN' : 'UP' }) },
      checks(...ids),
    );
    const costs: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      costs.push((await poll(made.target, 'uptime', signal)).cost);
      await made.clock.advance(5 * minuteMs);
    }
    const share = made.share('uptime');
    expect(share).toBe(420);
    // A sixth of the share at first, so that what was never looked at is soon.
    expect([costs[0], Math.max(...costs.slice(1))]).toEqual([60, 35]);
    expect([...made.connection().uptime.values()].every(({ lookedAtMs }) => lookedAtMs !== null)).toBe(true);
    const times = Map.groupBy(looked(made, 0), (id) => id);
    expect(times.get('c7')?.length).toBe(12);
    expect(Math.min(...ids.map((id) => times.get(id)?.length ?? 0))).toBeGreaterThanOrEqual(6);
  });

  it('keeps the last state of a check that cannot be read this time, and fails if none can be', async () => {
    let broken = new Set<unknown>();
    const made = setUp(
      {
        uptime_get_checkState: ({ args }: SeenCall) =>
          broken.has(args.path?.check_id) ? failing('server-error') : state({ us_east: 'UP' }),
      },
      checks('a', 'b'),
    );
    await poll(made.target, 'uptime', signal);
    broken = new Set(['a']);
    await made.clock.advance(5 * minuteMs);
    expect((await poll(made.target, 'uptime', signal)).failure).toBeNull();
    expect(made.connection().uptime.get('a')).toMatchObject({
      status: 'up',
      lookedAtMs: startMs,
      triedAtMs: startMs + 5 * minuteMs,
    });
    broken = new Set(['a', 'b']);
    await made.clock.advance(5 * minuteMs);
    expect((await poll(made.target, 'uptime', signal)).failure?.kind).toBe('server-error');
    expect(made.connection().uptime.get('b')?.status).toBe('up');
  });

  it('forgets a check that is gone, and counts how often one went down', async () => {
    let status = 'UP';
    const made = setUp({ uptime_get_checkState: () => state({ eu_west: status }) }, checks('a', 'b'));
    for (const next of ['UP', 'DOWN', 'UP', 'DOWN']) {
      status = next;
      await poll(made.target, 'uptime', signal);
      await made.clock.advance(5 * minuteMs);
    }
    expect(made.connection().uptime.get('a')?.flaps.atMs).toEqual([5, 15].map((minute) => startMs + minute * minuteMs));
    made.target.dispatch(checks('b'));
    await poll(made.target, 'uptime', signal);
    expect([...made.connection().uptime.keys()]).toEqual(['b']);
  });

  it('adds the days up from look to look, with an outage that nobody saw', async () => {
    let answer = state({ eu_west: 'UP' });
    const made = setUp({ uptime_get_checkState: () => answer }, checks('a'));
    await poll(made.target, 'uptime', signal);
    await made.clock.advance(20 * minuteMs);
    const at = (minute: number) => new Date(startMs + minute * minuteMs).toISOString();
    answer = state({}, { region: 'eu_west', started_at: at(5), ended_at: at(9), duration_seconds: 240 });
    answer.state.regions = { eu_west: { status: 'UP', status_changed_at: at(9), thirty_day_uptime_percentage: 99 } };
    await poll(made.target, 'uptime', signal);
    expect(made.connection().uptime.get('a')).toMatchObject({
      days: [{ day: '2026-11-23', upSeconds: 1440, downSeconds: 240, unknownSeconds: 0 }],
      previousOutage: { region: 'eu_west', startedAtMs: startMs + 5 * minuteMs },
    });
  });
});
