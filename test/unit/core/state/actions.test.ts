import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../main/core/digitalocean/resources/actions.ts';
import { usual } from '../../../../main/core/state/durations.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const connectionId = 'c1';
const actions = (state: State, all: Action[], atMs: number): State => fold(state, fetched('actions', all, atMs));
const withDroplet = fold(loadedState(), fetched('droplets', [aDroplet()]));
const ended = (id: number, tookMs: number, fields: Partial<Action> = {}): Action =>
  anAction({ id, status: 'completed', startedAtMs: startMs + id, completedAtMs: startMs + id + tookMs, ...fields });

describe('actions in the state', () => {
  it('are kept newest first, with the current or last name of their droplet', () => {
    const seen = actions(withDroplet, [ended(1, 10), ended(2, 10)], startMs);
    expect([...connectionIn(seen).actions.keys()]).toEqual(['c1:2', 'c1:1']);
    const gone = fold(seen, fetched('droplets', []));
    const later = actions(gone, [ended(1, 10), ended(2, 10)], startMs);
    expect(connectionIn(later).actions.get('c1:1')?.resourceName).toBe('web-01');
  });

  it('get the name of their droplet when it becomes known later', () => {
    const early = actions(loadedState(), [anAction({ id: 5 })], startMs);
    expect(connectionIn(early).actions.get('c1:5')?.resourceName).toBe('');
    const droplets = [aDroplet()];
    const named = fold(early, fetched('droplets', droplets));
    expect(connectionIn(named).actions.get('c1:5')).toMatchObject({ resourceName: 'web-01', sizeSlug: 's-2vcpu-4gb' });
  });

  it('change nothing if a poll returns the same again', () => {
    const seen = actions(withDroplet, [ended(1, 10), anAction({ id: 5 })], startMs);
    const again = actions(seen, [ended(1, 10), anAction({ id: 5 })], startMs + 5000);
    expect(connectionIn(again).actions).toBe(connectionIn(seen).actions);
    expect(again.durations).toBe(seen.durations);
  });

  it('are kept while they run, even if they are no longer on the page, and up to 300 after they ended', () => {
    const running = anAction({ id: 1, startedAtMs: startMs - 86_400_000 });
    let state = actions(withDroplet, [running], startMs);
    for (let page = 0; page < 3; page += 1) {
      const all = Array.from({ length: 200 }, (_, index) => ended(1000 + page * 200 + index, 10));
      state = actions(state, all, startMs);
    }
    const kept = [...connectionIn(state).actions.values()];
    expect(kept.filter((action) => action.status === 'completed')).toHaveLength(300);
    expect(kept.at(-1)?.key).toBe('c1:1');
  });

  it('stay ended if an older answer arrives late', () => {
    const done = actions(withDroplet, [ended(1, 10)], startMs);
    const late = actions(done, [anAction({ id: 1 })], startMs);
    expect(connectionIn(late).actions.get('c1:1')?.status).toBe('completed');
    expect(connectionIn(late).runningOn.size).toBe(0);
  });

  it('teach how long their kind takes, once each', () => {
    const page = [ended(1, 20_000), ended(2, 30_000), ended(3, 40_000, { status: 'errored' })];
    const seen = actions(actions(withDroplet, page, startMs), page, startMs + 60_000);
    const kind = { type: 'reboot', regionSlug: 'fra1', sizeSlug: 's-2vcpu-4gb' };
    expect(seen.durations.get('reboot/fra1/s-2vcpu-4gb')).toEqual([20_000, 30_000]);
    expect(usual(seen.durations, kind)?.usualMs).toBe(25_000);
  });

  it('keep the times of volumes apart from those of droplets', () => {
    const page = [
      ended(1, 1000, { type: 'resize', resourceType: 'volume' }),
      ended(2, 1000, { type: 'resize', resourceType: 'volume' }),
    ];
    const seen = actions(withDroplet, page, startMs);
    expect(usual(seen.durations, { type: 'resize', regionSlug: 'fra1', sizeSlug: null })).toBeNull();
  });

  it('are slow once they run far longer than usual, and stay so until they end', () => {
    const learned = actions(withDroplet, [ended(1, 20_000), ended(2, 22_000)], startMs);
    const running = anAction({ id: 9, startedAtMs: startMs });
    const early = actions(learned, [running], startMs + 60_000);
    expect(connectionIn(early).actions.get('c1:9')?.isSlow).toBe(false);
    const late = fold(early, { type: 'time-passed', atMs: startMs + 90_000 });
    expect(connectionIn(late).actions.get('c1:9')?.isSlow).toBe(true);
  });
});

