import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../../main/core/digitalocean/api.ts';
import type { FetchedKind } from '../../../../main/core/fetched/all.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { initialState, type State } from '../../../../main/core/state/state.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import type { TrayView } from '../../../../preload/contract/view.ts';
import { connectionIn, fetched, fold, loadedState, nothingElse, startMs } from '../../../doubles/core/states.ts';
import { trayText } from '../../../doubles/core/tray-text.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';
import { aBalance, aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const trayOf = (state: State, nowMs = startMs): TrayView =>
  createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities })(state, nowMs).singles
    .tray;

const connectionId = 'c1';
const droplets = (...all: ReturnType<typeof aDroplet>[]): StateEvent => fetched('droplets', all);
const actions = (atMs: number, ...all: ReturnType<typeof anAction>[]): StateEvent => fetched('actions', all, atMs);
const failed = (kind: Failure['kind'], extra = {}, what: FetchedKind = 'droplets'): StateEvent => ({
  type: 'fetch-failed',
  connectionId,
  what,
  failure: { kind, message: 'It failed.', ...extra },
  atMs: startMs,
});
const budgeted = (fields: Partial<Budget> = {}): StateEvent => ({
  type: 'budget-changed',
  connectionId,
  budget: { limit: 5000, remaining: 400, resetAtMs: null, usedByBuoy: 9, throttled: null, held: null, queued: 0, ...fields },
});
const well = fold(
  loadedState(),
  droplets(aDroplet(), aDroplet({ id: 102, name: 'api-01', publicV6: [] })),
  ...nothingElse(),
  fetched('balance', aBalance()),
);

