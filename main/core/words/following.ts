import type { Failure } from '../../../preload/contract/failure.ts';
import { counted } from './numbers.ts';

/** What is said of long operations that Buoy watches itself. */
export const followWords = {
  notAllDeleted: (count: number): Failure => ({
    kind: 'server-error',
    message: `${counted(count, 'resource')} of the droplet could not be deleted and may still cost.`,
    nextStep: 'Look at volumes, snapshots and reserved IPs in Resources, and delete what is left.',
  }),
  gaveUp: (title: string): Failure => ({
    kind: 'timeout',
    message: `${title}: Buoy stopped watching after a long while.`,
    nextStep: 'Look at it in the control panel.',
  }),
};
