/**
 * Key of the fact that an action failed: its notice and what still needs attention name the same one. A fact is told once,
 * even across restarts, so its key must be the same in every version: `history.json` stores the keys that were told.
 */
export const erroredFact = (actionKey: string): string => `errored/${actionKey}`;
