import { describe, expect, it } from 'vitest';
import { powerOnButton, showButton } from '../../../../main/core/notices/buttons.ts';
import { createPressed } from '../../../../main/core/notices/pressed.ts';
import type { ConnectionState } from '../../../../main/core/state/state.ts';
import { createStore } from '../../../../main/core/state/store.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';
import { fetched, loadedState, nothingRestored } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';

const matter = 'down/c1:101';
const powerOn = powerOnButton('c1:101');
const notice = aNotice({ key: 'n', kind: 'droplet-down', matter, buttons: [powerOn, showButton('#/activity')] });

/** Buoy as the press of a button started it: the droplet was down when it last ran, and nothing was asked yet. */
function started(fields: Partial<ConnectionState> = {}) {
  const clock = createFakeClock();
  const store = createStore((error) => {
    throw error;
  });
  const droplets = new Map([[101, aDroplet({ status: 'off' })]]);
  const [connection] = loadedState({ droplets, downs: new Map([[101, 5]]), ...fields }).connections.values();
  if (connection === undefined) throw new Error('A loaded state has a connection');
  store.dispatch({ type: 'restored', restored: { ...nothingRestored, connections: [connection], notices: [notice] } });
  const outcome: { deed?: unknown } = {};
  const press = async (index: number) => {
    void createPressed(clock, store)(notice.key, index).then((deed) => Object.assign(outcome, { deed }));
    await settle();
  };
  return { clock, store, press, outcome };
}

describe('a button that was pressed before anything was asked', () => {
  it('does what it says once its droplet was looked at and is still off', async () => {
    const { store, press, outcome } = started();
    await press(0);
    expect(outcome).toEqual({});
    store.dispatch({ type: 'access-changed', connectionId: 'c1', access: { status: 'ok', failure: null } });
    store.dispatch(fetched('droplets', [aDroplet({ status: 'off' })]));
    await settle();
    expect(outcome).toEqual({ deed: powerOn.deed });
  });

  it('does nothing if its droplet is on meanwhile', async () => {
    const { store, press, outcome } = started();
    await press(0);
    store.dispatch(fetched('droplets', [aDroplet()]));
    await settle();
    expect(outcome).toEqual({ deed: null });
  });

  it('waits ten seconds at most', async () => {
    const { clock, press, outcome } = started();
    await press(0);
    await clock.advance(9999);
    expect(outcome).toEqual({});
    await clock.advance(1);
    expect(outcome).toEqual({ deed: powerOn.deed });
    expect(clock.waiting()).toEqual([]);
  });

  it('does not wait for what cannot come', async () => {
    const { press, outcome } = started({ access: { status: 'secret-lost', failure: null } });
    await press(0);
    expect(outcome).toEqual({ deed: powerOn.deed });
  });

  it('leads somewhere at once, and marks its notice as read', async () => {
    const { store, press, outcome } = started();
    await press(1);
    expect(outcome).toEqual({ deed: { kind: 'route', route: '#/activity' } });
    expect(store.state().notices[0]?.isRead).toBe(true);
  });
});
