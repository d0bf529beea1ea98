import { withPoint } from '../money/spending.ts';
import { withLook } from '../money/unused-since.ts';
import { change, withEntry } from '../same.ts';
import type { FetchedEvent, StateEvent } from './events.ts';
import type { State } from './state.ts';

type Named<T extends StateEvent['type']> = Extract<StateEvent, { type: T }>;

/** Keeps what a balance says as the point of its day. Without DigitalOcean's own time nobody knows which day that is. */
export function foldSpending(state: State, { connectionId, answer }: FetchedEvent<'balance'>): State {
  if (!answer.isDated) return state;
  const { monthToDateUsage: usedUsd, accountBalance: accountUsd, generatedAtMs: atMs } = answer;
  return foldPoints(state, { connectionId, points: [{ usedUsd, accountUsd, atMs }] });
}

/** Keeps what was seen on days, one point each. */
export function foldPoints(
  state: State,
  { connectionId, points }: Pick<Named<'spending-known'>, 'connectionId' | 'points'>,
): State {
  if (points.length === 0) return state;
  const known = points.reduce(withPoint, state.spending.get(connectionId) ?? []);
  return change(state, { spending: withEntry(state.spending, connectionId, known) });
}

/** Remembers what was seen serving nothing. */
export function foldUnused(state: State, { connectionId, look }: Named<'unused-seen'>): State {
  const things = withLook(state.unusedSince.get(connectionId) ?? [], look);
  return change(state, { unusedSince: withEntry(state.unusedSince, connectionId, things) });
}
