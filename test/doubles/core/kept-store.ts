import type { DocumentName, Documents } from '../../../main/core/ports.ts';
import { createKeeper } from '../../../main/core/state/saved/keeper.ts';
import { restore } from '../../../main/core/state/saved/restore.ts';
import { createStore } from '../../../main/core/state/store.ts';
import { settle } from './fake-clock.ts';
import { createMemoryPorts } from './memory-ports.ts';

const openTransport = () => {
  throw new Error('Nothing is asked in this test');
};

/** A store that was filled from these documents, as JSON text by name, and the keeper that writes them. */
export async function openKeptStore(files = new Map<DocumentName, string>(), other: Partial<Documents> = {}) {
  const ports = createMemoryPorts({ openTransport, files });
  const documents = { ...ports.documents, ...other };
  const store = createStore((error) => {
    throw error;
  });
  const { restored, untouchable, kept } = await restore(documents, ports.log);
  const names = new Set(untouchable.map((one) => one.name));
  const { state, dispatch } = store;
  const keeper = createKeeper({ clock: ports.clock, documents, state, dispatch, untouchable: names, kept });
  store.dispatch({ type: 'restored', restored });
  await settle();
  store.subscribe(keeper.watch);
  return { ports, store, keeper, files, restored, untouchable };
}

/** Documents as files hold them. */
export const filesOf = (documents: Partial<Record<DocumentName, unknown>>): Map<DocumentName, string> =>
  new Map(Object.entries(documents).map(([name, value]) => [name as DocumentName, JSON.stringify(value)]));
