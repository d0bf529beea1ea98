import type { ApiRequest } from '../../../preload/contract/schema.ts';
import type { Operation } from '../digitalocean/catalogue/types.ts';
import type { Question } from '../guard.ts';
import { operationWords } from '../words/operations.ts';

/**
 * What the call is about, as a person would name it: the last value in the path, else the tag or name in the query, else
 * nothing. `nameOf` finds the name behind an id; without one the id itself is used.
 */
export function subjectOf(
  operation: Operation,
  request: ApiRequest,
  nameOf: (identifier: string) => string | null,
): string | null {
  const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
  const last = names.at(-1);
  const value = last === undefined ? undefined : request.path[last];
  if (value !== undefined && value !== '') return nameOf(value) ?? value;
  for (const name of ['tag_name', 'name']) {
    const given = request.query[name];
    if (typeof given === 'string' && given !== '') return given;
  }
  return null;
}

/**
 * The question before a call that can do harm. Before something is destroyed, the person types its name, or the operation's
 * title when it has no name.
 */
export function questionFor(facts: {
  operation: Operation;
  level: 'disruptive' | 'destructive';
  subject: string | null;
  team: string;
  /** Path with its values in place. */
  path: string;
}): Question {
  const { operation, level, subject, team, path } = facts;
  const isDestructive = level === 'destructive';
  return {
    level,
    title: operationWords.questionTitle(operation.title, subject),
    lines: [
      operationWords.inTeam(team),
      isDestructive ? operationWords.doesNotComeBack : operationWords.mayInterrupt,
      operationWords.sends(operation.method, path),
    ],
    goes: isDestructive && subject !== null ? [subject] : [],
    stays: [],
    typeToConfirm: isDestructive ? (subject ?? operation.title) : null,
    confirmLabel: operation.method === 'DELETE' && isDestructive ? operationWords.deleteLabel : operationWords.sendLabel,
    canBeRemembered: false,
  };
}
