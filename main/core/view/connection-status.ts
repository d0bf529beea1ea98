import type { Failure } from '../../../preload/contract/failure.ts';
import type { BudgetView, ConnectionRow, Unread } from '../../../preload/contract/view.ts';
import type { Budget } from '../digitalocean/api.ts';
import type { ConnectionState, State } from '../state/state.ts';
import { readNames, statusWords } from '../words/connections.ts';
import { waitWords } from '../words/waiting.ts';

type Status = Pick<ConnectionRow, 'status' | 'statusText'>;

/**
 * How a connection is: first whether its token can be used, then whether the person paused Buoy, then what the network and
 * the API do.
 */
export function statusOf(state: State, connection: ConnectionState, nowMs: number): Status {
  const { access, lastWorkedAtMs } = connection;
  switch (access.status) {
    case 'refused':
      return { status: 'refused', statusText: statusWords.refused(lastWorkedAtMs, nowMs) };
    case 'waiting-for-vault':
      return { status: 'waiting-for-vault', statusText: statusWords.waitingForVault(access.failure?.message ?? null) };
    case 'secret-lost':
      return { status: 'secret-lost', statusText: statusWords.secretLost };
    case 'checking':
    case 'ok':
      return workingStatus(state, connection, nowMs);
    default:
      return access.status satisfies never;
  }
}

function workingStatus(state: State, connection: ConnectionState, nowMs: number): Status {
  const { lastWorkedAtMs } = connection;
  if (state.pause) return { status: 'paused', statusText: statusWords.paused(state.pause.untilMs, nowMs) };
  const failure = mainFailure(connection);
  if (!state.isOnline || failure?.kind === 'network') {
    const why = state.isOnline && failure ? failure.message : null;
    return { status: 'offline', statusText: statusWords.offline(why, lastWorkedAtMs, nowMs) };
  }
  const { throttled, held } = waitsOf(connection, nowMs);
  if (throttled) {
    const isElsewhere = connection.budget !== null && isUsedElsewhere(connection.budget);
    return { status: 'throttled', statusText: waitWords.throttled(throttled.untilMs, nowMs, isElsewhere) };
  }
  if (failure && failure.kind !== 'held') return { status: 'failing', statusText: statusWords.failing(failure) };
  if (held) return { status: 'held', statusText: waitWords.held(held.window, held.untilMs, nowMs) };
  if (lastWorkedAtMs === null) return { status: 'checking', statusText: statusWords.checking };
  return { status: 'ok', statusText: knownText(connection) };
}

/** What is known of a connection whose reads go through. */
function knownText(connection: ConnectionState): string {
  const { fetches } = connection;
  const unread = unreadOf(connection);
  if (unread.length === 0) return statusWords.ok;
  const partly = unread.filter(isPartly);
  const [forbidden, others] = [unread.filter(isForbidden), unread.filter((one) => !isForbidden(one) && !isPartly(one))];
  const names = (some: readonly Unread[]) => some.map(({ name }) => name);
  const scopes = new Set(forbidden.flatMap(({ failure }) => failure?.scopes ?? []));
  return [
    ...(forbidden.length === 0 ? [] : [statusWords.notAllowed(names(forbidden), [...scopes])]),
    ...(others.length === 0 ? [] : [statusWords.notRead(names(others))]),
    ...(partly.length === 0 ? [] : [statusWords.leftOut(partly.map(({ what }) => ({ what, entries: fetches[what].leftOut })))]),
  ].join(' ');
}

const isPartly = ({ failure, leftOut }: Unread): boolean => failure === null && leftOut !== null;
const isForbidden = ({ failure }: Unread): boolean => failure?.kind === 'forbidden';

/** Without the list of the one, the other cannot be read either: naming the list is enough. */
const listOf: Partial<Record<Unread['what'], Unread['what']>> = { uptime: 'checks', alerts: 'policies' };

/** What could need a person and is not known. */
export const unreadOf = ({ fetches }: ConnectionState): Unread[] =>
  watchedKinds.flatMap((what) => {
    const list = listOf[what];
    if (list && fetches[list].fetchedAtMs === null) return [];
    const { failure, fetchedAtMs, leftOut } = fetches[what];
    if (failure === null && fetchedAtMs !== null && leftOut === 0) return [];
    const text = leftOut === 0 ? null : statusWords.leftOut([{ what, entries: leftOut }]);
    return [{ what, name: readNames[what], failure, leftOut: text }];
  });

const watchedKinds = Object.keys(readNames) as (keyof typeof readNames)[];

/** Whether others made more of the hour's requests with this token than Buoy did. */
export const isUsedElsewhere = ({ limit, remaining, usedByBuoy }: Pick<Budget, 'limit' | 'remaining' | 'usedByBuoy'>): boolean =>
  limit - remaining - usedByBuoy > usedByBuoy;

/**
 * Why nothing is sent for a connection, and until when. `throttled`: DigitalOcean said so with a 429. `held`: Buoy waits on
 * its own. Both come from the budget, or else from the failure of the last poll, which says how long the next one waits.
 */
export function waitsOf(connection: ConnectionState, nowMs: number): Pick<BudgetView, 'throttled' | 'held'> {
  const { budget } = connection;
  const { kind, retryAtMs = null, window } = mainFailure(connection) ?? {};
  const throttled = budget?.throttled && budget.throttled.untilMs > nowMs ? budget.throttled : null;
  return {
    throttled: throttled ?? (kind === 'throttled' && retryAtMs !== null ? { untilMs: retryAtMs } : null),
    held: budget?.held ?? (kind === 'held' && window ? { window, untilMs: retryAtMs } : null),
  };
}

/**
 * The failure that says most about the connection: that of its droplets, else that of its actions. A right that the token lacks
 * is not one: everything else works, and `unreadOf` names it.
 */
function mainFailure({ fetches }: ConnectionState): Failure | null {
  const failures = [fetches.droplets.failure, fetches.actions.failure];
  return failures.find((failure) => failure !== null && failure.kind !== 'forbidden') ?? null;
}
