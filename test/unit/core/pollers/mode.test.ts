import { describe, expect, it } from 'vitest';
import { pollingMode } from '../../../../main/core/pollers/mode.ts';
import type { Access, State } from '../../../../main/core/state/state.ts';
import { loadedState } from '../../../doubles/core/states.ts';

const access = (status: Access['status']): State => loadedState({ access: { status, failure: null } });
const power = (change: Partial<State['power']>): State => ({
  ...access('ok'),
  power: { isAsleep: false, isLocked: false, isOnBattery: false, ...change },
});

describe('polling', () => {
  it.each<[string, State, boolean, string]>([
    ['runs with a working token', access('ok'), false, 'run'],
    ['runs while the token is checked', access('checking'), false, 'run'],
    ['stops without a token', access('secret-lost'), true, 'stop'],
    ['stops while the vault holds the token back', access('waiting-for-vault'), true, 'stop'],
    ['stops with a refused token', access('refused'), true, 'stop'],
    ['stops while paused', { ...access('ok'), pause: { untilMs: null } }, true, 'stop'],
    ['stops offline', { ...access('ok'), isOnline: false }, true, 'stop'],
    ['stops asleep', power({ isAsleep: true }), true, 'stop'],
    ['is gentle while locked, with or without a page', power({ isLocked: true }), true, 'gentle'],
    ['is gentle on battery without a page', power({ isOnBattery: true }), false, 'gentle'],
    ['runs on battery with a page', power({ isOnBattery: true }), true, 'run'],
  ])('%s', (_case, state, isPageOpen, expected) => {
    expect(pollingMode(state, 'c1', 'droplets', isPageOpen)).toBe(expected);
  });

  it('runs on battery if the person does not want it gentle', () => {
    const state = power({ isOnBattery: true });
    const settings = { ...state.settings, polling: { ...state.settings.polling, isGentleOnBattery: false } };
    expect(pollingMode({ ...state, settings }, 'c1', 'droplets', false)).toBe('run');
  });

  it('still reads the account with a refused token, so that a mistake corrects itself', () => {
    expect(pollingMode(access('refused'), 'c1', 'account', false)).toBe('run');
  });

  it('stops for a connection that is gone', () => {
    expect(pollingMode(access('ok'), 'c9', 'droplets', true)).toBe('stop');
  });
});
