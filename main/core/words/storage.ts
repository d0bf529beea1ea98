import type { Failure } from '../../../preload/contract/failure.ts';

/** What is said of Buoy's own files. */
export const storageWords = {
  otherVersion: {
    kind: 'storage',
    message: 'The list of connections was written by another version of Buoy and is left as it is.',
    nextStep: 'Start the version that wrote it, or move the file away.',
  } satisfies Failure as Failure,
};
