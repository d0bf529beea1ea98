import type { ActionRow } from '../../../preload/contract/view.ts';
import type { TrackedAction } from '../fetched/actions.ts';
import { resourceNameOf, titleOf } from '../names/action-title.ts';
import { routeOf } from '../names/routes.ts';
import { keepSame } from '../same.ts';
import type { Durations } from '../state/durations.ts';
import { usualFor } from '../state/fold-actions.ts';
import type { State } from '../state/state.ts';
import { erroredWords } from '../words/actions.ts';
import type { Rows } from './droplet-rows.ts';

/**
 * All actions as rows, running and finished. The row of a finished action is made once and keeps the estimate that it had
 * then, so that new durations do not change old rows.
 */
export function createActionRows(): (state: State) => Rows<ActionRow> {
  let table: Rows<ActionRow> = new Map();
  let last: Pick<State, 'connections' | 'durations'> | null = null;
  const rowOf = new WeakMap<TrackedAction, ActionRow>();

  /** The row of an action; a running one is made again, because its estimate may have changed. */
  function row(action: TrackedAction, durations: Durations): ActionRow {
    const before = rowOf.get(action);
    if (before && action.status !== 'in-progress') return before;
    const made = keepSame(before, actionRow(action, durations));
    rowOf.set(action, made);
    return made;
  }

  return (state) => {
    if (last && last.durations === state.durations && hasSameActions(last, state)) return table;
    const next = new Map<string, ActionRow>();
    for (const connection of state.connections.values()) {
      for (const action of connection.actions.values()) next.set(action.key, row(action, state.durations));
    }
    last = state;
    table = next;
    return table;
  };
}

function hasSameActions(one: Pick<State, 'connections'>, other: Pick<State, 'connections'>): boolean {
  if (one.connections === other.connections) return true;
  if (one.connections.size !== other.connections.size) return false;
  return [...other.connections].every(([id, connection]) => one.connections.get(id)?.actions === connection.actions);
}

function actionRow(action: TrackedAction, durations: Durations): ActionRow {
  const estimate = usualFor(durations, action);
  const title = titleOf(action);
  const isErrored = action.status === 'errored';
  return {
    key: action.key,
    connectionId: action.connectionId,
    status: action.status,
    type: action.type,
    title,
    resourceType: action.resourceType,
    resourceId: action.resourceId,
    resourceName: resourceNameOf(action),
    route: routeOf(action),
    startedAtMs: action.startedAtMs,
    completedAtMs: action.completedAtMs,
    startedBy: action.startedBy,
    usualMs: estimate?.usualMs ?? null,
    usualRangeMs: estimate?.rangeMs ?? null,
    isSlow: action.isSlow,
    failure: action.failure ?? (isErrored ? { kind: 'server-error', ...erroredWords(title, action.actionId) } : null),
  };
}
