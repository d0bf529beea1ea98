import type { Failure } from '../../../../preload/contract/failure.ts';
import type { TrackedAction } from '../../fetched/actions.ts';
import type { CoreServices } from '../../services.ts';
import { jobWords } from '../../words/jobs.ts';
import type { Plan, Thing } from '../job.ts';

/** The rows of Activity of jobs whose steps wait for each other. */
export interface Chains {
  /** The row of a job, which nobody sees yet. */
  row(thing: Thing, plan: Plan): TrackedAction;
  /** Shows it, as it is now. */
  tell(row: TrackedAction): void;
  /** Ends it, if it ever began: one whose first step failed did not. */
  end(row: TrackedAction, failure: Failure | null): void;
}

export function createChains(services: CoreServices): Chains {
  const { clock } = services;
  let counter = 0;

  const tell = (action: TrackedAction) => services.dispatch({ type: 'follow-changed', action, atMs: clock.now() });

  return {
    tell,
    row(thing, plan) {
      counter += 1;
      const { running, completed, errored } = plan.chain ?? jobWords.chain(thing.name);
      return {
        key: `${thing.connectionId}:job-${clock.now().toString(36)}-${counter}`,
        connectionId: thing.connectionId,
        actionId: null,
        type: 'job',
        status: 'in-progress',
        startedAtMs: clock.now(),
        completedAtMs: null,
        resourceType: thing.familyId,
        resourceId: thing.id,
        resourceName: thing.name,
        regionSlug: null,
        sizeSlug: null,
        value: null,
        startedBy: 'buoy',
        isSlow: false,
        failure: null,
        // No kind of that name is registered: a row that Buoy finds after a start cannot go on, and ends as unknown.
        follow: { kind: 'job', target: {}, titles: { running, completed, errored }, route: null },
      };
    },
    end(row, failure) {
      const isTold = services.state().connections.get(row.connectionId)?.actions.has(row.key) ?? false;
      if (isTold) tell({ ...row, status: failure ? 'errored' : 'completed', failure, completedAtMs: clock.now() });
    },
  };
}
