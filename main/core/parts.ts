import type { Outcome } from '../../preload/contract/failure.ts';
import { createComingPart } from './coming/part.ts';
import type { CommandContext } from './commands/context.ts';
import { type Connections, createConnections } from './connections/connections.ts';
import { createOpenLive } from './connections/live.ts';
import { createCosts } from './cost/costs.ts';
import { createCredentials } from './credentials.ts';
import { fetchFile, sendFile } from './digitalocean/sending/carry-file.ts';
import type { FetchedKind } from './fetched/all.ts';
import { associatedDeletion } from './following/droplet-deletion.ts';
import { createFollowers, type RunningFollowers } from './following/follow-runner.ts';
import { createGuard } from './guard.ts';
import { createIncidentWatch, type IncidentWatch } from './incidents/watch.ts';
import { createJobs } from './jobs/jobs.ts';
import type { Events } from './listeners.ts';
import { createLogs } from './logs/logs.ts';
import { createMetrics } from './metrics/metrics.ts';
import { labelOf } from './names/connection-label.ts';
import { chosenProxy, createOpenApi } from './open-api.ts';
import { createOperations } from './operations/operations.ts';
import { pollingMode } from './pollers/mode.ts';
import type { DocumentName, Ports } from './ports.ts';
import { createResources } from './resources/resources.ts';
import type {
  ComingPart,
  CoreServices,
  CostsPart,
  JobsPart,
  LogsPart,
  MetricsPart,
  OperationsPart,
  ResourcesPart,
} from './services.ts';
import type { StateEvent } from './state/events.ts';
import type { Store } from './state/store.ts';

/** The parts of the core that live as long as the core itself. */
export interface CoreParts {
  connections: Connections;
  followers: RunningFollowers;
  resources: ResourcesPart;
  costs: CostsPart;
  operations: OperationsPart;
  jobs: JobsPart;
  incidents: IncidentWatch;
  logs: LogsPart;
  metrics: MetricsPart;
  coming: ComingPart;
  /** What commands may use. */
  context: CommandContext;
}

export interface CorePartOptions {
  ports: Ports;
  store: Store;
  events: Events;
  /** Writes one document now. Before the start it succeeds without writing. */
  save(name: DocumentName): Promise<Outcome<null>>;
  /** Writes one document as it will be after these events, and folds them only once it is written. */
  commit(name: DocumentName, events: readonly StateEvent[]): Promise<Outcome<null>>;
}

/** Creates the parts of the core and gives each one what it needs from the others. None of them runs yet. */
export function createParts({ ports, store, events, save, commit }: CorePartOptions): CoreParts {
  const { clock, random, log, vault, demo } = ports;
  const { state, dispatch } = store;
  // Buoy counts as hidden while no page listens.
  const mode = (id: string, what: FetchedKind) => pollingMode(state(), id, what, events.count('viewPatch') > 0);
  const open = createOpenLive({ clock, random, state, dispatch, mode, openApi: createOpenApi(ports, () => state().settings) });
  const connections = createConnections({
    clock,
    random,
    vault,
    demo,
    open,
    state,
    dispatch,
    commit: (changes) => commit('connections', changes),
  });
  const { api } = connections;
  // Long operations are watched under the same conditions as actions: not while paused, asleep or offline.
  const canAsk = (id: string) => mode(id, 'actions') !== 'stop';
  const followers = createFollowers({ clock, log, state, dispatch, api, canAsk });
  followers.register(associatedDeletion);

  // What commands, operations and resources share. Ports that only one part needs are not in it.
  const services: CoreServices = {
    clock,
    random,
    log,
    vault,
    state,
    dispatch,
    api,
    followers,
    settings: () => state().settings,
    connectionName(id) {
      const connection = state().connections.get(id);
      return connection ? labelOf(connection) : id;
    },
    guard: createGuard({ clock, random }),
    credentials: createCredentials(vault),
    running: new Map(),
    async fetchFile(address, reach) {
      const transport = ports.openTransport(chosenProxy(ports.systemProxy, () => state().settings));
      const fetched = await fetchFile({ transport, clock }, address, reach);
      await transport.close();
      return fetched;
    },
    async sendFile(address, bytes, reach) {
      const transport = ports.openTransport(chosenProxy(ports.systemProxy, () => state().settings));
      const sent = await sendFile({ transport, clock }, address, bytes, reach);
      await transport.close();
      return sent;
    },
    emit: events.emit,
  };
  const resources = createResources(services, (connectionId, path) => {
    const datesNow = () => state().connections.get(connectionId)?.dates;
    const before = datesNow();
    dispatch({ type: 'dates-outdated', connectionId, path, atMs: clock.now() });
    if (datesNow() !== before) for (const live of connections.live(connectionId)) void live.pollNow('dates');
  });
  const costs = createCosts(services, resources);
  const operations = createOperations(services, resources);
  const jobs = createJobs(services, resources, {
    subscribe: store.subscribe,
    keep: operations.keepDownload,
    secretBytes: ports.secretBytes,
    look(id) {
      for (const live of connections.live(id)) void live.pollNow('droplets');
    },
  });
  const incidents = createIncidentWatch({
    clock,
    demo,
    api,
    state,
    dispatch,
    subscribe: store.subscribe,
    openTransport: () => ports.openTransport(chosenProxy(ports.systemProxy, () => state().settings)),
    baseUrl: ports.baseUrl,
  });
  const logs = createLogs(services, {
    subscribe: store.subscribe,
    keep: operations.keepDownload,
    openTransport: ports.openTransport,
    openSockets: ports.openSockets,
    proxyFor: chosenProxy(ports.systemProxy, () => state().settings),
  });
  const metrics = createMetrics(services, canAsk);
  const coming = createComingPart(services, operations.keepDownload);
  const context: CommandContext = {
    ...services,
    connections,
    async refresh(id) {
      await Promise.all(connections.live(id).map((live) => live.refresh()));
    },
    async change(name, event) {
      dispatch(event);
      return save(name);
    },
  };
  return { connections, followers, resources, costs, operations, jobs, incidents, logs, metrics, coming, context };
}
