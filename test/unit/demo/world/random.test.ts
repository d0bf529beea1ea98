import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../../main/demo/world/random.ts';

describe('random', () => {
  it('gives the same numbers for the same parts, and others for other parts', () => {
    const tell = (...parts: (string | number)[]) => {
      const random = randomOf(...parts);
      return [random.next(), random.uuid(), random.whole(1, 1000)];
    };
    expect(tell(1, 'a')).toEqual(tell(1, 'a'));
    expect(tell(1, 'a')).not.toEqual(tell(2, 'a'));
    expect(tell('ab', 'c')).not.toEqual(tell('a', 'bc'));
  });

  it('spreads evenly between its ends, including both', () => {
    const random = randomOf('spread');
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4_000; index += 1) {
      const value = random.whole(0, 3);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(850);
  });

  it('writes UUIDs of version 4', () => {
    for (let index = 0; index < 50; index += 1) {
      expect(randomOf(index).uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('picks nothing from an empty list', () => {
    expect(() => randomOf(1).pick([])).toThrow(RangeError);
  });
});
