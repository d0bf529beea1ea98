import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../../main/core/digitalocean/api.ts';
import type { FetchedKind } from '../../../../main/core/fetched/all.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { statusOf, waitsOf } from '../../../../main/core/view/connection-status.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { connectionStatuses } from '../../../../preload/contract/view.ts';
import { connectionIn, fetched, fold, loadedState, nothingElse, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { policiesOf } from '../../../doubles/invented/invented-watching.ts';

const connectionId = 'c1';
const inAMoment = startMs + 24 * 60_000;
const failed = (kind: Failure['kind'], extra: Partial<Failure> = {}, what: FetchedKind = 'droplets'): StateEvent => ({
  type: 'fetch-failed',
  connectionId,
  what,
  failure: { kind, message: 'It failed.', ...extra },
  atMs: startMs,
});
const budget = (fields: Partial<Budget>): StateEvent => ({
  type: 'budget-changed',
  connectionId,
  budget: { limit: 5000, remaining: 400, resetAtMs: null, usedByBuoy: 9, throttled: null, held: null, queued: 0, ...fields },
});
const access = (status: 'refused' | 'waiting-for-vault' | 'secret-lost'): StateEvent => ({
  type: 'access-changed',
  connectionId,
  access: { status, failure: null },
});
const read: StateEvent = fetched('droplets', [aDroplet()]);
const well = fold(loadedState(), read, ...nothingElse(), budget({}));
const notAllowed = (what: FetchedKind, scope: string) => failed('forbidden', { scopes: [scope] }, what);
const held = budget({ held: { window: 'minute', untilMs: inAMoment } });

/** Every situation that has a status of its own, with the start of its sentence, which no other situation may have. */
const situations: [name: string, state: State, status: (typeof connectionStatuses)[number], begins: string][] = [
  ['nothing was read yet', loadedState(), 'checking', 'Asking DigitalOcean for the first time.'],
  ['all was read', well, 'ok', 'All well.'],
  [
    'the token may not read what is optional',
    fold(well, notAllowed('actions', 'actions:read'), notAllowed('policies', 'monitoring:read')),
    'ok',
    'This token may not read actions and alert policies, which needs actions:read and monitoring:read.',
  ],
  [
    'the token may not read droplets',
    fold(well, notAllowed('droplets', 'droplet:read')),
    'ok',
    'This token may not read droplets',
  ],
  ['the account may not be read, which nobody needs', fold(well, notAllowed('account', 'account:read')), 'ok', 'All well.'],
  [
    'a list has entries that say too little',
    fold(
      well,
      { ...read, leftOut: 2 } as StateEvent,
      { ...fetched('checks', []), leftOut: 1 },
      { ...fetched('policies', policiesOf([])), leftOut: 1 },
    ),
    'ok',
    '2 droplets and 1 uptime check are left out: DigitalOcean sent them without an id. 1 alert policy is left out: DigitalOcean',
  ],
  ['uptime checks fail', fold(well, failed('server-error', {}, 'checks')), 'ok', 'Not read: uptime checks.'],
  ['not all was read yet', fold(loadedState(), read), 'ok', 'Not read: actions, uptime checks and alert policies.'],
  ['a person paused', fold(well, { type: 'pause-changed', pause: { untilMs: null } }), 'paused', 'Paused'],
  ['the network is gone', fold(well, { type: 'network-changed', isOnline: false }), 'offline', 'Offline.'],
  [
    'DigitalOcean cannot be reached',
    fold(well, failed('network', { message: 'The server refused the connection.' })),
    'offline',
    'The server refused the connection. Showing data from',
  ],
  ['DigitalOcean is slow', fold(well, failed('timeout', { message: 'It took too long.' })), 'failing', 'It took too long.'],
  ['a certificate is not trusted', fold(well, failed('untrusted', { message: 'Not trusted.' })), 'failing', 'Not trusted.'],
  [
    'the last poll was answered 429',
    fold(well, failed('throttled', { retryAtMs: inAMoment })),
    'throttled',
    'DigitalOcean throttles this token until 14:32, because something else uses it too.',
  ],
  [
    'a call of a person was answered 429',
    fold(well, budget({ throttled: { untilMs: inAMoment } })),
    'throttled',
    'DigitalOcean throttles this token until 14:32, because something else uses it too.',
  ],
  [
    'DigitalOcean throttles a token that Buoy itself used most',
    fold(well, budget({ usedByBuoy: 4000, throttled: { untilMs: inAMoment } })),
    'throttled',
    'DigitalOcean throttles this token until 14:32. Settings show what used it.',
  ],
  [
    'DigitalOcean throttles, and Buoy would also have to wait',
    fold(well, budget({ throttled: { untilMs: inAMoment }, held: { window: 'minute', untilMs: inAMoment } })),
    'throttled',
    'DigitalOcean throttles this token until 14:32, because something else uses it too.',
  ],
  [
    '400 requests are left in the hour and the last poll was held back',
    fold(well, failed('held', { retryAtMs: inAMoment, window: 'poll-share' })),
    'held',
    'Buoy is waiting until 14:32 so that its polls leave the rest of the token’s requests to you. What you ask for',
  ],
  [
    'a call of a person waits for the minute',
    fold(well, held),
    'held',
    'Buoy is waiting until 14:32 to stay within DigitalOcean’s 250 requests a minute.',
  ],
  [
    'the hour is used up and only the next answer can tell',
    fold(well, budget({ held: { window: 'hour', untilMs: null } })),
    'held',
    'Buoy is waiting until DigitalOcean answers because the token’s requests for this hour are used up.',
  ],
  ['DigitalOcean fails', fold(well, failed('server-error')), 'failing', 'It failed.'],
  ['DigitalOcean fails while a call waits', fold(well, held, failed('server-error')), 'failing', 'It failed.'],
  ['the token is not accepted', fold(well, access('refused')), 'refused', 'DigitalOcean has not accepted this token since'],
  ['the keyring waits', fold(well, access('waiting-for-vault')), 'waiting-for-vault', 'Waiting for your keyring.'],
  ['the token is gone', fold(well, access('secret-lost')), 'secret-lost', 'The token is no longer in your keyring.'],
];

const textOf = (state: State) => statusOf(state, connectionIn(state), startMs);

describe('the status of a connection', () => {
  it.each(situations)('when %s', (_name, state, status, begins) => {
    expect(textOf(state)).toEqual({ status, statusText: expect.stringMatching(new RegExp(`^${begins}`)) });
  });

  it('has a situation for each of its words, and says each sentence in no other', () => {
    expect(new Set(situations.map(([, , status]) => status))).toEqual(new Set(connectionStatuses));
    for (const [, , status, begins] of situations) {
      const others = situations.filter(([, , other]) => other !== status);
      for (const [, state] of others) expect(textOf(state).statusText.startsWith(begins)).toBe(false);
    }
  });

  it('is ok again once the 429 to a person’s call is over', () => {
    const after = fold(well, budget({ throttled: { untilMs: startMs - 1 } }));
    expect(textOf(after).status).toBe('ok');
    expect(waitsOf(connectionIn(after), startMs)).toEqual({ throttled: null, held: null });
  });
});
