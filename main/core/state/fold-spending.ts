import { withPoint } from '../money/spending.ts';
import { change, withEntry } from '../same.ts';
import type { FetchedEvent } from './events.ts';
import type { State } from './state.ts';

/** Keeps what a balance says as the point of its day. Without DigitalOcean's own time nobody knows which day that is. */
export function foldSpending(state: State, { connectionId, answer }: FetchedEvent<'balance'>): State {
  if (!answer.isDated) return state;
  const points = withPoint(state.spending.get(connectionId) ?? [], {
    usedUsd: answer.monthToDateUsage,
    accountUsd: answer.accountBalance,
    atMs: answer.generatedAtMs,
  });
  return change(state, { spending: withEntry(state.spending, connectionId, points) });
}
