import type { CoreCalls } from '../../preload/contract/bridge.ts';
import { type Failure, success } from '../../preload/contract/failure.ts';
import type { Notice, NoticeDeed } from '../../preload/contract/notice.ts';
import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { TrayView } from '../../preload/contract/view.ts';
import { createCalls } from './calls.ts';
import { createWaking } from './connections/wake.ts';
import { createDropletSettling } from './following/settle-droplets.ts';
import type { HostFacts } from './host-facts.ts';
import { createEvents, createListeners } from './listeners.ts';
import { routes } from './names/routes.ts';
import { createPressed } from './notices/pressed.ts';
import { createNoticeWatch, type NoticeWatchOptions } from './notices/watch.ts';
import { type CoreParts, createParts } from './parts.ts';
import type { Cancel, Ports } from './ports.ts';
import { createPulse } from './state/pulse.ts';
import { createKeeper, type Keeper } from './state/saved/keeper.ts';
import { restore } from './state/saved/restore.ts';
import { createStore, type Store } from './state/store.ts';
import { type Closing, closingOf } from './view/closing.ts';
import { createPublisher } from './view/publisher.ts';
import { createViewOf } from './view/view.ts';

/** A composed core: hosts draw what it says and forward what people do. */
export interface Buoy {
  /** Reads settings and connections, publishes the last view, then starts to poll. Resolves once the first view is published. */
  start(): Promise<void>;
  /**
   * Stops polling, closes every transport and writes what must survive a restart. Resolves with why some of it could not be
   * written, for hosts to say. Safe to call twice.
   */
  stop(): Promise<Failure[]>;
  /** Answers the contract's `core` calls. Hosts must check the arguments against the contract first. */
  calls: CoreCalls;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Cancel;
  /** What the tray shows now. `subscribeTray` calls its listener only when that changes. */
  tray(): TrayView;
  subscribeTray(listener: (tray: TrayView) => void): Cancel;
  /** What closing the window does now. */
  closing(): Closing;
  settings(): Settings;
  subscribeSettings(listener: (settings: Settings) => void): Cancel;
  /** The person clicked a desktop notice: marks it as read and shows its place in the window. Unknown keys lead to Activity. */
  openNotice(key: string): void;
  /**
   * The person pressed a button of a desktop notice: marks the notice as read, and returns what the button does. `null`: the
   * notice is no longer in the history, or what it says is over.
   */
  pressNotice(key: string, index: number): Promise<NoticeDeed | null>;
  /** The history, newest first. */
  notices(): readonly Notice[];
  /** Hands over the bytes of a stored answer, once. `null`: the id is unknown, was taken already, or is over ten minutes old. */
  takeDownload(downloadId: string): { suggestedName: string; mediaType: string; bytes: Uint8Array } | null;
}

/**
 * Composes the core from a host's ports. Pollers turn answers into events, the store folds events into one state, and a view
 * of that state crosses the bridge; commands travel the other way. A host should listen to `viewPatch` only while a page is
 * open: without a listener Buoy counts as hidden and polls less often on battery.
 */
