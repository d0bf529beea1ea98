/**
 * Key of the fact that an action failed: its notice and what still needs attention name the same one. A fact is told once,
 * even across restarts, so its key must be the same in every version: `history.json` stores the keys that were told.
 */
export const erroredFact = (actionKey: string): string => `${errored}${actionKey}`;

/** Key of the action whose failure the fact is; `null`: another fact. */
export const erroredActionOf = (fact: string): string | null => (fact.startsWith(errored) ? fact.slice(errored.length) : null);

const errored = 'errored/';
