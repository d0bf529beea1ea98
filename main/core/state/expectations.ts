import type { TrackedAction } from '../fetched/actions.ts';
import { change } from '../same.ts';
import type { ConnectionState, Expectation } from './state.ts';

/** How long a droplet's status may lag behind its finished action, in milliseconds (digitalocean/droplet_kit#50). */
const lagMs = 60_000;
/** How long a droplet may take to stop after it was told to, in milliseconds. */
export const stoppingMs = 120_000;
/** How much older than the last look an end may be and still be new: clocks differ, and a look may miss the latest end. */
const overlapMs = 120_000;

/** The status that a droplet should have after a finished action of each type. Other types do not change it. */
const statusAfter: Readonly<Record<string, Expectation['status']>> = {
  power_on: 'active',
  power_cycle: 'active',
  reboot: 'active',
  restore: 'active',
  rebuild: 'active',
  power_off: 'off',
  shutdown: 'off',
};

/**
 * Whether a completed action of that type only passed a request on to the droplet's own system, which may refuse it or take its
 * time.
 */
export const isRequest = (type: string): boolean => type === 'shutdown';

/** The status that this action should have given its droplet; `null`: it says nothing about that. */
export function statusAfterAction({ type, status, resourceType }: TrackedAction): Expectation['status'] | null {
  const isMeant = status === 'completed' && resourceType === 'droplet' && Object.hasOwn(statusAfter, type);
  return isMeant ? (statusAfter[type] ?? null) : null;
}

/** Whether the action ended since Buoy last looked, where `before` is its connection as it was then. */
export function hasJustEnded(before: ConnectionState, action: TrackedAction): boolean {
  if (action.status === 'in-progress') return false;
  const known = before.actions.get(action.key);
  if (known !== undefined) return known.status === 'in-progress';
  const lookedAtMs = before.fetches.actions.fetchedAtMs;
  return lookedAtMs !== null && (action.completedAtMs ?? 0) > lookedAtMs - overlapMs;
}

/** Notes what an action that just ended should have made of its droplet. Only a look at the droplet tells whether it did. */
export function expectAfter(
  before: ConnectionState,
  expectations: Map<number, Expectation>,
  action: TrackedAction,
  atMs: number,
): void {
  const status = statusAfterAction(action);
  const droplet = before.droplets.get(Number(action.resourceId));
  if (status === null || !droplet) return;
  const untilMs = atMs + (isRequest(action.type) ? stoppingMs : lagMs);
  expectations.set(droplet.id, { status, actionKey: action.key, sinceMs: atMs, untilMs, found: null });
}

/** Whether it is still to be seen that the droplet is as expected. */
export const isOpen = ({ status, found }: Expectation): boolean => found !== status;

/** Compares what is expected with a look at the droplets that was asked for at `requestedAtMs` and answered at `atMs`. */
export function checkExpectations(connection: ConnectionState, requestedAtMs: number, atMs: number): ConnectionState {
  const { expectations, droplets } = expireExpectations(connection, atMs);
  const next = new Map(expectations);
  for (const [id, expected] of expectations) {
    const found = requestedAtMs < expected.sinceMs ? null : (droplets.get(id)?.status ?? null);
    if (found !== null) next.set(id, change(expected, { found }));
  }
  const isSame = [...next].every(([id, expected]) => connection.expectations.get(id) === expected);
  return isSame && next.size === connection.expectations.size ? connection : { ...connection, expectations: next };
}

/** Removes expectations that came true or ran out. */
export function expireExpectations(connection: ConnectionState, atMs: number): ConnectionState {
  if (connection.expectations.size === 0) return connection;
  const left = [...connection.expectations].filter(([, expected]) => isOpen(expected) && expected.untilMs > atMs);
  return left.length === connection.expectations.size ? connection : { ...connection, expectations: new Map(left) };
}