export function createBuoy(ports: Ports, facts: HostFacts): Buoy {
  const { clock, log } = ports;
  const onError = (error: unknown) => log.warn(`A listener failed: ${error instanceof Error ? error.stack : String(error)}`);
  const events = createEvents(onError);
  const trayListeners = createListeners<TrayView>(onError);
  const settingsListeners = createListeners<Settings>(onError);
  const store = createStore(onError);
  const { state, dispatch } = store;
  // Null until `start` has read the documents: writing earlier would replace them with an empty state.
  let keeper: Keeper | null = null;
  const parts = createParts({
    ports,
    store,
    events,
    save: async (name) => keeper?.write(name) ?? success(null),
    async commit(name, changes) {
      if (keeper) return keeper.commit(name, changes);
      for (const event of changes) dispatch(event);
      return success(null);
    },
  });
  const publisher = createPublisher({
    clock,
    viewOf: createViewOf(facts),
    state,
    subscribe: (listener) => store.subscribe(listener),
    onPatch: (patch) => events.emit('viewPatch', patch),
    onTray: trayListeners.tell,
  });
  const watchers = watch(ports, store, parts, {
    // The history knows what was told. The view knows since when it is so, by which it is told from what is new.
    remember: () => Promise.all([keeper?.write('history'), keeper?.write('last-view')]),
    onShown: (notice) => events.emit('notice', notice),
  });
  store.subscribe((next, previous) => {
    if (next.settings !== previous.settings) settingsListeners.tell(next.settings);
  });

  let ends: Cancel[] = [];
  let stopping: Promise<Failure[]> | null = null;

  /** Documents are written last, when nothing changes the state any more. */
  async function stopAll(): Promise<Failure[]> {
    for (const end of ends) end();
    ends = [];
    const { followers, resources, costs, operations, jobs, logs, metrics, incidents, connections } = parts;
    for (const part of [watchers, followers, resources, costs, operations, jobs, metrics, publisher]) part.stop();
    await Promise.all([incidents.stop(), logs.stop(), connections.stop()]);
    return (await keeper?.flush()) ?? [];
  }

  return {
    async start() {
      keeper = await restoreInto(store, ports);
      ends = [
        store.subscribe(keeper.watch),
        ports.power.subscribe((power) => dispatch({ type: 'power-changed', power })),
        ports.network.subscribe((isOnline) => dispatch({ type: 'network-changed', isOnline })),
        ports.tray.subscribe((isShown) => dispatch({ type: 'tray-changed', isShown })),
      ];
      parts.connections.load();
      parts.followers.resume();
      publisher.start();
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
    calls: createCalls({ ...parts, publisher }),
    on: events.on,
    tray: publisher.tray,
    subscribeTray: trayListeners.add,
    closing: () => closingOf(state()),
    settings: () => state().settings,
    subscribeSettings: settingsListeners.add,
    openNotice(key) {
      const notice = state().notices.find((one) => one.key === key);
      dispatch({ type: 'notices-read', keys: [key] });
      events.emit('navigate', { route: notice?.route ?? routes.activity });
    },
    pressNotice: createPressed(clock, store),
    notices: () => state().notices,
    takeDownload: parts.operations.takeDownload,
  };
}

/** Starts everything that reacts to changes of the state: notices, re-reading droplets after actions, pollers, the pulse. */
function watch(
  { clock, notifier }: Ports,
  { state, dispatch, subscribe }: Store,
  { connections }: CoreParts,
  telling: Pick<NoticeWatchOptions, 'remember' | 'onShown'>,
): { stop(): void } {
  const settling = createDropletSettling({
    clock,
    dispatch,
    state,
    api: connections.api,
    async pollNow(id, what) {
      await Promise.all([...connections.live(id)].map((live) => live.pollNow(what)));
    },
  });
  const pulse = createPulse(clock, dispatch);
  subscribe(createNoticeWatch({ clock, notifier, dispatch, ...telling }));
  subscribe(settling.watch);
  subscribe(createWaking(connections));
  subscribe(pulse.watch);
  return {
    stop() {
      settling.stop();
      pulse.stop();
    },
  };
}

/** Fills the state from the documents of the last run. Returns the keeper, which writes those documents from now on. */
async function restoreInto({ state, dispatch }: Store, ports: Ports): Promise<Keeper> {
  const { clock, documents, log, power, network, tray } = ports;
  const { restored, untouchable, kept } = await restore(documents, log);
  dispatch({ type: 'power-changed', power: power.current() });
  dispatch({ type: 'network-changed', isOnline: network.isOnline() });
  dispatch({ type: 'tray-changed', isShown: tray.isShown() });
  for (const { name, failure } of untouchable) dispatch({ type: 'storage-changed', name, failure });
  dispatch({ type: 'restored', restored });
  return createKeeper({ clock, documents, state, dispatch, kept, untouchable: new Set(untouchable.map((one) => one.name)) });
}
