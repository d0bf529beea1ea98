import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';

/** What the system's error codes mean for a person. Any other code is named as it is. */
const causes: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EISDIR: 'there is a folder of that name',
  ENOTDIR: 'its folder is a file',
  EIO: 'the disk reported an error',
};

/** What to say when Buoy cannot read or write one of its own files. */
export const documentWords = sentences({
  /** `code` is the system's error code. */
  unusable: (path: string, verb: 'read' | 'written', code: string): Failure => ({
    kind: 'storage',
    message: `${path} could not be ${verb}: ${causes[code] ?? `the system said ${code}`}.`,
    nextStep:
      verb === 'read'
        ? 'Nothing in it was changed. Make it readable and start Buoy again.'
        : 'What it held before is still there. Make room or make it writable; Buoy tries again by itself.',
  }),
});
