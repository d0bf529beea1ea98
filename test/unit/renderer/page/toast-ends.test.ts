import { describe, expect, it } from 'vitest';
import { Ticker } from '../../../../renderer/page/ticker.ts';
import { endToasts } from '../../../../renderer/page/toast-ends.ts';
import { type ToastEnd, ToastStore } from '../../../../renderer/page/toasts.ts';
import { ViewStore } from '../../../../renderer/page/view-store.ts';
import { inventedNow } from '../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';
import { createFakeBridge } from '../../../doubles/page/fake-bridge.ts';

async function setUp(endsBy: ToastEnd | null) {
  const bridge = createFakeBridge(inventedView());
  let passedMs = 0;
  const now = () => inventedNow + passedMs;
  const view = new ViewStore(bridge, { now, after: () => () => {} });
  view.start();
  await new Promise(setImmediate);
  let tick: (() => void) | null = null;
  const ticker = new Ticker({
    now,
    every: (_ms, run) => {
      tick = run;
      return () => {
        tick = null;
      };
    },
    isHidden: () => false,
    onVisibility: () => {},
  });
  const toasts = new ToastStore(() => () => {}, now);
  endToasts({ view, ticker, toasts });
  toasts.show({ tone: 'failed', title: 'failed', endsBy });
  const connections = (fields: object) => {
    const set = view.rows('connections').map((row) => ({ ...row, ...fields }));
    bridge.patch({ tables: { connections: { set, remove: [] } } });
  };
  return {
    view,
    bridge,
    connections,
    isLooking: () => tick !== null,
    pass: (ms: number) => {
      passedMs += ms;
      tick?.();
    },
    isShown: () => toasts.list().length === 1,
  };
}

describe('a toast about the way to DigitalOcean', () => {
  it('ends with the next good answer, once it was there to read', async () => {
    const { connections, pass, isShown, isLooking } = await setUp({ by: 'answer' });
    pass(60_000);
    expect(isShown()).toBe(true);
    connections({ status: 'ok', lastWorkedAtMs: inventedNow + 60_000 });
    pass(9000);
    expect([isShown(), isLooking()]).toEqual([false, false]);
  });

  it('stays for eight seconds in any case, and while another team has no answer', async () => {
    const { connections, pass, isShown, view, bridge } = await setUp({ by: 'answer' });
    connections({ status: 'ok', lastWorkedAtMs: inventedNow + 1000 });
    pass(7000);
    expect(isShown()).toBe(true);
    const [first] = view.rows('connections');
    if (!first) throw new Error('no connection');
    bridge.patch({ tables: { connections: { set: [{ ...first, status: 'offline' }], remove: [] } } });
    pass(60_000);
    expect(isShown()).toBe(true);
  });
});

describe('a toast about a notice', () => {
  it.each([
    ['read', { isRead: true }],
    ['no longer true', { isRead: false, matter: 'down/x', isStillTrue: false }],
  ])('ends when the notice is %s', async (_how, fields) => {
    const { view, bridge, pass, isShown } = await setUp({ by: 'notice', key: 'n2' });
    const notice = view.row('notices', 'n2');
    if (!notice) throw new Error('no notice');
    const become = (change: object) => bridge.patch({ tables: { notices: { set: [{ ...notice, ...change }], remove: [] } } });
    become({ isRead: false, matter: 'down/x', isStillTrue: true });
    pass(60_000);
    expect(isShown()).toBe(true);
    become(fields);
    pass(9000);
    expect(isShown()).toBe(false);
  });
});

describe('a toast about a failed action', () => {
  it('ends when a later action on the same thing completed', async () => {
    const { view, bridge, pass, isShown } = await setUp({ by: 'action', key: 'hw:888' });
    pass(60_000);
    expect(isShown()).toBe(true);
    const failed = view.row('actions', 'hw:888');
    if (!failed) throw new Error('no action');
    const later = { ...failed, key: 'hw:999', status: 'completed' as const, startedAtMs: failed.startedAtMs + 1 };
    bridge.patch({ tables: { actions: { set: [later], remove: [] } } });
    pass(9000);
    expect(isShown()).toBe(false);
  });
});

describe('other toasts', () => {
  it('are left alone, and nothing looks', async () => {
    const { pass, isShown, isLooking } = await setUp(null);
    pass(600_000);
    expect([isShown(), isLooking()]).toEqual([true, false]);
  });
});