describe('an action that never ends', () => {
  const hourMs = 3_600_000;
  it('counts as over with an unknown result after three days, also while the API still lists it as running', () => {
    const running = anAction({ id: 9, startedAtMs: startMs });
    const before = actions(withDroplet, [running], startMs + 72 * hourMs);
    expect(connectionIn(before).actions.get('c1:9')?.status).toBe('in-progress');
    const after = fold(before, { type: 'time-passed', atMs: startMs + 73 * hourMs });
    expect([connectionIn(after).actions.get('c1:9')?.status, connectionIn(after).runningOn.size]).toEqual(['unknown', 0]);
    expect(connectionIn(actions(after, [running], startMs + 74 * hourMs)).actions.get('c1:9')?.status).toBe('unknown');
  });

  it('is told right when the API says later how it ended', () => {
    const lost = actions(withDroplet, [anAction({ id: 9, startedAtMs: startMs })], startMs + 80 * hourMs);
    expect(connectionIn(actions(lost, [ended(9, 1000)], startMs + 81 * hourMs)).actions.get('c1:9')?.status).toBe('completed');
  });
});

describe('access', () => {
  it.each(['unauthorized', 'forbidden'] as const)('is not refused by one read that ends in %s', (kind) => {
    const failure = { kind, message: 'No.' };
    const failed = { type: 'fetch-failed', connectionId, what: 'balance', failure, atMs: startMs } as const;
    expect(connectionIn(fold(withDroplet, failed)).access.status).toBe('ok');
  });

  it('that was refused is back with the first read that is answered', () => {
    const failure = { kind: 'unauthorized', message: 'No.' } as const;
    const refused = fold(withDroplet, { type: 'access-changed', connectionId, access: { status: 'refused', failure } });
    expect(connectionIn(refused).access).toEqual({ status: 'refused', failure });
    expect(connectionIn(actions(refused, [], startMs + 1)).access.status).toBe('ok');
  });
});

describe('events of a connection that is gone', () => {
  it('change nothing', () => {
    const gone = fold(withDroplet, { type: 'connection-removed', connectionId });
    expect(actions(gone, [anAction()], startMs)).toBe(gone);
    expect(fold(gone, { type: 'fetch-started', connectionId, what: 'droplets' })).toBe(gone);
  });

  it('remove its pins', () => {
    const pinned = { ...withDroplet, settings: { ...withDroplet.settings, pinned: ['c1:101', 'c2:7'] } };
    expect(fold(pinned, { type: 'connection-removed', connectionId }).settings.pinned).toEqual(['c2:7']);
  });
});

describe('a pause', () => {
  it('ends by itself when its time has come', () => {
    const paused = fold(withDroplet, { type: 'pause-changed', pause: { untilMs: startMs + 1000 } });
    expect(fold(paused, { type: 'time-passed', atMs: startMs + 999 }).pause).not.toBeNull();
    expect(fold(paused, { type: 'time-passed', atMs: startMs + 1000 }).pause).toBeNull();
    const open = fold(withDroplet, { type: 'pause-changed', pause: { untilMs: null } });
    expect(fold(open, { type: 'time-passed', atMs: startMs + 1e12 }).pause).not.toBeNull();
  });
});
