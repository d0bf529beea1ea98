import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../../main/core/digitalocean/sending/fault.ts';
import { maximumAttempts, pauseBeforeRepeat } from '../../../../../main/core/digitalocean/sending/repeats.ts';

const status = (code: number): Fault => ({
  type: 'status',
  status: code,
  headers: {},
  error: { id: null, message: null, requestId: null },
  throttledUntilMs: code === 429 ? 5 : null,
});
const broke = (reason: Extract<Fault, { type: 'transport' }>['reason'], wasSent: boolean): Fault => ({
  type: 'transport',
  reason,
  wasSent,
  through: null,
  proxyStatus: null,
});
const proxied = (proxyStatus: number): Fault => ({
  type: 'transport',
  reason: 'proxy-refused',
  wasSent: false,
  through: 'proxy:1',
  proxyStatus,
});

const table: [name: string, fault: Fault, isReadRepeated: boolean, isChangeRepeated: boolean][] = [
  ['429', status(429), true, true],
  ['a proxy that wants a password', proxied(407), false, false],
  ['a proxy that cannot connect', proxied(502), true, true],
  ['500', status(500), true, false],
  ['502', status(502), true, false],
  ['503', status(503), true, false],
  ['504', status(504), true, false],
  ['501', status(501), false, false],
  ['401', status(401), false, false],
  ['404', status(404), false, false],
  ['422', status(422), false, false],
  ['a refused connection', broke('refused', false), true, true],
  ['a connection that was never made', broke('connect-timeout', false), true, true],
  ['an unreachable server', broke('unreachable', false), true, true],
  ['a reset after sending', broke('reset', true), true, false],
  ['a reset before sending', broke('reset', false), true, true],
  ['an untrusted certificate', broke('tls', false), false, false],
  ['late headers', { type: 'timeout', phase: 'headers' }, true, false],
  ['a late body', { type: 'timeout', phase: 'answer' }, true, false],
  ['a cut body', { type: 'cut', status: 200 }, true, false],
  ['an unparsable body', { type: 'unparsable', status: 200 }, true, false],
  ['a body over the cap', { type: 'too-large', status: 200 }, false, false],
  ['the deadline', { type: 'ended', reason: 'deadline', wasSent: true }, false, false],
  ['a caller who aborts', { type: 'ended', reason: 'aborted', wasSent: false }, false, false],
  ['a spent budget', { type: 'unsent', reason: 'deadline', wait: { by: 'minute', untilMs: 5, left: '' } }, false, false],
];

describe('pauseBeforeRepeat', () => {
  it.each(table)('after %s', (_name, fault, isReadRepeated, isChangeRepeated) => {
    const pause = (isRead: boolean) => pauseBeforeRepeat({ attempt: 1, fault, isRead, random: 0.5 });
    expect(pause(true) !== null).toBe(isReadRepeated);
    expect(pause(false) !== null).toBe(isChangeRepeated);
  });

  it('gives up after four requests', () => {
    const pauses = [1, 2, 3, 4].map((attempt) => pauseBeforeRepeat({ attempt, fault: status(503), isRead: true, random: 0 }));
    expect(pauses.map((pause) => pause !== null)).toEqual([true, true, true, false]);
    expect(maximumAttempts).toBe(4);
  });

  it('waits longer each time, between half and all of the full pause', () => {
    const pause = (attempt: number, random: number) => pauseBeforeRepeat({ attempt, fault: status(500), isRead: true, random });
    expect([1, 2, 3].map((attempt) => pause(attempt, 0))).toEqual([125, 250, 500]);
    expect([1, 2, 3].map((attempt) => pause(attempt, 0.999))).toEqual([250, 500, 1000]);
  });

  it('adds nothing to the wait that a 429 asked for', () => {
    expect(pauseBeforeRepeat({ attempt: 1, fault: status(429), isRead: false, random: 0.5 })).toBe(0);
  });
});
