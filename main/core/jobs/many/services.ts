import type { Outcome } from '../../../../preload/contract/failure.ts';
import type { Resources } from '../../resources/resources.ts';
import type { CoreServices } from '../../services.ts';
import type { Run } from '../engine/run.ts';
import type { JobContext, Thing } from '../job.ts';

/** What runs over many things need of the engine of jobs. */
export interface ManyServices {
  services: CoreServices;
  resources: Resources;
  contextOf(thing: Thing): Outcome<JobContext>;
  untilOver: Run['untilOver'];
  dropletsOf(connectionId: string): JobContext['droplets'];
  /** Reads what the run may have changed and nothing else tells, such as the droplets' tags. */
  look(connectionId: string): void;
  /** What several things are called together: "6 volumes". */
  nameOf(things: readonly Thing[]): string;
}
