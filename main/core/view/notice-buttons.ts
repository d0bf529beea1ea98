import type { NoticeButton, NoticeDeed, NoticePart } from '../../../preload/contract/notice.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { erroredActionOf } from '../names/facts.ts';
import type { State } from '../state/state.ts';
import { standingMatters } from './attention.ts';

/** What decides whether a button still makes sense. */
export interface Offered {
  connections: State['connections'];
  /** Matters that stand now. */
  standing: ReadonlySet<string>;
}

/**
 * Whether a notice's button still does what the notice was about: a way leads somewhere always, a command to end a matter only
 * while it stands, and a second try only until another action was started or done on the same resource.
 */
export function isButtonOffered({ key, matter }: NoticePart, { deed }: NoticeButton, offered: Offered): boolean {
  if (deed.kind === 'route') return true;
  if (matter !== null) return offered.standing.has(matter);
  const actionKey = erroredActionOf(key);
  return actionKey !== null && [...offered.connections.values()].some(({ actions }) => isLastOfItsResource(actions, actionKey));
}

/** Whether that action is the newest of its resource. Actions come newest first. */
function isLastOfItsResource(actions: ReadonlyMap<string, TrackedAction>, actionKey: string): boolean {
  const action = actions.get(actionKey);
  if (action === undefined) return false;
  for (const { key, resourceType, resourceId } of actions.values()) {
    if (resourceType === action.resourceType && resourceId === action.resourceId) return key === actionKey;
  }
  return false;
}

/**
 * What a button does that a person pressed on the desktop, perhaps long after the notice was shown; `null`: the notice is no
 * longer in the history, or what it says is over.
 */
export function pressedDeed(state: State, nowMs: number, key: string, index: number): NoticeDeed | null {
  const notice = state.notices.find((one) => one.key === key);
  const button = notice?.buttons[index];
  if (notice === undefined || button === undefined) return null;
  const offered = { connections: state.connections, standing: standingMatters(state, nowMs) };
  return isButtonOffered(notice, button, offered) ? button.deed : null;
}
