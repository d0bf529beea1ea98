import { type CoreCallName, callNames, contract } from '../../../preload/contract/schema.ts';

/** The calls that the core answers. A host answers the others. */
export const coreCallNames = callNames.filter((name) => contract.calls[name].by === 'core') as CoreCallName[];
