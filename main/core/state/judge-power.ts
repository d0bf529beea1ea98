import type { TrackedAction } from '../fetched/actions.ts';
import { change } from '../same.ts';
import type { ConnectionState, Suspicion } from './state.ts';

/**
 * An action that ended up to this long before the droplet was last seen active still explains that it is off: the API's clock
 * may differ from ours, and a droplet's status may lag behind its action.
 */
const toleranceMs = 300_000;
/** How long a droplet's status may lag behind an action that should have started it. */
const lagMs = 60_000;

/** Types of action after which a droplet is off, and types after which it is on. Other types say nothing about its power. */
const turnsOff: ReadonlySet<string> = new Set(['power_off', 'shutdown', 'destroy']);
const leavesOn: ReadonlySet<string> = new Set(['power_on', 'power_cycle', 'reboot', 'rebuild', 'restore', 'create']);

/**
 * Decides which suspicious droplets are down, that is, off although no action turned them off. Only a list of actions that was
 * requested after the droplet was seen off can decide that; until then the suspicion stays open.
 */
export function judgeSuspicions(connection: ConnectionState, requestedAtMs: number, atMs: number): ConnectionState {
  const withdrawn = withdrawExplained(connection);
  if (withdrawn.suspicions.size === 0) return withdrawn;
  const suspicions = new Map(withdrawn.suspicions);
  const downs = new Map(withdrawn.downs);
  for (const [id, suspicion] of withdrawn.suspicions) {
    if (requestedAtMs < suspicion.seenOffAtMs) continue;
    const verdict = judge(suspicion, actionsOf(withdrawn, id), atMs);
    if (verdict === 'undecided') continue;
    suspicions.delete(id);
    if (verdict === 'down') downs.set(id, suspicion.seenOffAtMs);
  }
  if (suspicions.size === withdrawn.suspicions.size) return withdrawn;
  return { ...withdrawn, suspicions, downs: downs.size === withdrawn.downs.size ? withdrawn.downs : downs };
}

/** A droplet that somebody turned off after it went down is no longer down, only off. */
function withdrawExplained(connection: ConnectionState): ConnectionState {
  if (connection.downs.size === 0) return connection;
  const left = [...connection.downs].filter(([id, sinceMs]) => {
    return !actionsOf(connection, id).some((one) => turnsOff.has(one.type) && endOf(one) > sinceMs);
  });
  return change(connection, { downs: left.length === connection.downs.size ? connection.downs : new Map(left) });
}

/**
 * `undecided`: an action still runs, or one that should have started the droplet has only just ended. `explained`: the last
 * action turned it off. `down`: no action explains it.
 */
function judge(suspicion: Suspicion, actions: readonly TrackedAction[], atMs: number): 'down' | 'explained' | 'undecided' {
  if (actions.some((action) => action.status === 'in-progress')) return 'undecided';
  const [last] = actions.filter(
    (action) => action.status === 'completed' && (turnsOff.has(action.type) || leavesOn.has(action.type)),
  );
  if (!last || endOf(last) < suspicion.lastActiveAtMs - toleranceMs) return 'down';
  if (turnsOff.has(last.type)) return 'explained';
  return endOf(last) > atMs - lagMs ? 'undecided' : 'down';
}

const endOf = (action: TrackedAction): number => action.completedAtMs ?? action.startedAtMs;

/** Newest first, as the state keeps them. */
function actionsOf(connection: ConnectionState, dropletId: number): TrackedAction[] {
  const id = String(dropletId);
  return [...connection.actions.values()].filter((action) => action.resourceType === 'droplet' && action.resourceId === id);
}
