import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../../main/core/view/condition.ts';
import { connectionIn, fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const on = fold(loadedState(), fetched('droplets', [aDroplet()]), fetched('actions', []));
/** Droplet 101 after an action of that type was seen running and then completed. */
function endedAs(type: string) {
  const action = anAction({ type, startedAtMs: startMs });
  const done = { ...action, status: 'completed' as const, completedAtMs: startMs + 5000 };
  return fold(on, fetched('actions', [action], startMs + 1000), fetched('actions', [done], startMs + 6000));
}
const conditionIn = (state: ReturnType<typeof endedAs>) => {
  const connection = connectionIn(state);
  return conditionOf(connection, connection.droplets.get(101) ?? aDroplet());
};

describe('the condition of a droplet right after an action', () => {
  it('is off once it was powered off, although the API lags', () => {
    expect(conditionIn(endedAs('power_off'))).toMatchObject({ condition: 'off', status: 'off' });
  });

  it('is shutting down after a shutdown, because that was only passed on, until it is seen off', () => {
    const told = endedAs('shutdown');
    expect(conditionIn(told)).toMatchObject({ condition: 'running', conditionText: 'Shutting down', status: 'active' });
    const seenOn = fold(told, fetched('droplets', [aDroplet()], startMs + 20_000));
    expect(conditionIn(seenOn)).toMatchObject({ conditionText: 'Shutting down' });
    const off = fold(seenOn, fetched('droplets', [aDroplet({ status: 'off' })], startMs + 40_000));
    expect(conditionIn(off)).toMatchObject({ condition: 'off', status: 'off' });
  });

  it('is active again two minutes after a shutdown that did nothing', () => {
    const waited = fold(endedAs('shutdown'), { type: 'time-passed', atMs: startMs + 6000 + 120_000 });
    expect(conditionIn(waited)).toMatchObject({ condition: 'active', status: 'active' });
  });
});
