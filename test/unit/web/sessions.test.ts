import { describe, expect, it } from 'vitest';
import { createSessions, type KeptSession } from '../../../main/web/sessions.ts';

const hourMs = 3_600_000;

function open(kept: readonly KeptSession[] = [], clock = { nowMs: 1_000_000 }) {
  const written: KeptSession[][] = [];
  const sessions = createSessions({ clock: { now: () => clock.nowMs }, kept, keep: (next) => void written.push([...next]) });
  const openOne = () => sessions.exchange(sessions.startKey) ?? '';
  return { sessions, written, clock, openOne };
}

describe('sessions', () => {
  it('have a start key of 256 bits that differs each time', () => {
    expect(open().sessions.startKey).toMatch(/^[\w-]{43}$/);
    expect(open().sessions.startKey).not.toBe(open().sessions.startKey);
  });

  it('give one token for the key, and never another', () => {
    const { sessions } = open();
    expect(sessions.exchange('wrong')).toBeNull();
    const token = sessions.exchange(sessions.startKey);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(sessions.exchange(sessions.startKey)).toBeNull();
    expect(sessions.isKnown(token ?? '')).toBe(true);
    expect(sessions.isKnown(sessions.startKey)).toBe(false);
    expect(sessions.isKnown('')).toBe(false);
  });

  it('are recognised after a restart by a hash that opens nothing', () => {
    const first = open();
    const token = first.openOne();
    const kept = first.written.at(-1) ?? [];
    expect(JSON.stringify(kept)).not.toContain(token);
    const second = open(kept, first.clock);
    expect(second.sessions.isKnown(token)).toBe(true);
    expect(second.sessions.isKnown(kept[0]?.hash ?? '')).toBe(false);
  });

  it('end 12 h after their last use, but not while they are used', () => {
    const { sessions, clock, openOne } = open();
    const token = openOne();
    for (let count = 0; count < 5; count += 1) {
      clock.nowMs += 11 * hourMs;
      expect(sessions.isKnown(token)).toBe(true);
    }
    clock.nowMs += 12 * hourMs + 1;
    expect(sessions.isKnown(token)).toBe(false);
    clock.nowMs -= hourMs;
    expect(sessions.isKnown(token)).toBe(false);
  });

  it('record their use at most every ten minutes', () => {
    const { sessions, clock, written, openOne } = open();
    const token = openOne();
    for (let count = 0; count < 100; count += 1) {
      clock.nowMs += 1000;
      sessions.isKnown(token);
    }
    expect(written).toHaveLength(1);
    clock.nowMs += 600_000;
    sessions.isKnown(token);
    expect(written).toHaveLength(2);
  });

  it('keep the sixteen that were used last', () => {
    const kept = Array.from({ length: 40 }, (_, index) => ({ hash: `hash-${index}`, usedAtMs: 1_000_000 }));
    const { written, openOne } = open(kept);
    openOne();
    expect(written.at(-1)).toHaveLength(16);
  });
});
