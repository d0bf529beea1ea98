import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSessions, type KeptSession, type Sessions } from '../../../main/web/sessions.ts';

const hourMs = 3_600_000;
const sign = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url');

function open(kept: readonly KeptSession[] = [], clock = { nowMs: 1_000_000 }, port = 4820) {
  const written: KeptSession[][] = [];
  const sessions = createSessions({ clock: { now: () => clock.nowMs }, kept, keep: (next) => void written.push([...next]) });
  sessions.listenOn(port);
  const openOne = () => sessions.exchange(passOf(sessions, 'start', sessions.startKey));
  const openPass = () => {
    const one = openOne();
    return one === null ? '' : passOf(sessions, one.session, one.key);
  };
  return { sessions, written, clock, openOne, openPass };
}

/** What a page sends to this run of the host; '' when the host does not know the session. */
function passOf(sessions: Sessions, session: string, key: string): string {
  const proof = sessions.prove(session, 'a challenge');
  return proof === null ? '' : sign(key, `buoy page\n${proof.run}`);
}

describe('sessions', () => {
  it('have a start key of 256 bits that differs each time', () => {
    expect(open().sessions.startKey).toMatch(/^[\w-]{43}$/);
    expect(open().sessions.startKey).not.toBe(open().sessions.startKey);
  });

  it('give one session for the key, and never another', async () => {
    const { sessions, openOne } = open();
    expect(sessions.exchange('wrong')).toBeNull();
    expect(sessions.exchange(sessions.startKey)).toBeNull();
    const one = openOne();
    await sessions.whenOpened;
    expect(one).toEqual({ session: expect.stringMatching(/^[\w-]{16}$/), key: expect.stringMatching(/^[\w-]{43}$/) });
    expect(openOne()).toBeNull();
    expect(sessions.isKnown(passOf(sessions, one?.session ?? '', one?.key ?? ''))).toBe(true);
    for (const wrong of [one?.key ?? '', one?.session ?? '', sessions.startKey, '']) expect(sessions.isKnown(wrong)).toBe(false);
  });

  it('prove the host by the key, the challenge and the run', () => {
    const { sessions, openOne } = open();
    const { session = '', key = '' } = openOne() ?? {};
    const proved = sessions.prove(session, 'c1');
    expect(proved?.proof).toBe(sign(key, `buoy host\nc1\n${proved?.run}`));
    expect(sessions.prove(session, 'c2')?.proof).not.toBe(proved?.proof);
    expect(sessions.prove('another', 'c1')).toBeNull();
  });

  it('are recognised after a restart, but not by a pass of the run before', () => {
    const first = open();
    const { session = '', key = '' } = first.openOne() ?? {};
    const pass = passOf(first.sessions, session, key);
    expect(first.sessions.isKnown(pass)).toBe(true);
    const second = open(first.written.at(-1), first.clock);
    expect(second.sessions.isKnown(pass)).toBe(false);
    expect(second.sessions.isKnown(passOf(second.sessions, session, key))).toBe(true);
  });

  it('count on their own port alone, where nobody else could listen meanwhile', () => {
    const first = open();
    const { session = '', key = '' } = first.openOne() ?? {};
    const second = open(first.written.at(-1), first.clock, 4821);
    expect(second.sessions.prove(session, 'c')).toBeNull();
    expect(second.sessions.isKnown(sign(key, `buoy page\n${second.sessions.prove('start', 'c')?.run}`))).toBe(false);
  });

  it('end 12 h after their last use, but not while they are used', () => {
    const { sessions, clock, openPass } = open();
    const pass = openPass();
    for (let count = 0; count < 5; count += 1) {
      clock.nowMs += 11 * hourMs;
      expect(sessions.isKnown(pass)).toBe(true);
    }
    clock.nowMs += 12 * hourMs + 1;
    expect(sessions.isKnown(pass)).toBe(false);
    clock.nowMs -= hourMs;
    expect(sessions.isKnown(pass)).toBe(false);
  });

  it('record their use at most every ten minutes', () => {
    const { sessions, clock, written, openPass } = open();
    const pass = openPass();
    for (let count = 0; count < 100; count += 1) {
      clock.nowMs += 1000;
      sessions.isKnown(pass);
    }
    expect(written).toHaveLength(1);
    clock.nowMs += 600_000;
    sessions.isKnown(pass);
    expect(written).toHaveLength(2);
  });

  it('keep the sixteen that were used last', () => {
    const kept = Array.from({ length: 40 }, (_, index) => ({
      session: `session-${index}`,
      key: `key-${index}`,
      port: 4820,
      usedAtMs: 1_000_000,
    }));
    const { written, openOne } = open(kept);
    openOne();
    expect(written.at(-1)).toHaveLength(16);
  });
});
