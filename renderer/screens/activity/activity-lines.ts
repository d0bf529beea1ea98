import { dayNumber } from '../../../preload/contract/time-words.ts';
import type { ActionRow } from '../../../preload/contract/view.ts';
import { actionOutcome } from '../../readings/action-outcome.ts';
import { activityWords } from '../../words/activity.ts';
import { dayHead } from '../../words/times.ts';

export type ActivityLine =
  | { id: string; isHead: true; title: string; count: number }
  | { id: string; isHead: false; key: string };

export const resultFilters = ['any', 'running', 'failed', 'slow', 'done'] as const;
export type ResultFilter = (typeof resultFilters)[number];

export interface ActivityQuery {
  text: string;
  result: ResultFilter;
  teamId: string | null;
}

const isShown = (action: ActionRow, query: ActivityQuery, words: readonly string[]): boolean => {
  if (query.teamId !== null && action.connectionId !== query.teamId) return false;
  if (query.result !== 'any' && actionOutcome(action).kind !== query.result) return false;
  const text = `${action.title} ${action.resourceName} ${action.type}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The time by which an action is listed: when it ended, or when it started if its end is not known. */
export const momentOf = (action: ActionRow): number => action.completedAtMs ?? action.startedAtMs;

/** The running actions, oldest first, then those that ended, by day and newest first. */
export const activityLines = (actions: readonly ActionRow[], query: ActivityQuery, nowMs: number): ActivityLine[] => {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = actions.filter((action) => isShown(action, query, words));
  const running = shown.filter((action) => action.status === 'in-progress').sort((a, b) => a.startedAtMs - b.startedAtMs);
  const ended = shown.filter((action) => action.status !== 'in-progress').sort((a, b) => momentOf(b) - momentOf(a));
  const lines: ActivityLine[] = [];
  const add = (id: string, title: string, group: readonly ActionRow[]) => {
    if (group.length === 0) return;
    lines.push({ id, isHead: true, title, count: group.length });
    for (const action of group) lines.push({ id: action.key, isHead: false, key: action.key });
  };
  add('running', activityWords.running, running);
  for (const [day, group] of Map.groupBy(ended, (action) => dayNumber(momentOf(action))))
    add(`day ${day}`, dayHead(day, nowMs), group);
  return lines;
};

/** How many ended actions failed, were slow or went well. The search and the result filter do not count here. */
export const tally = (actions: readonly ActionRow[], query: ActivityQuery): { failed: number; slow: number; done: number } => {
  const counts = { failed: 0, slow: 0, done: 0 };
  for (const action of actions) {
    if (!isShown(action, { ...query, result: 'any', text: '' }, [])) continue;
    const { kind } = actionOutcome(action);
    if (kind === 'failed' || kind === 'slow' || kind === 'done') counts[kind] += 1;
  }
  return counts;
};
