import type { JobValues } from '../../../../preload/contract/job.ts';
import type { Json } from '../../../../preload/contract/json.ts';
import { shownValues } from './check-values.ts';
import type { Session } from './sessions.ts';

/** Reads what weighing these values needs, each of it once while the job is open, however often it is weighed. */
export async function lookFor(session: Session, given: JobValues): Promise<void> {
  const { job, context, form } = session;
  if (!job.looks) return;
  session.looking ??= new Map();
  const { looking } = session;
  const keep = (key: string, answer: Json) => {
    session.opened = { ...session.opened, looked: { ...session.opened.looked, [key]: answer } };
  };
  const looks = job.looks(shownValues(form.fields, given), session.opened, context);
  await Promise.all(
    looks.map(({ key, read }) => {
      const known = looking.get(key);
      if (known) return known;
      keep(key, null);
      const begun = read().then((answer) => keep(key, answer));
      looking.set(key, begun);
      return begun;
    }),
  );
}
