import type { Failure } from '../../../preload/contract/failure.ts';
import { sentences } from '../../../preload/contract/isolates.ts';
import { counted, listed, storedBytes } from './numbers.ts';

/** A reason of the API longer than this says no more in a notice. */
const longestReason = 160;

/** How long operations that Buoy follows can fail. `title` is the row's own sentence, such as "Creating database main". */
export const followWords = sentences({
  scansAreOff: (): Failure => ({
    kind: 'conflict',
    message: 'Security scans are not turned on for this team.',
    nextStep: 'Turn them on in the control panel, and scan again.',
  }),
  notAllDeleted: (count: number): Failure => ({
    kind: 'server-error',
    message: `${counted(count, 'resource')} of the droplet could not be deleted and may still cost.`,
    nextStep: 'Look at volumes, snapshots and reserved IPs in Resources, and delete what is left.',
  }),
  /** "Cleaned up registry harbour: 775 MiB freed". */
  withOutcome: (title: string, outcome: string) => `${title}: ${outcome}`,
  /** What a check of a cluster found: "2 errors and 1 warning". */
  found: (errors: number, warnings: number) => `${counted(errors, 'error')} and ${counted(warnings, 'warning')}`,
  freed: (bytes: number) => `${storedBytes(bytes)} freed`,
  notAtAll: (droplets: readonly string[]): Failure => ({
    kind: 'http-error',
    message:
      droplets.length === 0 ? 'Its rules could not be applied.' : `Its rules could not be applied at ${listed(droplets, 6)}.`,
    nextStep: 'What was in force there before still is. Try the change again.',
  }),
  /** "Build of web failed: npm ERR! missing script". */
  componentFailed: ({ component, isBuild, reason }: { component: string; isBuild: boolean; reason: string }): Failure => {
    const said = reason.split('\n', 1)[0]?.trim().replace(/\.$/, '').slice(0, longestReason) ?? '';
    return {
      kind: 'http-error',
      message: `${isBuild ? 'Build' : 'Start'} of ${component} failed${said === '' ? '' : `: ${said}`}.`,
      nextStep: 'Show its log, which says why. What was live before still is.',
    };
  },
  deploymentCancelled: (): Failure => ({
    kind: 'conflict',
    message: 'It was cancelled.',
    nextStep: 'What was live before still is.',
  }),
  droplet: (id: string) => `droplet ${id}`,
  gaveUp: (title: string): Failure => ({
    kind: 'timeout',
    message: `${title}: this took so long that Buoy stopped watching.`,
    nextStep: 'See in the control panel how it ended.',
  }),
});
