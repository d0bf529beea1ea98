import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { getDroplet } from '../digitalocean/resources/droplets.ts';
import type { FetchedKind } from '../fetched/all.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import { isOpen } from '../state/expectations.ts';
import type { ConnectionState, State } from '../state/state.ts';

/**
 * Pauses in milliseconds before each look at a droplet whose action ended: the API may say "completed" before the droplet's
 * status changes (digitalocean/droplet_kit#50), and a shutdown takes its time. The last look comes just before Buoy no longer
 * waits for a droplet to stop.
 */
const looksAfterMs = [0, 5000, 10_000, 20_000, 30_000, 30_000, 24_000];
/** For more droplets than this at once, one listing costs fewer requests. */
const maximumSingles = 5;

export interface SettlingOptions {
  clock: Clock;
  dispatch(event: StateEvent): void;
  state(): State;
  api(connectionId: string): Outcome<Api>;
  pollNow(connectionId: string, what: FetchedKind): Promise<void>;
}

/** Droplets whose actions ended at the same time, which are looked at together. */
interface Batch {
  connectionId: string;
  dropletIds: Set<number>;
  cancel: Cancel;
}

/**
 * Reads a droplet again after one of its actions ended, until its status is what the action should have made it or the
 * expectation runs out. Pass `watch` to `store.subscribe`.
 */
export function createDropletSettling(options: SettlingOptions) {
  const { clock, dispatch } = options;
  const batches = new Set<Batch>();

  async function look(batch: Batch, attempt: number): Promise<void> {
    const { connectionId, dropletIds } = batch;
    if (dropletIds.size > maximumSingles) await options.pollNow(connectionId, 'droplets');
    else await Promise.all([...dropletIds].map((dropletId) => read(connectionId, dropletId)));
    // Nobody waits for the others any more.
    const expectations = options.state().connections.get(connectionId)?.expectations;
    for (const id of dropletIds) {
      const expected = expectations?.get(id);
      if (expected === undefined || !isOpen(expected)) dropletIds.delete(id);
    }
    plan(batch, attempt + 1);
  }

  async function read(connectionId: string, dropletId: number): Promise<void> {
    const api = options.api(connectionId);
    if (!api.ok) return;
    const found = await getDroplet(api.value, dropletId, { lane: 'poll' });
    const atMs = clock.now();
    if (found.ok) dispatch({ type: 'droplet-fetched', connectionId, dropletId, droplet: found.value, atMs });
    else if (found.failure.kind === 'not-found') {
      dispatch({ type: 'droplet-fetched', connectionId, dropletId, droplet: null, atMs });
    }
  }

  function plan(batch: Batch, attempt: number): void {
    const delayMs = looksAfterMs[attempt];
    // Without a further look the expectation ends, so the API's own status is shown again.
    if (delayMs === undefined || batch.dropletIds.size === 0 || !batches.has(batch)) batches.delete(batch);
    else if (delayMs === 0) void look(batch, attempt);
    else batch.cancel = clock.after(delayMs, () => void look(batch, attempt));
  }

  /** Looks at these droplets from now on. An earlier batch that holds one of them leaves it to this one. */
  function begin(connectionId: string, ended: readonly number[]): void {
    for (const batch of batches) {
      if (batch.connectionId === connectionId) for (const id of ended) batch.dropletIds.delete(id);
    }
    const batch: Batch = { connectionId, dropletIds: new Set(ended), cancel: () => {} };
    batches.add(batch);
    plan(batch, 0);
  }

  return {
    watch(next: State, previous: State): void {
      if (next.connections === previous.connections) return;
      for (const connection of next.connections.values()) {
        const before = previous.connections.get(connection.id);
        if (!before) continue;
        // A droplet was just seen off. The newest actions say whether somebody turned it off.
        if (connection.suspicions.size > before.suspicions.size) void options.pollNow(connection.id, 'actions');
        if (before.actions === connection.actions) continue;
        const ended = endedOn(before, connection);
        if (ended.length > 0) begin(connection.id, ended);
      }
    },
    stop(): void {
      for (const batch of batches) batch.cancel();
      batches.clear();
    },
  };
}

/** Droplets on which an action has just ended. */
function endedOn(before: ConnectionState, after: ConnectionState): number[] {
  const ended = [...before.runningOn].flatMap(([dropletId, key]) => {
    const action = after.actions.get(key);
    return action && action.status !== 'in-progress' ? [dropletId] : [];
  });
  const expected = [...after.expectations].flatMap(([dropletId, { actionKey }]) =>
    before.expectations.get(dropletId)?.actionKey === actionKey ? [] : [dropletId],
  );
  return [...new Set([...ended, ...expected])];
}
