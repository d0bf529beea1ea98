import type { WatchRow } from '../../../../preload/contract/watching.ts';
import type { ConnectionState } from '../../state/state.ts';
import type { Plan } from '../../watching/plan.ts';

type Unwatched = WatchRow['unwatched'][number];
type Why = Unwatched['why'];

/** Names that are told of each reason. The rest is counted. */
const namedAtMost = 5;
const inOrder: readonly Why[] = ['beyond', 'silent', 'off', 'no-policy'];

/**
 * How many of the droplets are watched, by any policy, and why the others are not. One that is off sends nothing, whatever policies
 * say of it; one without DigitalOcean's agent is looked at and says nothing.
 */
export function watchedDroplets(
  { droplets, alerts, fetches }: Pick<ConnectionState, 'droplets' | 'alerts' | 'fetches'>,
  plan: Plan,
): Pick<WatchRow, 'droplets' | 'unwatched'> {
  // Without the policies nobody can say that a droplet is in none.
  if (fetches.policies.fetchedAtMs === null) return { droplets: { watched: 0, all: 0 }, unwatched: [] };
  const pairs = plan.needs.flatMap((need) => need.pairs).filter(({ thing }) => thing.kind === 'droplet');
  const looked = Map.groupBy(pairs, ({ thing }) => thing.id);
  const whyNot = (id: string, isOff: boolean): Why | null => {
    if (isOff) return 'off';
    const own = looked.get(id);
    // Which of very many pairs are left out is not told thing by thing.
    if (own === undefined) return plan.pairs.beyond > 0 ? 'beyond' : 'no-policy';
    const states = own.map(({ key }) => alerts.get(key));
    return states.every((state) => state && state.lookedAtMs !== null && state.latest === null) ? 'silent' : null;
  };
  const names = new Map<Why, string[]>();
  for (const { id, name, status } of droplets.values()) {
    const why = whyNot(String(id), status === 'off');
    if (why === null) continue;
    const own = names.get(why);
    if (own) own.push(name);
    else names.set(why, [name]);
  }
  const unwatched = inOrder.flatMap((why): Unwatched[] => {
    const all = names.get(why) ?? [];
    return all.length === 0 ? [] : [{ why, count: all.length, names: all.slice(0, namedAtMost) }];
  });
  const left = unwatched.reduce((sum, { count }) => sum + count, 0);
  return { droplets: { watched: droplets.size - left, all: droplets.size }, unwatched };
}