describe('the first lines and their remedies', () => {
  const first = (state: State, nowMs = startMs) => {
    const tray = trayOf(state, nowMs);
    const [title, head, line, next] = trayText(tray);
    expect([line, tray.menu[0]?.id]).toEqual(['---', 'head']);
    return [tray.face, title, head, next];
  };

  it.each<[string, State, string[]]>([
    ['before the first read', initialState, ['busy', 'Buoy | Starting', '# Buoy', 'Open Buoy']],
    [
      'without a connection',
      { ...initialState, isLoaded: true },
      ['signed-out', 'No account yet | Add a token, or look around on the demo account', '# No account yet', 'Add a token…'],
    ],
    [
      'with the only token refused',
      fold(well, { type: 'access-changed', connectionId, access: { status: 'refused', failure: null } }),
      ['signed-out', 'Token refused | Harbour Works · last worked 14:08', '# Token refused · read just now', 'Replace token…'],
    ],
    [
      'waiting for the keyring',
      fold(well, { type: 'access-changed', connectionId, access: { status: 'waiting-for-vault', failure: null } }),
      ['signed-out', 'Waiting for your keyring | Harbour Works', '# Waiting for your keyring · read just now', 'Try now'],
    ],
    [
      'with a lost token',
      fold(well, { type: 'access-changed', connectionId, access: { status: 'secret-lost', failure: null } }),
      ['signed-out', 'Token lost | Harbour Works · no longer in your keyring', '# Token lost · read just now', 'Replace token…'],
    ],
    [
      'paused until a time',
      fold(well, { type: 'pause-changed', pause: { untilMs: startMs + 52 * 60_000 } }),
      ['paused', 'Paused until 15:00 | No requests, no notices', '# Paused until 15:00 · read just now', 'Resume now'],
    ],
    [
      'throttled by a 429 of DigitalOcean',
      fold(well, budgeted(), failed('throttled', { retryAtMs: startMs + 24 * 60_000 })),
      [
        'throttled',
        'Throttled until 14:32 | By DigitalOcean: something else uses this token',
        '# Throttled until 14:32 · read just now',
        'What uses it?',
      ],
    ],
    [
      'throttled though Buoy itself made most of the requests',
      fold(well, budgeted({ usedByBuoy: 4000 }), failed('throttled', { retryAtMs: startMs + 24 * 60_000 })),
      ['throttled', 'Throttled until 14:32 | By DigitalOcean', '# Throttled until 14:32 · read just now', 'What uses it?'],
    ],
    [
      'with a network that does not lead to DigitalOcean',
      fold(well, failed('network')),
      [
        'offline',
        'DigitalOcean is not reached | Showing data from just now',
        '# DigitalOcean is not reached · read just now',
        'Try now',
      ],
    ],
    [
      'with a token that may not read alert policies',
      fold(well, failed('forbidden', { scopes: ['monitoring:read'] }, 'policies')),
      [
        'ok',
        'No problem seen | 2 droplets · updated just now · not read: alert policies',
        '# No problem seen · read just now',
        '# Droplets',
      ],
    ],
    [
      'held by the share of polls',
      fold(well, budgeted(), failed('held', { retryAtMs: startMs + 24 * 60_000, window: 'poll-share' })),
      [
        'ok',
        'Waiting until 14:32 to stay within limits | 2 droplets · updated just now',
        '# Waiting until 14:32 to stay within limits · read just now',
        '# Droplets',
      ],
    ],
    [
      'held for what a person asked',
      fold(well, budgeted({ held: { window: 'minute', untilMs: null } })),
      [
        'ok',
        'Waiting to stay within limits | 2 droplets · updated just now',
        '# Waiting to stay within limits · read just now',
        '# Droplets',
      ],
    ],
  ])('%s', (_case, state, expected) => {
    expect(first(state)).toEqual(expected);
  });

  it('say throttled or waiting only if that is true for every team, and problems come before waiting', () => {
    const both = fold(well, { type: 'connection-added', connection: { ...connectionIn(well), id: 'c2' } });
    const throttled = budgeted({ throttled: { untilMs: startMs + 60_000 } });
    const held = budgeted({ held: { window: 'minute', untilMs: startMs + 60_000 } });
    const ofOther = (event: StateEvent) => ({ ...event, connectionId: 'c2' }) as StateEvent;
    const faces = (...events: StateEvent[]) =>
      first(fold(both, ...events))
        .slice(0, 2)
        .join(': ')
        .split(' |')[0];
    expect(faces(throttled)).toBe('ok: No problem seen');
    expect(faces(throttled, ofOther(throttled))).toBe('throttled: Throttled until 14:09');
    expect(faces(throttled, ofOther(held))).toBe('ok: No problem seen');
    expect(faces(held)).toBe('ok: No problem seen');
    expect(faces(held, ofOther(held))).toBe('ok: Waiting until 14:09 to stay within limits');
    expect(faces(held, ofOther(held), droplets(aDroplet({ status: 'off' })), actions(startMs + 1))).toBe(
      'attention: 1 needs attention',
    );
  });

  it('say how old the data is while offline', () => {
    const offline = fold(well, { type: 'network-changed', isOnline: false });
    expect(first(offline, startMs + 14 * 60_000)).toEqual([
      'offline',
      'Offline | Showing data from 14 min ago',
      '# Offline · read 14 min ago',
      'Try now',
    ]);
    expect(first(fold(well, failed('network')), startMs + 14 * 60_000)[0]).toBe('offline');
  });

  it.each<[Failure['kind'], string]>([
    ['server-error', 'DigitalOcean has trouble answering'],
    ['timeout', 'DigitalOcean takes too long to answer'],
    ['intercepted', 'Something in between answers'],
    ['untrusted', 'The connection cannot be trusted'],
    ['bad-answer', 'Not everything could be read'],
    ['http-error', 'Not everything could be read'],
  ])('say what keeps Buoy from reading: %s', (kind, title) => {
    const lines = first(fold(well, failed(kind)));
    expect([lines[0], lines[2]]).toEqual(['attention', `# ${title} · read just now`]);
  });

  it('say no more than that not everything was read when teams fail in different ways', () => {
    const both = fold(well, { type: 'connection-added', connection: { ...connectionIn(well), id: 'c2' } });
    const mixed = fold(both, failed('server-error'), { ...failed('timeout'), connectionId: 'c2' } as StateEvent);
    expect(first(mixed)[2]).toBe('# Not everything could be read · read just now');
  });

  it('show problems before what runs, with their age and their remedy', () => {
    const down = fold(well, droplets(aDroplet({ status: 'off' })), actions(startMs + 1, anAction({ id: 7, resourceId: 102 })));
    const tray = trayOf(down, startMs + 6 * 60_000);
    expect([tray.face, tray.badge]).toEqual(['attention', '1']);
    const text = trayText(tray);
    expect(text.slice(0, 7)).toEqual([
      '1 needs attention | 1 droplet · updated 6 min ago',
      '# 1 needs attention · read 6 min ago',
      '---',
      '# Needs attention',
      'web-01 is down · 6 min',
      '  Power on',
      '  Show in Buoy',
    ]);
    expect(text.indexOf('# Running')).toBeGreaterThan(text.indexOf('# Needs attention'));
  });

  it('show what runs, with an estimate learned from before', () => {
    const done = (id: number) =>
      anAction({ id, status: 'completed', startedAtMs: startMs - 600_000, completedAtMs: startMs - 570_000 });
    const busy = fold(well, actions(startMs, done(1), done(2), anAction({ id: 3, startedAtMs: startMs })));
    const tray = trayOf(busy, startMs + 10_000);
    expect(tray.face).toBe('busy');
    expect(trayText(tray).slice(0, 5)).toEqual([
      '1 action running | 2 droplets · updated just now',
      '# 1 action running · read just now',
      '---',
      '# Running',
      'Rebooting web-01 · 20 s left',
    ]);
    expect(trayText(tray)).toContain('  (Rebooting)');
    expect(trayText(trayOf(busy, startMs + 50_000))).toContain('Rebooting web-01 · longer than usual');
  });
});
