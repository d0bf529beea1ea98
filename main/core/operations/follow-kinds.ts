import { dropletDeletion } from '../following/droplet-deletion.ts';
import type { FollowKind, FollowProgress } from '../following/followers.ts';
import { at, queryOf } from './at.ts';
import { deploymentKind } from './deployment-kind.ts';
import { destroyedKind } from './destroyed-kind.ts';
import { goneKinds } from './gone-kinds.ts';
import { partKinds } from './part-kinds.ts';
import { type StateFacts, stateFacts } from './state-facts.ts';
import { toldKinds } from './told-kinds.ts';

/** How long a thing that is being changed may still report the state from before. */
const settleMs = 20_000;

/** The kinds to register with the followers at the start, before `resume`. */
export const followKinds: readonly FollowKind[] = [
  dropletDeletion,
  destroyedKind,
  deploymentKind,
  ...partKinds,
  ...toldKinds,
  ...goneKinds,
  ...stateFacts.map(kindOf),
];

function kindOf(facts: StateFacts): FollowKind {
  return {
    name: facts.name,
    operationId: facts.operationId,
    args: (target) => ({
      path: Object.fromEntries(facts.parameters.map((name) => [name, target[name] ?? ''])),
      ...queryOf(target, facts.query),
    }),
    read(body): FollowProgress {
      const state = at(body, facts.at);
      if (typeof state !== 'string') return { status: 'in-progress' };
      if (facts.completed.includes(state)) return { status: 'completed' };
      const said = facts.says?.[state];
      if (said) return { status: 'errored', failure: said };
      return { status: facts.errored.includes(state) ? 'errored' : 'in-progress' };
    },
    ...(facts.whenGone ? { whenGone: facts.whenGone } : {}),
    ...(facts.isChanged ? { settleMs } : {}),
  };
}
