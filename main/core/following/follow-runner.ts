import type { Outcome } from '../../../preload/contract/failure.ts';
import type { Answer, Api } from '../digitalocean/api.ts';
import type { FollowedAs, TrackedAction } from '../fetched/actions.ts';
import { runningIntervalMs } from '../fetched/actions.ts';
import type { Cancel, Clock, Log } from '../ports.ts';
import type { StateEvent } from '../state/events.ts';
import type { State } from '../state/state.ts';
import { followWords } from '../words/following.ts';
import type { Followers, FollowKind, FollowProgress, FollowRequest } from './followers.ts';

/** Six hours: longer than the operations that Buoy follows are expected to take. */
const defaultDeadlineMs = 6 * 3_600_000;

export interface FollowerOptions {
  clock: Clock;
  log: Log;
  state(): State;
  dispatch(event: StateEvent): void;
  api(connectionId: string): Outcome<Api>;
  /** Whether requests for that connection are allowed now. */
  canAsk(connectionId: string): boolean;
}

export interface RunningFollowers extends Followers {
  /** Goes on with everything that the state marks as still running. Call it after a start. */
  resume(): void;
  stop(): void;
}

/**
 * Watches long operations that the list of actions does not show, with one timer for each, at the pace of running actions.
 * While requests are not allowed (paused, asleep, offline) it skips a look and waits for the next one. What is followed is in
 * the state, so it survives a restart; a timer only holds its key.
 */
export function createFollowers(options: FollowerOptions): RunningFollowers {
  const { clock, dispatch } = options;
  const kinds = new Map<string, FollowKind>();
  const timers = new Map<string, Cancel>();
  let counter = 0;

  function find(key: string): TrackedAction | undefined {
    const connectionId = key.slice(0, key.indexOf(':'));
    const action = options.state().connections.get(connectionId)?.actions.get(key);
    return action?.status === 'in-progress' ? action : undefined;
  }

  /** Sets the timer for the next look, in place of an earlier one. */
  function wait(key: string, action: TrackedAction): void {
    timers.get(key)?.();
    const delayMs = runningIntervalMs(clock.now() - action.startedAtMs);
    timers.set(
      key,
      clock.after(delayMs, () => void look(key)),
    );
  }

  /** Asks once how far an operation is; ends it, or waits for the next look. */
  async function look(key: string): Promise<void> {
    const action = find(key);
    const kind = action?.follow && kinds.get(action.follow.kind);
    timers.delete(key);
    if (!action?.follow) return;
    // Nothing of this run knows how to follow it: a chain of a job that Buoy was quit in.
    if (!kind) return end(action, { status: 'in-progress' });
    const { target } = action.follow;
    const progress = options.canAsk(action.connectionId) ? await ask(kind, action.connectionId, target) : null;
    // Read again: the connection may have been removed while the answer was on its way.
    const now = find(key);
    if (!now) return;
    const ended = isTooEarly(kind, now, progress) || !progress ? { status: 'in-progress' as const } : progress;
    const isOver = clock.now() - now.startedAtMs > (kind.deadlineMs ?? defaultDeadlineMs);
    if (ended.status === 'in-progress' && !isOver) return wait(key, now);
    end(now, ended);
  }

  /** Whether "completed" may still describe the state from before the change. */
  function isTooEarly({ settleMs = 0 }: FollowKind, action: TrackedAction, progress: FollowProgress | null): boolean {
    return progress?.status === 'completed' && clock.now() - action.startedAtMs < settleMs;
  }

  /** `null`: nothing was learned, because there is no token now or the request failed. The next look tries again. */
  async function ask(kind: FollowKind, connectionId: string, target: Record<string, string>): Promise<FollowProgress | null> {
    const api = options.api(connectionId);
    if (!api.ok) return null;
    const answer: Outcome<Answer> = await api.value.call(kind.operationId, kind.args(target), { lane: 'poll' });
    if (answer.ok) return kind.read(answer.value.body, target, calledIn(connectionId));
    if (answer.failure.kind !== 'not-found') return null;
    return kind.whenGone === 'completed' ? { status: 'completed' } : { status: 'errored', failure: answer.failure };
  }

  const calledIn = (connectionId: string) => (dropletId: string) =>
    options.state().connections.get(connectionId)?.droplets.get(Number(dropletId))?.name ?? followWords.droplet(dropletId);

  function end(action: TrackedAction, progress: FollowProgress): void {
    const atMs = clock.now();
    // Past the deadline nobody knows how it ended, so neither "done" nor "failed" would be true.
    const status = progress.status === 'in-progress' ? 'unknown' : progress.status;
    const failure = status === 'unknown' ? followWords.gaveUp(action.follow?.titles.running ?? '') : (progress.failure ?? null);
    const follow = action.follow && told(action.follow, progress);
    dispatch({ type: 'follow-changed', action: { ...action, follow, status, failure, completedAtMs: atMs }, atMs });
  }

  /** Key of the row that follows the same thing already. */
  function isFollowed(request: FollowRequest): string | undefined {
    const actions = options.state().connections.get(request.connectionId)?.actions.values() ?? [];
    const target = JSON.stringify(request.target);
    for (const { follow, key, status, type } of actions) {
      if (status !== 'in-progress' || follow?.kind !== request.kind || type !== request.type) continue;
      if (JSON.stringify(follow.target) === target) return key;
    }
    return undefined;
  }

  return {
    register: (kind) => void kinds.set(kind.name, kind),
    follow(request) {
      const known = isFollowed(request);
      if (known) return known;
      if (!kinds.has(request.kind)) options.log.warn(`Nothing is registered to follow ${request.kind}`);
      counter += 1;
      // The time in the key keeps it apart from those of earlier runs, which may still be in the history.
      const action = tracked(request, `${request.connectionId}:follow-${clock.now().toString(36)}-${counter}`, clock.now());
      dispatch({ type: 'follow-changed', action, atMs: action.startedAtMs });
      wait(action.key, action);
      return action.key;
    },
    resume() {
      for (const connection of options.state().connections.values()) {
        for (const action of connection.actions.values()) {
          if (action.status === 'in-progress' && action.follow && !timers.has(action.key)) wait(action.key, action);
        }
      }
    },
    stop() {
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}

function tracked(request: FollowRequest, key: string, startedAtMs: number): TrackedAction {
  const { connectionId, kind, target, titles, route, type, resourceType, resourceId, resourceName } = request;
  return {
    key,
    connectionId,
    actionId: null,
    type,
    status: 'in-progress',
    startedAtMs,
    completedAtMs: null,
    resourceType,
    resourceId,
    resourceName,
    regionSlug: request.regionSlug ?? null,
    sizeSlug: request.sizeSlug ?? null,
    value: null,
    startedBy: 'buoy',
    isSlow: false,
    failure: null,
    follow: { kind, target, titles, route },
    ...(request.isStep ? { isStep: true } : {}),
  };
}

/** What is followed, with what its end told. */
function told(follow: FollowedAs, { status, outcome, leads }: FollowProgress): FollowedAs {
  const { titles, target } = follow;
  const isTold = status === 'completed' && outcome !== undefined;
  const completed = isTold ? followWords.withOutcome(titles.completed, outcome) : titles.completed;
  return { ...follow, titles: { ...titles, completed }, target: { ...target, ...leads } };
}
