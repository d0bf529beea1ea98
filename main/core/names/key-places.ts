/* For what a key is kept that is not the account token, as people read it among their keys. */

/** DigitalOcean's server of models: one key of a team opens all of it. */
export const modelKeyOf = (team: string): string => `Model key, ${team}`;

export const agentKeyOf = (agent: string, team: string): string => `Agent ${agent}, ${team}`;
