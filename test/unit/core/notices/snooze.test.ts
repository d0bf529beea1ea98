import { describe, expect, it } from 'vitest';
import { createNoticeWatch } from '../../../../main/core/notices/watch.ts';
import { createStore } from '../../../../main/core/state/store.ts';
import type { Notice } from '../../../../preload/contract/notice.ts';
import { createFakeClock, settle } from '../../../doubles/core/fake-clock.ts';
import { fetched, loadedState, nothingRestored } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';

const matter = 'down/c1:101';
const hour = 3_600_000;

/** A team that is watched, with what reached the desktop. */
async function watched() {
  const clock = createFakeClock();
  const store = createStore((error) => {
    throw error;
  });
  const shown: Notice[] = [];
  store.subscribe(
    createNoticeWatch({
      clock,
      notifier: { show: (notice) => shown.push(notice) },
      dispatch: store.dispatch,
      remember: async () => {},
      onShown: () => {},
    }),
  );
  const [connection] = loadedState().connections.values();
  if (connection === undefined) throw new Error('A loaded state has a connection');
  store.dispatch({
    type: 'restored',
    restored: { ...nothingRestored, connections: [connection] },
  });
  const see = async (status: 'active' | 'off') => {
    await clock.advance(60_000);
    store.dispatch(fetched('droplets', [aDroplet({ status })], clock.now()));
    store.dispatch(fetched('actions', [], clock.now()));
    await settle();
  };
  const snooze = async (ms: number) => {
    store.dispatch({ type: 'matter-snoozed', matter, untilMs: clock.now() + ms });
    await settle();
  };
  const timePasses = async (ms: number) => {
    await clock.advance(ms);
    store.dispatch({ type: 'time-passed', atMs: clock.now() });
    await settle();
  };
  await see('active');
  await see('off');
  return { store, shown, see, snooze, timePasses, titles: () => shown.map((notice) => notice.title) };
}

describe('a matter that is snoozed', () => {
  it('stays off the desktop, and in the history', async () => {
    const { store, see, snooze, titles } = await watched();
    expect(titles()).toEqual(['web-01 is down']);
    await snooze(hour);
    await see('active');
    await see('off');
    expect(titles()).toEqual(['web-01 is down']);
    expect(store.state().notices.map((notice) => notice.isSilent)).toEqual([true, false]);
  });

  it('is told again when the snooze ends and it still stands, with its buttons', async () => {
    const { shown, snooze, timePasses, titles } = await watched();
    await snooze(hour);
    await timePasses(hour - 1);
    expect(titles()).toHaveLength(1);
    await timePasses(1);
    expect(titles()).toEqual(['web-01 is down', 'web-01 is down']);
    expect(shown[1]?.key).not.toBe(shown[0]?.key);
    expect(shown[1]?.buttons).toEqual(shown[0]?.buttons);
    await timePasses(hour);
    expect(titles()).toHaveLength(2);
  });

  it('is not told again when it has ended meanwhile, or the person ended the snooze', async () => {
    const recovered = await watched();
    await recovered.snooze(hour);
    await recovered.see('active');
    await recovered.timePasses(hour);
    expect(recovered.titles()).toHaveLength(1);

    const ended = await watched();
    await ended.snooze(hour);
    ended.store.dispatch({ type: 'snooze-ended', matter });
    await ended.timePasses(hour);
    expect(ended.titles()).toHaveLength(1);
  });

  it('silences no other matter', async () => {
    const { store, titles, snooze } = await watched();
    store.dispatch({ type: 'snooze-ended', matter });
    await snooze(hour);
    store.dispatch({
      type: 'access-changed',
      connectionId: 'c1',
      access: { status: 'refused', failure: { kind: 'unauthorized', message: 'No.' } },
    });
    await settle();
    expect(titles()).toEqual(['web-01 is down', 'Harbour Works: token refused']);
  });
});
