import { describe, expect, it } from 'vitest';
import { createEvents, createListeners } from '../../../main/core/listeners.ts';

describe('listeners', () => {
  it('are called until they leave, and count separately even if they are the same function', () => {
    const listeners = createListeners<number>(() => {});
    const heard: number[] = [];
    const listen = (value: number) => void heard.push(value);
    const leave = listeners.add(listen);
    listeners.add(listen);
    listeners.tell(1);
    leave();
    leave();
    listeners.tell(2);
    expect(heard).toEqual([1, 1, 2]);
    expect(listeners.count).toBe(1);
  });

  it('are called even if one of them throws', () => {
    const errors: unknown[] = [];
    const listeners = createListeners<number>((error) => errors.push(error));
    const heard: number[] = [];
    listeners.add(() => {
      throw new Error('broken');
    });
    listeners.add((value) => void heard.push(value));
    listeners.tell(7);
    expect([heard, errors.length]).toEqual([[7], 1]);
  });
});

describe('events', () => {
  it('reach their listeners, who are counted by name', () => {
    const events = createEvents(() => {});
    const routes: string[] = [];
    events.on('navigate', ({ route }) => void routes.push(route));
    events.emit('navigate', { route: '#/droplets' });
    events.emit('streamChunk', { requestId: 'r1', text: 'x' });
    expect([routes, events.count('navigate'), events.count('viewPatch')]).toEqual([['#/droplets'], 1, 0]);
  });
});
