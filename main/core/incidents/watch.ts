import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import type { Transport } from '../digitalocean/transport-port.ts';
import type { Cancel, Clock, DemoPort } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { nothingReported, type StatusPage } from '../state/status-page.ts';
import type { Store } from '../state/store.ts';
import { readPage, statusPageUrl } from './read-page.ts';
import { familiesToRead, readUse } from './uses.ts';

/** The page's own visitors see it change within minutes; it is asked no more often, whatever else is polled. */
const intervalMs = 300_000;
/** What a team uses changes seldom. */
const usesKeptMs = 3_600_000;
/** After so many failures in a row nothing that was read before is believed any more. */
const failuresAtMost = 3;

export interface IncidentWatchOptions {
  clock: Clock;
  state(): State;
  dispatch(event: StateEvent): void;
  subscribe: Store['subscribe'];
  api(connectionId: string): Outcome<Api>;
  openTransport(): Transport;
  /** Where the API is; `null`: DigitalOcean itself. Then the status page is DigitalOcean's too. */
  baseUrl: string | null;
  demo: DemoPort | null;
}

export interface IncidentWatch {
  stop(): Promise<void>;
}

/**
 * Reads DigitalOcean's status page every five minutes, while the person wants that, and not while Buoy is paused, asleep or
 * offline. Demo teams alone have an invented page. Nothing is sent before there is a team.
 */
export function createIncidentWatch(options: IncidentWatchOptions): IncidentWatch {
  const { clock, state, dispatch, subscribe } = options;
  const uses = new Map<string, { atMs: number; regions: readonly string[] | null }>();
  let transport: Transport | null = null;
  let cancelTimer: Cancel = () => {};
  let isRunning = false;
  let isStopped = false;
  let readAtMs: number | null = null;
  let failures = 0;

  const isWanted = ({ isLoaded, isOnline, pause, power, settings, connections }: State): boolean =>
    isLoaded && isOnline && pause === null && !power.isAsleep && settings.isStatusPageRead && connections.size > 0;

  async function address(): Promise<string | null> {
    if (options.baseUrl !== null) return options.baseUrl;
    if ([...state().connections.values()].some(({ isDemo }) => !isDemo)) return statusPageUrl;
    return (await options.demo?.start().catch(() => null))?.baseUrl ?? null;
  }

  async function usesOf(families: readonly string[]): Promise<StatusPage['uses']> {
    const all = new Map<string, Map<string, readonly string[]>>();
    for (const { id } of state().connections.values()) {
      const own = new Map<string, readonly string[]>();
      for (const family of families) {
        const regions = await regionsOf(id, family);
        if (regions) own.set(family, regions);
      }
      all.set(id, own);
    }
    return all;
  }

  async function regionsOf(connectionId: string, family: string): Promise<readonly string[] | null> {
    const key = `${connectionId} ${family}`;
    const known = uses.get(key);
    const ageMs = known ? clock.now() - known.atMs : Number.POSITIVE_INFINITY;
    if (known && ageMs >= 0 && ageMs < usesKeptMs) return known.regions;
    const api = options.api(connectionId);
    const regions = api.ok ? await readUse(api.value, family) : null;
    uses.set(key, { atMs: clock.now(), regions });
    return regions;
  }

  async function look(): Promise<void> {
    const baseUrl = await address();
    if (baseUrl === null || isStopped) return;
    transport ??= options.openTransport();
    const incidents = await readPage({ transport, clock }, baseUrl);
    failures = incidents === null ? failures + 1 : 0;
    if (incidents === null) {
      if (failures >= failuresAtMost) tell(nothingReported);
      return;
    }
    tell({ incidents, uses: await usesOf(familiesToRead(incidents)) });
  }

  function tell(page: StatusPage): void {
    // The person may have switched it off meanwhile.
    if (!isStopped) dispatch({ type: 'status-page-read', page: isWanted(state()) ? page : nothingReported });
  }

  function arm(): void {
    cancelTimer();
    if (isStopped || isRunning || !isWanted(state())) return;
    const sinceMs = readAtMs === null ? intervalMs : clock.now() - readAtMs;
    // A clock that was set back must not silence it.
    const leftMs = sinceMs < 0 ? 0 : Math.max(0, intervalMs - sinceMs);
    cancelTimer = clock.after(leftMs, () => {
      isRunning = true;
      readAtMs = clock.now();
      void look().finally(() => {
        isRunning = false;
        arm();
      });
    });
  }

  const unsubscribe = subscribe((next, previous) => {
    if (isWanted(next) === isWanted(previous)) return;
    if (!next.settings.isStatusPageRead) {
      readAtMs = null;
      uses.clear();
      dispatch({ type: 'status-page-read', page: nothingReported });
    }
    arm();
  });
  arm();

  return {
    async stop() {
      isStopped = true;
      unsubscribe();
      cancelTimer();
      await transport?.close();
    },
  };
}
