import { describe, expect, it } from 'vitest';
import { newConnection, type State } from '../../../../main/core/state/state.ts';
import { createMonthRows, overallMonth } from '../../../../main/core/view/months.ts';
import { fetched, fold, loadedState } from '../../../doubles/core/states.ts';
import { aBalance } from '../../../doubles/invented/facts.ts';

const beside = (state: State, id: string, isDemo = false): State =>
  fold(state, { type: 'connection-added', connection: newConnection({ id, label: id, isDemo, isForThisRunOnly: false }) });
const balance = (state: State, connectionId: string, fields: Parameters<typeof aBalance>[0]): State =>
  fold(state, { ...fetched('balance', aBalance(fields)), connectionId });

describe('the month of several teams', () => {
  const two = beside(loadedState(), 'c2');

  it('is their exact sum, and says which teams are in it', () => {
    const state = balance(balance(two, 'c1', { monthToDateUsage: '0.10' }), 'c2', { monthToDateUsage: '0.20' });
    expect(overallMonth(state)).toMatchObject({ usedUsd: '0.3', connectionIds: ['c1', 'c2'], missingIds: [] });
    expect([...createMonthRows()(state).keys()]).toEqual(['c1', 'c2', 'all']);
  });

  it('names a team whose balance is not known, or still of the month before', () => {
    const one = balance(two, 'c1', { monthToDateUsage: '5', generatedAtMs: Date.UTC(2026, 11, 1, 0, 5) });
    expect(overallMonth(one)).toMatchObject({ usedUsd: '5', missingIds: ['c2'] });
    const turning = balance(one, 'c2', { monthToDateUsage: '900', generatedAtMs: Date.UTC(2026, 10, 30, 23, 55) });
    expect(overallMonth(turning)).toMatchObject({ usedUsd: '5', connectionIds: ['c1'], missingIds: ['c2'] });
  });

  it('has no forecast while one of them has none, and none from a balance without a day', () => {
    const state = balance(balance(two, 'c1', {}), 'c2', { isDated: false });
    expect(overallMonth(state)?.forecast).toBeNull();
    const rows = createMonthRows()(state);
    expect([rows.get('c1')?.forecast === null, rows.get('c2')?.forecast, rows.get('all')?.isDated]).toEqual([false, null, false]);
  });

  it('counts the demo account only where there is no other, and holds the one limit against the whole', () => {
    const demo = balance(balance(beside(loadedState(), 'd1', true), 'c1', { monthToDateUsage: '80' }), 'd1', {});
    const limited = { ...demo, settings: { ...demo.settings, spendThresholdUsd: 100 } };
    expect(overallMonth(limited)).toMatchObject({ connectionIds: ['c1'], limit: { usd: '100', usedShare: 0.8 } });
    const rows = createMonthRows()(limited);
    expect([rows.get('c1')?.limit?.usd, rows.get('d1')?.limit]).toEqual(['100', null]);
  });

  it('stays the same object while nothing changes', () => {
    const rows = createMonthRows();
    const state = balance(two, 'c1', {});
    expect(rows({ ...state })).toBe(rows({ ...state }));
  });
});
