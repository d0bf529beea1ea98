import { describe, expect, it } from 'vitest';
import { createConnectionPollers } from '../../../../main/core/pollers/connection-pollers.ts';
import { poll } from '../../../../main/core/pollers/poll.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Failing } from '../../../doubles/core/fake-api.ts';
import { setUp } from '../../../doubles/core/one-poll.ts';
import { fetched, startMs } from '../../../doubles/core/states.ts';
import { anAction } from '../../../doubles/invented/facts.ts';

const signal = new AbortController().signal;
const failing = (kind: Failure['kind']) => new Failing({ kind, message: `It answered ${kind}.` });

describe('the poll of actions', () => {
  const wire = (id: number, status = 'completed') => ({
    id,
    status,
    type: 'reboot',
    resource_id: 1,
    resource_type: 'droplet',
    region: null,
    region_slug: 'fra1',
    started_at: '2026-11-23T14:00:00Z',
    completed_at: status === 'in-progress' ? null : '2026-11-23T14:00:20Z',
  });
  const running: StateEvent = fetched('actions', [anAction({ id: 7, resourceId: 1 })]);

  it('asks by id for running actions that are no longer on the page', async () => {
    const { target, connection, asked } = setUp(
      {
        actions_list: () => ({ actions: [wire(20)], links: {}, meta: { total: 900 } }),
        actions_get: () => ({ action: wire(7) }),
      },
      running,
    );
    expect(await poll(target, 'actions', signal)).toEqual({ failure: null, cost: 2 });
    expect(asked()).toEqual(['actions_list', 'actions_get']);
    expect(connection().actions.get('c1:7')?.status).toBe('completed');
    expect(connection().runningOn.size).toBe(0);
  });

  const without = { actions_list: () => ({ actions: [wire(20)], links: {}, meta: { total: 900 } }) };
  const alone = (status: number, kind: Failure['kind'] = 'http-error') => ({
    ...without,
    actions_get: () => new Failing({ kind, message: 'No.', status }),
  });

  it.each([
    ['DigitalOcean no longer has it', alone(404, 'not-found'), 1],
    ['it is gone for good', alone(410, 'not-found'), 1],
    ['its droplet is gone and it cannot be read', alone(403, 'forbidden'), 99],
  ])('ends a running action with an unknown result when %s', async (_case, replies, resourceId) => {
    const { target, connection } = setUp(replies, fetched('actions', [anAction({ id: 7, resourceId })]));
    await poll(target, 'actions', signal);
    expect(connection().actions.get('c1:7')?.status).toBe('unknown');
    expect(connection().runningOn.size).toBe(0);
  });

  it.each([
    ['the server fails', alone(503, 'server-error'), 99],
    ['something in between answers', alone(404, 'intercepted'), 99],
    ['it may not be read while its droplet is there', alone(403, 'forbidden'), 1],
  ])('leaves a running action as it is when %s', async (_case, replies, resourceId) => {
    const { target, connection } = setUp(replies, fetched('actions', [anAction({ id: 7, resourceId })]));
    await poll(target, 'actions', signal);
    expect(connection().actions.get('c1:7')?.status).toBe('in-progress');
  });

  it('reads others every half minute, so that a few that cannot be read do not starve the rest', async () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      anAction({ id: index + 1, resourceId: 100 + index, startedAtMs: startMs + index }),
    );
    const { target, clock, api } = setUp(alone(500, 'server-error'), fetched('actions', many));
    const read = async () => {
      const from = api.seen.length;
      await poll(target, 'actions', signal);
      return api.seen.slice(from + 1).map(({ args }) => args.path?.action_id);
    };
    const first = await read();
    expect(first).toHaveLength(5);
    expect(await read()).toEqual(first);
    await clock.advance(30_000);
    expect(new Set([...first, ...(await read())]).size).toBe(8);
  });

  it('says why it failed, and keeps what it knew', async () => {
    const { target, connection } = setUp({ actions_list: () => failing('server-error') }, running);
    expect((await poll(target, 'actions', signal)).failure?.kind).toBe('server-error');
    expect(connection().fetches.actions).toMatchObject({
      isFetching: false,
      failure: { kind: 'server-error' },
      fetchedAtMs: startMs,
    });
    expect(connection().actions.size).toBe(1);
  });

  it('leaves neither a failure nor a spinner when aborted', async () => {
    const abort = new AbortController();
    const { target, connection } = setUp({
      actions_list: () => {
        abort.abort();
        return failing('aborted');
      },
    });
    await poll(target, 'actions', abort.signal);
    expect(connection().fetches.actions).toMatchObject({ isFetching: false, failure: null });
  });
});

describe('the poll of reserved addresses', () => {
  const reserved = (...rows: [string, number | null][]) => rows.map(([ip, id]) => ({ ip, droplet: id === null ? null : { id } }));
  const held = ({ connection }: ReturnType<typeof setUp>) =>
    [...connection().reservedIps.values()].map(({ dropletId, addresses }) => [dropletId, ...addresses]);

  it('gives each droplet its own, in two requests for the whole team', async () => {
    const made = setUp({
      reservedIPs_list: () => reserved(['198.51.100.5', 2], ['198.51.100.6', null], ['198.51.100.7', 1]),
      reservedIPv6_list: () => reserved(['2001:db8:5::7', 1]),
    });
    expect(await poll(made.target, 'reservedIps', signal)).toEqual({ failure: null, cost: 2 });
    expect(held(made)).toEqual([
      [2, '198.51.100.5'],
      [1, '198.51.100.7', '2001:db8:5::7'],
    ]);
  });

  it('keeps the IPv6 addresses that it knows while only those cannot be read', async () => {
    const known = fetched('reservedIps', [{ dropletId: 1, addresses: ['198.51.100.7', '2001:db8:5::7'] }]);
    const made = setUp(
      { reservedIPs_list: () => reserved(['198.51.100.8', 1]), reservedIPv6_list: () => failing('forbidden') },
      known,
    );
    expect((await poll(made.target, 'reservedIps', signal)).failure).toBeNull();
    expect(held(made)).toEqual([[1, '198.51.100.8', '2001:db8:5::7']]);
  });

  it('fails when the IPv4 addresses cannot be read, and keeps what it knew', async () => {
    const known = fetched('reservedIps', [{ dropletId: 1, addresses: ['198.51.100.7'] }]);
    const made = setUp({ reservedIPs_list: () => failing('forbidden'), reservedIPv6_list: () => reserved() }, known);
    expect((await poll(made.target, 'reservedIps', signal)).failure?.kind).toBe('forbidden');
    expect(held(made)).toEqual([[1, '198.51.100.7']]);
  });
});

describe('the poll of the balance', () => {
  it('is over once the token may not see the bill, until a person asks or it may', async () => {
    const { target, asked, api, clock } = setUp({ balance_get: () => failing('forbidden') });
    const pollers = createConnectionPollers({
      ...target,
      random: () => 0,
      mode: (_id, what) => (what === 'balance' ? 'run' : 'stop'),
    });
    pollers.start();
    await clock.advance(24 * 3_600_000);
    expect(asked()).toHaveLength(1);
    api.answer({
      balance_get: () => ({ month_to_date_usage: '1.00', month_to_date_balance: '1.00', account_balance: '0.00' }),
    });
    await pollers.pollNow('balance');
    await clock.advance(4_000_000);
    expect(asked()).toHaveLength(3);
    pollers.stop();
  });
});
