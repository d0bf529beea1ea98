import { describe, expect, it } from 'vitest';
import { createPulse } from '../../../../main/core/state/pulse.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { createFakeClock } from '../../../doubles/core/fake-clock.ts';
import { fetched, fold, loadedState } from '../../../doubles/core/states.ts';
import { anAction } from '../../../doubles/invented/facts.ts';

const minute = 60_000;

function watched() {
  const clock = createFakeClock();
  const begun = clock.now();
  const beats: number[] = [];
  const pulse = createPulse(clock, (event) => {
    if (event.type === 'time-passed') beats.push(event.atMs - begun);
  });
  return { clock, pulse, beats, begun };
}

const snoozed = (untilMs: number): State => fold(loadedState(), { type: 'matter-snoozed', matter: 'down/c1:101', untilMs });

describe('the pulse', () => {
  it('beats when a snooze ends, and not before', async () => {
    const { clock, pulse, beats, begun } = watched();
    pulse.watch(snoozed(begun + 30 * minute));
    await clock.advance(29 * minute);
    expect(beats).toEqual([]);
    await clock.advance(minute);
    expect(beats).toEqual([30 * minute]);
  });

  it('waits for the first answers if the snooze ended while Buoy was not running', async () => {
    const { clock, pulse, beats, begun } = watched();
    pulse.watch(snoozed(begun - minute));
    await clock.advance(14_000);
    expect(beats).toEqual([]);
    await clock.advance(1000);
    expect(beats).toEqual([15_000]);
  });

  it('comes sooner when an action starts during a snooze', async () => {
    const { clock, pulse, beats, begun } = watched();
    const state = snoozed(begun + 60 * minute);
    pulse.watch(state);
    pulse.watch(fold(state, fetched('actions', [anAction()])));
    await clock.advance(15_000);
    expect(beats).toEqual([15_000]);
  });

  it('does not wait longer because the state changes again and again', async () => {
    const { clock, pulse, beats } = watched();
    const state = fold(loadedState(), fetched('actions', [anAction()]));
    for (let change = 0; change < 3; change += 1) {
      pulse.watch(state);
      await clock.advance(5000);
    }
    expect(beats).toEqual([15_000]);
  });

  it('is still while nothing depends on time', async () => {
    const { clock, pulse, beats } = watched();
    pulse.watch(loadedState());
    await clock.advance(60 * minute);
    expect(beats).toEqual([]);
  });
});
