/** Key under which the settings keep a thing that a person wants to keep although it serves nothing. */
export const idleKey = (connectionId: string, familyId: string, id: string): string => `${connectionId}:${familyId}:${id}`;
