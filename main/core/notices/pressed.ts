import type { NoticeDeed } from '../../../preload/contract/notice.ts';
import type { Clock } from '../ports.ts';
import type { ConnectionState } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { pressedDeed } from '../view/notice-buttons.ts';

/** How long a button that started Buoy waits for the keychain and the first answers. */
const patienceMs = 10_000;

/**
 * What a button of a desktop notice does, for `Buoy.pressNotice`. A press may be what started Buoy: whether the notice is
 * still true is decided once its connection was asked again, or cannot be, and at the latest after ten seconds.
 */
export function createPressed(clock: Clock, store: Pick<Store, 'state' | 'dispatch' | 'subscribe'>) {
  return async (key: string, index: number): Promise<NoticeDeed | null> => {
    const notice = store.state().notices.find((one) => one.key === key);
    store.dispatch({ type: 'notices-read', keys: [key] });
    if (notice?.buttons[index]?.deed.kind === 'command') await untilAsked(clock, store, notice.connectionId ?? '');
    return pressedDeed(store.state(), clock.now(), key, index);
  };
}

function untilAsked(clock: Clock, { state, subscribe }: Pick<Store, 'state' | 'subscribe'>, connectionId: string): Promise<void> {
  const isDone = () => isAsked(state().connections.get(connectionId));
  if (isDone()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      unsubscribe();
      cancel();
      resolve();
    };
    const unsubscribe = subscribe(() => isDone() && end());
    const cancel = clock.after(patienceMs, end);
  });
}

/** Whether the connection is known in this run: its droplets were read, or something keeps them from being read. */
function isAsked(connection: ConnectionState | undefined): boolean {
  switch (connection?.access.status) {
    case 'checking':
      return false;
    case 'waiting-for-vault':
      return connection.access.failure !== null;
    case 'ok':
      return !connection.fetches.droplets.isFetching;
    default:
      return true;
  }
}
