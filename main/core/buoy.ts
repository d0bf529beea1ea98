import type { CoreCalls } from '../../preload/contract/bridge.ts';
import { success } from '../../preload/contract/failure.ts';
import type { EventName, EventPayload } from '../../preload/contract/schema.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { TrayView } from '../../preload/contract/view.ts';
import { createCalls } from './calls.ts';
import type { CommandContext } from './commands/context.ts';
import { type Connections, createConnections } from './connections/connections.ts';
import { createOpenLive } from './connections/live.ts';
import { createWaking } from './connections/wake.ts';
import { associatedDeletion, dropletDeletion } from './following/droplet-deletion.ts';
import { createFollowers } from './following/follow-runner.ts';
import { createDropletSettling } from './following/settle-droplets.ts';
import { createGuard } from './guard.ts';
import type { HostFacts } from './host-facts.ts';
import { createEvents, createListeners } from './listeners.ts';
import { labelOf } from './names/connection-label.ts';
import { routes } from './names/routes.ts';
import { createNoticeWatch } from './notices/watch.ts';
import { createOpenApi } from './open-api.ts';
import { createOperations } from './operations/operations.ts';
import { pollingMode } from './pollers/mode.ts';
import type { Cancel, Ports } from './ports.ts';
import { createResources } from './resources/resources.ts';
import type { CoreServices } from './services.ts';
import { createPulse } from './state/pulse.ts';
import { createKeeper, type Keeper } from './state/saved/keeper.ts';
import { restore } from './state/saved/restore.ts';
import { createStore } from './state/store.ts';
import { createPublisher } from './view/publisher.ts';
import { createViewOf } from './view/view.ts';

/** A composed core: hosts draw what it says and forward what people do. */
export interface Buoy {
  /** Reads settings and connections, publishes the last view, then polls. Ends when the first view stands. */
  start(): Promise<void>;
  /** Stops polling, writes what must survive, closes every transport. Safe to call twice. */
  stop(): Promise<void>;
  /** Answers of the contract's `core` calls. Arguments must have been checked against the contract. */
  calls: CoreCalls;
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Cancel;
  /** What the tray shows now; `subscribeTray` calls only when it differs. */
  tray(): TrayView;
  subscribeTray(listener: (tray: TrayView) => void): Cancel;
  settings(): Settings;
  subscribeSettings(listener: (settings: Settings) => void): Cancel;
  /** A click on a desktop notice. */
  openNotice(key: string): void;
  /** Bytes of a kept answer, or `null` when it is unknown or too old. Ownership passes to the caller. */
  takeDownload(downloadId: string): { suggestedName: string; mediaType: string; bytes: Uint8Array } | null;
}

/**
 * Composes the core: ports in, running core out. Pollers turn answers into events, the store folds events into one state, a
 * view of that state crosses the bridge; commands travel the other way. Hosts should listen to `viewPatch` only while a page
 * is open: without a listener Buoy counts as hidden and polls more gently on battery.
 */
export function createBuoy(ports: Ports, facts: HostFacts): Buoy {
  const { clock, random, log, vault } = ports;
  const onError = (error: unknown) => log.warn(`A listener failed: ${error instanceof Error ? error.stack : String(error)}`);
  const events = createEvents(onError);
  const trayListeners = createListeners<TrayView>(onError);
  const settingsListeners = createListeners<Settings>(onError);
  const store = createStore(onError);
  const { state, dispatch } = store;

  const mode = (id: string, what: string) => pollingMode(state(), id, what, events.count('viewPatch') > 0);
  const open = createOpenLive({ clock, random, state, dispatch, mode, openApi: createOpenApi(ports) });
  let keeper: Keeper | null = null;
  const save = async (name: 'connections' | 'settings') => keeper?.write(name) ?? success(null);
  const connections: Connections = createConnections({
    ...{ clock, random, vault, state, dispatch, open },
    demo: ports.demo,
    save: () => save('connections'),
  });
  const api = connections.api;
  const canAsk = (id: string) => mode(id, 'actions') !== 'stop';
  const followers = createFollowers({ clock, log, state, dispatch, api, canAsk });
  for (const kind of [dropletDeletion, associatedDeletion]) followers.register(kind);

  const services: CoreServices = {
    ...{ clock, random, log, vault, state, dispatch, api, followers },
    settings: () => state().settings,
    connectionName(id) {
      const connection = state().connections.get(id);
      return connection ? labelOf(connection) : id;
    },
    guard: createGuard({ clock, random }),
    emit: events.emit,
  };
  const resources = createResources(services);
  const operations = createOperations(services, resources);
  const context: CommandContext = {
    ...services,
    connections,
    async refresh(id) {
      await Promise.all(connections.live(id).map((live) => live.refresh()));
    },
    async saveSettings(settings) {
      dispatch({ type: 'settings-changed', settings });
      return save('settings');
    },
  };
  const publisher = createPublisher({
    clock,
    viewOf: createViewOf(facts),
    state,
    subscribe: (listener) => store.subscribe(listener),
    onPatch: (patch) => events.emit('viewPatch', patch),
    onTray: trayListeners.tell,
  });
  const settling = createDropletSettling({
    ...{ clock, dispatch, state, api },
    pollNow(id, what) {
      for (const live of connections.live(id)) void live.pollNow(what);
    },
  });
  const pulse = createPulse(clock, dispatch);
  const onShown = (notice: Parameters<typeof ports.notifier.show>[0]) => events.emit('notice', notice);
  store.subscribe(createNoticeWatch({ clock, notifier: ports.notifier, dispatch, onShown }));
  store.subscribe(settling.watch);
  store.subscribe(createWaking(connections));
  store.subscribe(pulse.watch);
  store.subscribe((next, previous) => {
    if (next.settings !== previous.settings) settingsListeners.tell(next.settings);
  });

  let ends: Cancel[] = [];
  let stopping: Promise<void> | null = null;

  async function stopAll(): Promise<void> {
    for (const end of ends) end();
    ends = [];
    for (const part of [settling, pulse, followers, resources, operations, publisher]) part.stop();
    await connections.stop();
    await keeper?.flush();
  }

  return {
    async start() {
      const { restored, untouchable } = await restore(ports.documents, log);
      const names = new Set(untouchable.map((one) => one.name));
      keeper = createKeeper({ clock, documents: ports.documents, state, dispatch, untouchable: names });
      dispatch({ type: 'power-changed', power: ports.power.current() });
      dispatch({ type: 'network-changed', isOnline: ports.network.isOnline() });
      for (const { name, failure } of untouchable) dispatch({ type: 'storage-changed', name, failure });
      dispatch({ type: 'restored', restored });
      ends = [
        store.subscribe(keeper.watch),
        ports.power.subscribe((power) => dispatch({ type: 'power-changed', power })),
        ports.network.subscribe((isOnline) => dispatch({ type: 'network-changed', isOnline })),
      ];
      connections.load();
      followers.resume();
      publisher.start();
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
    calls: createCalls({ context, publisher, operations, resources }),
    on: events.on,
    tray: publisher.tray,
    subscribeTray: trayListeners.add,
    settings: services.settings,
    subscribeSettings: settingsListeners.add,
    openNotice(key) {
      const notice = state().notices.find((one) => one.key === key);
      dispatch({ type: 'notices-read', key });
      events.emit('navigate', { route: notice?.route ?? routes.activity });
    },
    takeDownload: operations.takeDownload,
  };
}
