import type { Failure } from '../../../preload/contract/failure.ts';

const causes: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EISDIR: 'a folder has its name',
  ENOTDIR: 'its folder is a file',
  EIO: 'the disk reported an error',
};

/** What is said when a file of Buoy's own cannot be used. */
export const documentWords = {
  /** `code` is the system's error code. */
  unusable: (path: string, verb: 'read' | 'written', code: string): Failure => ({
    kind: 'storage',
    message: `${path} could not be ${verb}: ${causes[code] ?? `the system said ${code}`}.`,
    nextStep:
      verb === 'read'
        ? 'Nothing in it was changed. Make it readable and start Buoy again.'
        : 'What it held before is still there. Make room or make it writable; Buoy tries again with the next change.',
  }),
};
