/** Kind under which the state keeps a run over many things among what it follows. Nothing goes on with it after a restart. */
export const runKind = 'run';
