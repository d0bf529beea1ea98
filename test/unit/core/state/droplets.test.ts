import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../main/core/digitalocean/resources/actions.ts';
import type { Droplet } from '../../../../main/core/digitalocean/resources/droplets.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const minute = 60_000;
const connectionId = 'c1';

const droplets = (state: State, all: Droplet[], atMs: number): State => fold(state, fetched('droplets', all, atMs));
const actions = (state: State, all: Action[], atMs: number): State => fold(state, fetched('actions', all, atMs));

const on = aDroplet();
const off = aDroplet({ status: 'off', statusRaw: 'off' });
const seenOn = actions(droplets(loadedState(), [on], startMs), [], startMs);

describe('droplets in the state', () => {
  it('keep their identity if a poll returns the same again', () => {
    const again = droplets(seenOn, [aDroplet()], startMs + minute);
    expect(connectionIn(again).droplets).toBe(connectionIn(seenOn).droplets);
    expect(connectionIn(again).fetches.droplets.fetchedAtMs).toBe(startMs + minute);
  });

  it('keep their identity except for the one that changed', () => {
    const many = Array.from({ length: 50 }, (_, index) => aDroplet({ id: index, name: `w-${index}` }));
    const before = droplets(loadedState(), many, startMs);
    const after = droplets(
      before,
      many.map((droplet) => (droplet.id === 7 ? { ...droplet, status: 'off' } : { ...droplet })),
      startMs + minute,
    );
    const changed = [...connectionIn(after).droplets].filter(
      ([id, droplet]) => connectionIn(before).droplets.get(id) !== droplet,
    );
    expect(changed.map(([id]) => id)).toEqual([7]);
  });

  it('stay as they were, with the reason beside them, if a poll fails', () => {
    const failure = { kind: 'server-error' as const, message: 'It answered 503.' };
    const after = fold(
      seenOn,
      { type: 'fetch-started', connectionId, what: 'droplets' },
      { type: 'fetch-failed', connectionId, what: 'droplets', failure, atMs: startMs + minute },
    );
    expect(connectionIn(after).droplets).toBe(connectionIn(seenOn).droplets);
    expect(connectionIn(after).fetches.droplets).toEqual({
      fetchedAtMs: startMs,
      isFetching: false,
      failure,
      failedAtMs: startMs + minute,
      leftOut: 0,
    });
  });
});

describe('a droplet that went off', () => {
  it('is only suspicious until newer actions are known', () => {
    const after = droplets(seenOn, [off], startMs + minute);
    expect(connectionIn(after).downs.size).toBe(0);
    // This was asked before the droplet was seen off, so it proves nothing.
    const old = actions(after, [], startMs + minute - 1);
    expect(connectionIn(old).downs.size).toBe(0);
  });

  it('is down if no action explains it', () => {
    const after = actions(droplets(seenOn, [off], startMs + minute), [], startMs + minute);
    expect([...connectionIn(after).downs]).toEqual([[101, startMs + minute]]);
  });

  it.each(['power_off', 'shutdown'])('is not down if somebody used %s anywhere', (type) => {
    const action = anAction({ type, status: 'completed', startedAtMs: startMs + 20_000, completedAtMs: startMs + 30_000 });
    const after = actions(droplets(seenOn, [off], startMs + minute), [action], startMs + minute);
    expect(connectionIn(after).downs.size).toBe(0);
    expect(connectionIn(after).suspicions.size).toBe(0);
  });

  it('is down if the last power_off was long before it was seen active', () => {
    const action = anAction({
      type: 'power_off',
      status: 'completed',
      startedAtMs: startMs - 3_600_000,
      completedAtMs: startMs - 3_590_000,
    });
    const after = actions(droplets(seenOn, [off], startMs + minute), [action], startMs + minute);
    expect(connectionIn(after).downs.size).toBe(1);
  });

  it('stays undecided while an action runs on it, such as a power cycle passing through off', () => {
    const running = anAction({ type: 'power_cycle', startedAtMs: startMs + 30_000 });
    const during = actions(droplets(seenOn, [off], startMs + minute), [running], startMs + minute);
    expect(connectionIn(during).downs.size).toBe(0);
    const done = { ...running, status: 'completed' as const, completedAtMs: startMs + 70_000 };
    const lagging = actions(during, [done], startMs + 80_000);
    expect(connectionIn(lagging).downs.size).toBe(0);
    const back = droplets(lagging, [on], startMs + 90_000);
    expect(connectionIn(back).suspicions.size).toBe(0);
    // In another history the droplet never became active again.
    expect(connectionIn(actions(lagging, [done], startMs + 200_000)).downs.size).toBe(1);
  });

  it('is up again once it is active', () => {
    const down = actions(droplets(seenOn, [off], startMs + minute), [], startMs + minute);
    expect(connectionIn(droplets(down, [on], startMs + 2 * minute)).downs.size).toBe(0);
  });

  it('is no longer down if it turns out that somebody turned it off', () => {
    const down = actions(droplets(seenOn, [off], startMs + minute), [], startMs + minute);
    const action = anAction({
      type: 'power_off',
      status: 'completed',
      startedAtMs: startMs + 90_000,
      completedAtMs: startMs + 95_000,
    });
    expect(connectionIn(actions(down, [action], startMs + 2 * minute)).downs.size).toBe(0);
  });

  it('is not down if it was destroyed', () => {
    const gone = actions(droplets(seenOn, [], startMs + minute), [], startMs + minute);
    expect(connectionIn(gone).downs.size).toBe(0);
    const down = actions(droplets(seenOn, [off], startMs + minute), [], startMs + minute);
    expect(connectionIn(droplets(down, [], startMs + 2 * minute)).downs.size).toBe(0);
  });

  it('is only off if it was off when Buoy first looked', () => {
    const first = actions(droplets(loadedState(), [off], startMs), [], startMs);
    expect(connectionIn(first).downs.size).toBe(0);
  });
});

