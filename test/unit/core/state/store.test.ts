import { describe, expect, it } from 'vitest';
import { createStore } from '../../../../main/core/state/store.ts';
import { settle } from '../../../doubles/core/fake-clock.ts';

describe('the store', () => {
  it('notifies once per turn, with the state before the first of its events', async () => {
    const store = createStore(() => {});
    const told: [boolean, boolean][] = [];
    store.subscribe((state, previous) => void told.push([state.isOnline, previous.isOnline]));
    store.dispatch({ type: 'demo-changed', isOpen: true });
    store.dispatch({ type: 'network-changed', isOnline: false });
    expect(store.state().isOnline).toBe(false);
    await settle();
    expect(told).toEqual([[false, true]]);
  });

  it('does not notify about events that change nothing', async () => {
    const store = createStore(() => {});
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.dispatch({ type: 'network-changed', isOnline: true });
    await settle();
    expect(told).toBe(0);
  });

  it('makes another round for what listeners dispatch', async () => {
    const store = createStore(() => {});
    const told: boolean[] = [];
    store.subscribe((state) => {
      told.push(state.isDemoOpen);
      if (!state.isDemoOpen) store.dispatch({ type: 'demo-changed', isOpen: true });
    });
    store.dispatch({ type: 'network-changed', isOnline: false });
    await settle();
    expect(told).toEqual([false, true]);
  });

  it('notifies the others when a listener throws', async () => {
    const errors: unknown[] = [];
    const store = createStore((error) => errors.push(error));
    let told = 0;
    store.subscribe(() => {
      throw new Error('broken');
    });
    store.subscribe(() => {
      told += 1;
    });
    store.dispatch({ type: 'network-changed', isOnline: false });
    await settle();
    expect([told, errors.length]).toEqual([1, 1]);
  });
});
