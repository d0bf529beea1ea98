import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchedKinds } from '../../../../main/core/fetched/all.ts';
import type { PinState } from '../../../../main/core/fetched/pins.ts';
import { shareOf, staleAfterMs, wantedIntervalMs } from '../../../../main/core/pollers/intervals.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { pinKey } from '../../../../preload/contract/pin-key.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';
import { aCheck, aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const connectionId = 'c1';
const state = loadedState();
const running = (startedAtMs: number): StateEvent => fetched('actions', [anAction({ startedAtMs })]);
const wanted = (from: typeof state, what: Parameters<typeof wantedIntervalMs>[2], nowMs = startMs) =>
  wantedIntervalMs(from, connectionIn(from), what, nowMs);

const aPin = (at: number): PinState => {
  const key = pinKey({ connectionId, familyId: `family-${at}`, parent: {}, id: 'x' });
  return {
    key,
    itemId: 'x',
    name: 'x',
    state: null,
    about: '',
    address: '',
    region: '',
    readAtMs: 0,
    isGone: false,
    failure: null,
    row: null,
  };
};

describe('intervals', () => {
  it('are those of the design while nothing runs', () => {
    expect(
      (['droplets', 'actions', 'account', 'balance', 'checks', 'uptime', 'policies', 'alerts', 'reservedIps'] as const).map(
        (what) => wanted(state, what) / 1000,
      ),
    ).toEqual([60, 60, 3600, 3600, 1200, 300, 1200, 300, 1200]);
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

  it('of uptime checks and alert policies are closer or further apart as the person wants to watch', () => {
    const paced = (watching: 'sparing' | 'close') => ({
      ...state,
      settings: { ...state.settings, polling: { ...state.settings.polling, watching } },
    });
    expect([wanted(paced('sparing'), 'uptime'), wanted(paced('close'), 'alerts')]).toEqual([600_000, 120_000]);
  });

  it('use at most a fifth of the hour together, whatever there is to watch', () => {
    const size = fc.constantFrom(0, 1, 20, 100, 1000, 10_000);
    const pace = fc.constantFrom('sparing', 'usual', 'close');
    fc.assert(
      fc.property(
        size,
        fc.nat(60),
        fc.nat(60),
        pace,
        fc.constantFrom(30, 60, 900),
        fc.nat(2),
        (droplets, checks, policies, watching, seconds, pinned) => {
          const polling = { ...state.settings.polling, watching, intervalSeconds: seconds };
          const full = fold(
            { ...state, settings: { ...state.settings, polling } },
            fetched(
              'droplets',
              Array.from({ length: droplets }, (_, id) => aDroplet({ id })),
            ),
            fetched(
              'checks',
              Array.from({ length: checks }, (_, id) => aCheck({ id: `u${id}` })),
            ),
            fetched(
              'pins',
              Array.from({ length: pinned }, (_, at) => aPin(at)),
            ),
            fetched('policies', policiesOf(Array.from({ length: policies }, (_, id) => aPolicy({ uuid: `p${id}` })))),
          );
          const connection = connectionIn(full);
          const needed = fetchedKinds.map((what) => {
            const share = shareOf(full, connection, what);
            // What always costs the same needs no more than its interval asks for.
            if (what === 'pins') return pinned === 0 ? 0 : share;
            return what === 'droplets'
              ? Math.min(share, Math.ceil((Math.max(1, Math.ceil(droplets / 200)) * 3600) / seconds))
              : share;
          });
          expect(needed.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1000);
        },
      ),
      { numRuns: 60 },
    );
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
