import type { TrackedAction } from '../../fetched/actions.ts';
import type { CoreServices } from '../../services.ts';
import { isOpen } from '../../state/expectations.ts';
import type { Store } from '../../state/store.ts';
import type { Run } from './run.ts';

/**
 * Resolves once that row of Activity is over, and its droplet is as it left it or will not become so. A connection that is
 * removed takes its rows along.
 */
export function createUntilOver({ state }: CoreServices, subscribe: Store['subscribe']): Run['untilOver'] {
  return (key) => {
    const connection = () => state().connections.get(key.slice(0, key.indexOf(':')));
    const now = (): TrackedAction | undefined => connection()?.actions.get(key);
    const isSettled = () => ![...(connection()?.expectations.values() ?? [])].some((one) => one.actionKey === key && isOpen(one));
    return new Promise((resolve) => {
      const isOver = () => now()?.status !== 'in-progress' && isSettled();
      if (isOver()) return resolve(now());
      const unsubscribe = subscribe(() => {
        if (!isOver()) return;
        unsubscribe();
        resolve(now());
      });
    });
  };
}