describe('the expected status of a droplet after an action', () => {
  const running = anAction({ type: 'power_off', startedAtMs: startMs });
  const done = { ...running, status: 'completed' as const, completedAtMs: startMs + 5000 };
  const ended = actions(actions(seenOn, [running], startMs + 1000), [done], startMs + 6000);

  it('is shown while the API still returns the old status', () => {
    expect(connectionIn(ended).expectations.get(101)).toMatchObject({ status: 'off', actionKey: 'c1:9001' });
  });

  it('is no longer needed once the API says the same, and the droplet is not suspicious', () => {
    const after = droplets(ended, [off], startMs + 10_000);
    expect(connectionIn(after).expectations.get(101)).toMatchObject({ found: 'off' });
    expect(connectionIn(droplets(after, [off], startMs + 40_000)).expectations.size).toBe(0);
    expect(connectionIn(after).suspicions.size).toBe(0);
  });

  it('is replaced by what the API says after a minute', () => {
    const after = fold(ended, { type: 'time-passed', atMs: startMs + 6000 + minute });
    expect(connectionIn(after).expectations.size).toBe(0);
    expect(connectionIn(after).droplets.get(101)?.status).toBe('active');
  });

  it('stays open until a look that was asked for after the action ended', () => {
    const early = { ...fetched('droplets', [off], startMs + 10_000), requestedAtMs: startMs + 5500 };
    expect(connectionIn(fold(ended, early)).expectations.get(101)).toMatchObject({ found: null });
  });

  it('is not set by actions that ended long before Buoy saw them', () => {
    const old = { ...done, startedAtMs: startMs - 3_600_000, completedAtMs: startMs - 3_590_000 };
    expect(connectionIn(actions(actions(seenOn, [], startMs), [old], startMs + 6000)).expectations.size).toBe(0);
  });
});

describe('a command on its way', () => {
  const sent = fold(seenOn, {
    type: 'command-sent',
    connectionId,
    dropletIds: [101],
    actionType: 'reboot',
    value: null,
    atMs: startMs,
  });

  it('shows on the droplet until it is answered', () => {
    expect(connectionIn(sent).pending.get(101)?.type).toBe('reboot');
    const answered = fold(sent, {
      type: 'actions-started',
      connectionId,
      actions: [anAction()],
      value: null,
      atMs: startMs + 200,
    });
    expect(connectionIn(answered).pending.size).toBe(0);
    expect(connectionIn(answered).runningOn.get(101)).toBe('c1:9001');
    expect(connectionIn(answered).actions.get('c1:9001')?.startedBy).toBe('buoy');
  });

  it('counts as ours even if a poll sees its action before the answer comes', () => {
    expect(connectionIn(actions(sent, [anAction()], startMs + 100)).actions.get('c1:9001')?.startedBy).toBe('buoy');
  });

  it('says nothing of actions of the same kind from before, seen already or not', () => {
    const old = (id: number) => anAction({ id, type: 'rename', status: 'completed', startedAtMs: startMs - 10_800_000 });
    const renaming = fold(actions(seenOn, [old(1)], startMs - 60_000), {
      type: 'command-sent',
      connectionId,
      dropletIds: [101],
      actionType: 'rename',
      value: 'web-two',
      atMs: startMs,
    });
    const fresh = anAction({ id: 3, type: 'rename', status: 'completed', startedAtMs: startMs - 1000 });
    const after = connectionIn(actions(renaming, [fresh, old(2), old(1)], startMs + 100)).actions;
    expect(['c1:1', 'c1:2', 'c1:3'].map((key) => [after.get(key)?.startedBy, after.get(key)?.value])).toEqual([
      ['elsewhere', null],
      ['elsewhere', null],
      ['buoy', 'web-two'],
    ]);
  });

  it('leaves nothing behind if it did not start', () => {
    const after = fold(sent, { type: 'command-ended', connectionId, dropletIds: [101] });
    expect(connectionIn(after).pending.size).toBe(0);
  });
});
