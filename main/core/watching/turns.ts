/** Something that is looked at again and again. */
export interface Turn<T> {
  item: T;
  /** Requests that a look costs. */
  cost: number;
  /** When it was last looked at, Unix milliseconds; `null`: never. */
  lookedAtMs: number | null;
  /** How often it gets a look; `null`: whenever a request is left. */
  everyMs: number | null;
}

/**
 * Chooses what is looked at now, for so many requests: first what is due, then what takes turns, and of both what has waited longest.
 * At equal times the order stays. The first of each is taken whatever it costs, so that nothing is left out for ever; the poller's
 * share makes up for it.
 */
export function taken<T>(turns: readonly Turn<T>[], requests: number, nowMs: number, slackMs: number): T[] {
  // A clock that was set back must not keep anything from its look.
  const isDue = ({ lookedAtMs, everyMs }: Turn<T>) =>
    everyMs !== null && (lookedAtMs === null || nowMs < lookedAtMs || nowMs - lookedAtMs >= everyMs - slackMs);
  const waited = ({ lookedAtMs }: Turn<T>) => lookedAtMs ?? Number.NEGATIVE_INFINITY;
  const chosen: T[] = [];
  let left = requests;
  for (const group of [turns.filter(isDue), turns.filter(({ everyMs }) => everyMs === null)]) {
    for (const [index, { item, cost }] of group.toSorted((one, other) => waited(one) - waited(other)).entries()) {
      if (index > 0 && cost > left) break;
      chosen.push(item);
      left -= cost;
    }
  }
  return chosen;
}
