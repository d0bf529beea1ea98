import { describe, expect, it } from 'vitest';
import { withLook } from '../../../../main/core/money/unused-since.ts';

const dayMs = 86_400_000;
const november = Date.UTC(2026, 10, 1);

describe('since when a thing is unused', () => {
  const look = (day: number, keys: string[], familyIds = ['volumes_list']) => ({ familyIds, keys, atMs: november + day * dayMs });

  it('is when it was seen so first, and no look in between found it used', () => {
    const first = withLook([], look(0, ['volumes_list:v1', 'volumes_list:v2']));
    const later = withLook(first, look(5, ['volumes_list:v1']));
    expect(later).toEqual([{ key: 'volumes_list:v1', sinceMs: november, seenMs: november + 5 * dayMs }]);
    const [again] = withLook(later, look(6, ['volumes_list:v2'])).filter(({ key }) => key === 'volumes_list:v2');
    expect(again?.sinceMs).toBe(november + 6 * dayMs);
  });

  it('begins anew where nobody looked for more than a month, and where the clock was set back', () => {
    const first = withLook([], look(0, ['volumes_list:v1']));
    expect(withLook(first, look(36, ['volumes_list:v1']))[0]?.sinceMs).toBe(november + 36 * dayMs);
    expect(withLook(first, look(-1, ['volumes_list:v1']))[0]?.sinceMs).toBe(november - dayMs);
  });

  it('stays where the list could not be read, and a second look on a day changes nothing', () => {
    const first = withLook([], look(0, ['volumes_list:v1']));
    expect(withLook(first, look(2, [], ['reservedIPs_list']))).toBe(first);
    expect(withLook(first, look(0.5, ['volumes_list:v1']))).toBe(first);
  });
});
