import { failed, type Outcome, success } from '../../../../preload/contract/failure.ts';
import type { JobTarget, JobThing } from '../../../../preload/contract/job.ts';
import { pinKey } from '../../../../preload/contract/pin-key.ts';
import type { Resources } from '../../resources/resources.ts';
import type { State } from '../../state/state.ts';
import { jobWords } from '../../words/jobs.ts';
import { isFamily } from './offers.ts';

/** The thing with its row; a family itself has none. Where the page has none, as in the tray, it is the one that pins hold, else its list is read. */
export async function wholeThing(target: JobTarget, resources: Resources, state: State): Promise<Outcome<JobThing>> {
  const { row, ...place } = target;
  if (isFamily(place)) return success({ ...place, row: {} });
  if (row !== undefined) return success({ ...place, row });
  const pinned = state.connections.get(place.connectionId)?.pins.get(pinKey(place))?.row;
  if (pinned) return success({ ...place, row: pinned });
  const found = await resources.row(place);
  if (!found.ok) return found;
  return found.value === null ? failed({ kind: 'not-found', ...jobWords.absent }) : success({ ...place, row: found.value });
}
