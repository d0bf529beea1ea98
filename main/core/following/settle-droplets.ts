import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Api } from '../digitalocean/api.ts';
import { getDroplet } from '../digitalocean/resources/droplets.ts';
import type { FetchedKind } from '../fetched/all.ts';
import type { Cancel, Clock } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { ConnectionState, State } from '../state/state.ts';

/**
 * Pauses in milliseconds before each look at a droplet whose action ended: the API may say "completed" before the droplet's
 * status changes (digitalocean/droplet_kit#50). They add up to 65 s, just past the 60 s for which Buoy expects a status.
 */
const looksAfterMs = [0, 5000, 10_000, 20_000, 30_000];
/** For more droplets than this at once, one listing costs fewer requests. */
const maximumSingles = 5;

export interface SettlingOptions {
  clock: Clock;
  dispatch(event: StateEvent): void;
  state(): State;
  api(connectionId: string): Outcome<Api>;
  pollNow(connectionId: string, what: FetchedKind): void;
}

/**
 * Reads a droplet again after one of its actions ended, until its status is what the action should have made it or the
 * expectation runs out. Pass `watch` to `store.subscribe`.
 */
export function createDropletSettling(options: SettlingOptions) {
  const { clock, dispatch } = options;
  const timers = new Map<string, Cancel>();

  async function look(connectionId: string, dropletId: number, attempt: number): Promise<void> {
    timers.delete(`${connectionId}:${dropletId}`);
    const api = options.api(connectionId);
    if (!api.ok) return;
    const found = await getDroplet(api.value, dropletId, { lane: 'poll' });
    const atMs = clock.now();
    if (found.ok) dispatch({ type: 'droplet-fetched', connectionId, dropletId, droplet: found.value, atMs });
    else if (found.failure.kind === 'not-found') {
      dispatch({ type: 'droplet-fetched', connectionId, dropletId, droplet: null, atMs });
    }
    if (options.state().connections.get(connectionId)?.expectations.has(dropletId)) {
      plan(connectionId, dropletId, attempt + 1);
    }
  }

  function plan(connectionId: string, dropletId: number, attempt: number): void {
    const delayMs = looksAfterMs[attempt];
    const key = `${connectionId}:${dropletId}`;
    timers.get(key)?.();
    // No further look: the expectation has ended, so the API's own status is shown again.
    if (delayMs === undefined) timers.delete(key);
    else if (delayMs === 0) void look(connectionId, dropletId, attempt);
    else
      timers.set(
        key,
        clock.after(delayMs, () => void look(connectionId, dropletId, attempt)),
      );
  }

  return {
    watch(next: State, previous: State): void {
      if (next.connections === previous.connections) return;
      for (const connection of next.connections.values()) {
        const before = previous.connections.get(connection.id);
        if (!before) continue;
        // A droplet was just seen off. The newest actions say whether somebody turned it off.
        if (connection.suspicions.size > before.suspicions.size) options.pollNow(connection.id, 'actions');
        if (before.actions === connection.actions) continue;
        const ended = endedOn(before, connection);
        if (ended.length > maximumSingles) options.pollNow(connection.id, 'droplets');
        else for (const dropletId of ended) plan(connection.id, dropletId, 0);
      }
    },
    stop(): void {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

/** Droplets on which an action that ran has ended. */
function endedOn(before: ConnectionState, after: ConnectionState): number[] {
  return [...before.runningOn].flatMap(([dropletId, key]) => {
    const action = after.actions.get(key);
    return action && action.status !== 'in-progress' ? [dropletId] : [];
  });
}
