import type { JobTarget } from '../../preload/contract/job.ts';
import { designedFamily } from '../families/all.ts';
import { operationRoute } from '../routes/operation-route.ts';
import { jobWords } from '../words/jobs.ts';

/** Leads from what is asked of a new thing to the form that has everything the API takes; nothing where none makes such a thing. */
export const AllFields = ({ thing, onLeave }: { thing: JobTarget; onLeave: () => void }) => {
  const create = thing.id === '' ? designedFamily(thing.familyId)?.create : undefined;
  if (create === undefined) return null;
  const { connectionId, parent } = thing;
  return (
    <a className="link grow" href={operationRoute(create, { connectionId, path: parent })} onClick={onLeave}>
      {jobWords.allFields}
    </a>
  );
};
