import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce } from '../../../../main/core/state/reduce.ts';
import { initialState, type State } from '../../../../main/core/state/state.ts';
import { anyEvent, anyHistory } from '../../../doubles/core/random-events.ts';
import { fold } from '../../../doubles/core/states.ts';

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part);
  return value;
}

/** What must be true for every state, whatever happened. */
function expectSound(state: State): void {
  for (const connection of state.connections.values()) {
    const { droplets, actions, runningOn } = connection;
    for (const map of [connection.downs, connection.suspicions, connection.expectations]) {
      for (const id of map.keys()) expect(droplets.has(id)).toBe(true);
    }
    for (const id of connection.downs.keys()) expect(droplets.get(id)?.status).toBe('off');
    const running = [...actions.values()].filter(
      (action) => action.status === 'in-progress' && action.resourceType === 'droplet',
    );
    expect(new Set(runningOn.keys())).toEqual(new Set(running.map((action) => Number(action.resourceId))));
    const starts = [...actions.values()].map((action) => action.startedAtMs);
    expect(starts).toEqual(starts.toSorted((one, other) => other - one));
  }
}

describe('the reducer', () => {
  it('never changes a state that it was given', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        history.reduce((state, event) => frozen(reduce(state, frozen(event))), frozen(initialState));
      }),
    );
  });

  it('keeps the state consistent, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        history.reduce((state, event) => {
          const next = reduce(state, event);
          expectSound(next);
          return next;
        }, initialState);
      }),
    );
  });

  it('returns the same object for an event that says nothing new', () => {
    fc.assert(
      fc.property(anyHistory, anyEvent, (history, event) => {
        const once = fold(initialState, ...history, event);
        const twice = reduce(once, structuredClone(event));
        // A connection that is added again starts over, and a command that is sent again is a new command.
        fc.pre(event.type !== 'connection-added' && event.type !== 'command-sent');
        const idle = [
          'connection-removed',
          'connection-renamed',
          'network-changed',
          'pause-changed',
          'fetch-started',
          'command-ended',
        ];
        if (idle.includes(event.type)) expect(twice).toBe(once);
        expect([...twice.connections.keys()]).toEqual([...once.connections.keys()]);
        for (const [id, connection] of twice.connections) {
          expect(connection.droplets).toBe(once.connections.get(id)?.droplets);
          expect(connection.balance).toBe(once.connections.get(id)?.balance);
        }
      }),
    );
  });
});
