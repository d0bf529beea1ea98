import type { Failure } from '../../../preload/contract/failure.ts';

/** What to say about Buoy's own files. */
export const storageWords = {
  otherVersion: {
    kind: 'storage',
    message: 'Another version of Buoy wrote the list of connections. Buoy does not change it.',
    nextStep: 'Start the version that wrote it, or move the file away.',
  } satisfies Failure as Failure,
};
