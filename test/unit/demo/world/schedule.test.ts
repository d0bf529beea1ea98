import { describe, expect, it } from 'vitest';
import { createSchedule } from '../../../../main/demo/world/schedule.ts';

describe('the schedule', () => {
  it('runs what is due in order of time, and in order of planning at the same time', () => {
    const schedule = createSchedule(0);
    const ran: string[] = [];
    for (const [at, name] of [
      [30, 'c'],
      [10, 'a'],
      [20, 'b1'],
      [20, 'b2'],
      [99, 'late'],
    ] as const)
      schedule.at(at, () => ran.push(name));
    schedule.settle(30);
    expect(ran).toEqual(['a', 'b1', 'b2', 'c']);
    schedule.settle(98);
    expect(ran).not.toContain('late');
    schedule.settle(99);
    expect(ran.at(-1)).toBe('late');
  });

  it('runs at the planned moments, including those that are planned meanwhile', () => {
    const schedule = createSchedule(0);
    const moments: number[] = [];
    const again = () => {
      moments.push(schedule.moment());
      if (moments.length < 4) schedule.at(schedule.moment() + 5, again);
    };
    schedule.at(10, again);
    schedule.settle(100);
    expect(moments).toEqual([10, 15, 20, 25]);
    expect(schedule.moment()).toBe(100);
  });

  it('keeps thousands in order', () => {
    const schedule = createSchedule(0);
    const ran: number[] = [];
    for (let index = 0; index < 5_000; index += 1) {
      const at = (index * 7_919) % 5_003;
      schedule.at(at, () => ran.push(at));
    }
    schedule.settle(6_000);
    expect(ran).toHaveLength(5_000);
    expect(ran).toEqual(ran.toSorted((one, other) => one - other));
  });
});
