import { describe, expect, it } from 'vitest';
import { Turns } from '../../../../../main/core/digitalocean/sending/turns.ts';

describe('Turns', () => {
  const heavy = 1_000_000;

  it('does light work at once', () => {
    expect(new Turns(() => {}).take(100, () => 'done')).toBe('done');
  });

  it('does one heavy piece per turn, in order', async () => {
    const turns: (() => void)[] = [];
    const queue = new Turns((run) => void turns.push(run));
    const done: number[] = [];
    const all = [1, 2, 3].map((piece) => queue.take(heavy, () => done.push(piece)));
    const seen: number[] = [];
    while (turns.length > 0) {
      turns.shift()?.();
      seen.push(done.length);
    }
    await Promise.all(all);
    expect(seen).toEqual([1, 2, 3]);
    expect(done).toEqual([1, 2, 3]);
  });

  it('rejects with what the work throws, and continues', async () => {
    const queue = new Turns((run) => void setImmediate(run));
    const broken = queue.take(heavy, () => {
      throw new Error('broken');
    });
    const fine = queue.take(heavy, () => 'fine');
    await expect(broken).rejects.toThrow('broken');
    await expect(fine).resolves.toBe('fine');
  });
});
