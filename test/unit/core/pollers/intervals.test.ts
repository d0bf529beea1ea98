import { describe, expect, it } from 'vitest';
import { definitions } from '../../../../main/core/fetched/all.ts';
import { staleAfterMs, wantedIntervalMs } from '../../../../main/core/pollers/intervals.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const connectionId = 'c1';
const state = loadedState();
const running = (startedAtMs: number): StateEvent => fetched('actions', [anAction({ startedAtMs })]);
const wanted = (from: typeof state, what: Parameters<typeof wantedIntervalMs>[2], nowMs = startMs) =>
  wantedIntervalMs(from, connectionIn(from), what, nowMs);

describe('intervals', () => {
  it('are those of the design while nothing runs', () => {
    expect(
      (['droplets', 'actions', 'account', 'balance', 'uptime', 'alerts', 'reservedIps'] as const).map(
        (what) => wanted(state, what) / 1000,
      ),
    ).toEqual([60, 60, 3600, 3600, 300, 600, 1200]);
  });

  it('of actions shrink to five seconds while one runs, whoever started it, and grow the longer it runs', () => {
    const busy = fold(state, running(startMs));
    expect([0, 200_000, 700_000].map((ms) => wanted(busy, 'actions', startMs + ms))).toEqual([5000, 10_000, 30_000]);
    expect(wanted(busy, 'droplets')).toBe(60_000);
  });

  it('of actions shrink while a command is on its way', () => {
    const sent = fold(state, {
      type: 'command-sent',
      connectionId,
      dropletIds: [1],
      actionType: 'reboot',
      value: null,
      atMs: startMs,
    });
    expect(wanted(sent, 'actions')).toBe(5000);
  });

  it('of reserved addresses shrink for a minute after one was moved', () => {
    const moved = anAction({ type: 'assign_ip', resourceType: 'reserved_ip', status: 'completed', completedAtMs: startMs });
    const after = fold(state, fetched('actions', [moved]));
    expect([0, 59_000, 60_000].map((ms) => wanted(after, 'reservedIps', startMs + ms) / 1000)).toEqual([30, 30, 1200]);
    expect(wanted(fold(state, running(startMs)), 'reservedIps')).toBe(1_200_000);
  });

  it('are those that the person chose', () => {
    const slow = { ...state, settings: { ...state.settings, polling: { ...state.settings.polling, intervalSeconds: 900 } } };
    expect((['droplets', 'actions', 'uptime', 'alerts', 'balance'] as const).map((what) => wanted(slow, what) / 1000)).toEqual([
      900, 900, 900, 900, 3600,
    ]);
  });

  it('use at most a fifth of the hour together', () => {
    expect(Object.values(definitions).reduce((sum, { sharePerHour }) => sum + sharePerHour, 0)).toBeLessThanOrEqual(1000);
  });
});

describe('staleness', () => {
  it('begins when three polls were missed', () => {
    expect(staleAfterMs(state, connectionIn(state), 'droplets')).toBe(180_000);
  });

  it('takes into account the pace that a large team can afford', () => {
    const droplets = Array.from({ length: 10_000 }, (_, id) => aDroplet({ id }));
    const large = fold(state, fetched('droplets', droplets));
    expect(staleAfterMs(large, connectionIn(large), 'droplets')).toBeGreaterThan(900_000);
  });

  it('takes gentle polling into account', () => {
    const locked = { ...state, power: { ...state.power, isLocked: true } };
    expect(staleAfterMs(locked, connectionIn(locked), 'droplets')).toBe(900_000);
  });
});
