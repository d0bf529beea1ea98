import type { Prepared } from '../../../../preload/contract/failure.ts';
import type { JobForm, JobLevel } from '../../../../preload/contract/job.ts';
import type { Clock } from '../../ports.ts';
import type { Job, JobContext, Opened, Plan } from '../job.ts';
import type { From } from './run.ts';

/** Ten minutes, as for every question: what was read by then may no longer be so. */
const openForMs = 600_000;
/** An hour, for what comes after something that takes minutes. */
const laterForMs = 3_600_000;
const openAtMost = 50;

/** A job that was opened and waits for its values, or the rest of one, which needs none. */
export interface Session {
  job: Pick<Job, 'plan' | 'wrong' | 'weigh' | 'looks' | 'price' | 'isEdit' | 'isAnswered' | 'refusal'>;
  context: JobContext;
  opened: Opened;
  form: Pick<JobForm, 'fields' | 'typeToConfirm' | 'level'>;
  /** The most far-reaching level whose effect was shown. */
  seen: JobLevel;
  /** What is being read or was read for the values, by key. */
  looking?: Map<string, Promise<void>>;
  /** Where it goes on; absent: it begins. */
  from?: From;
}

/** What waits to be run. Each runs once. */
export interface Sessions {
  /** Returns the id by which it is run. */
  add(session: Session): string;
  /**
   * Prepares steps that need no values, such as the rest of a job that stopped. Those that are offered only once something long is
   * over are kept for longer.
   */
  prepare(label: string, context: JobContext, plan: Plan, more?: { from?: From; isLater?: boolean }): Prepared;
  /** `undefined`: unknown, or too old by now. */
  get(id: string): Session | undefined;
  remove(id: string): void;
  /** Lets the same be run again, because nothing was sent. */
  putBack(id: string, session: Session): void;
  clear(): void;
}

export function createSessions({ clock, random }: { clock: Clock; random: () => number }): Sessions {
  const sessions = new Map<string, { session: Session; atMs: number; forMs: number }>();
  let counter = 0;

  function forgetOld(): void {
    for (const [id, { atMs, forMs }] of sessions) {
      const ageMs = clock.now() - atMs;
      if (ageMs < 0 || ageMs > forMs || sessions.size > openAtMost) sessions.delete(id);
    }
  }

  function add(session: Session, forMs = openForMs): string {
    forgetOld();
    counter += 1;
    const id = `job-${counter}-${Math.floor(random() * 1e9).toString(36)}`;
    sessions.set(id, { session, atMs: clock.now(), forMs });
    return id;
  }

  return {
    add,
    prepare(label, context, plan, { from, isLater = false } = {}) {
      const forMs = isLater ? laterForMs : openForMs;
      const form = { fields: [], typeToConfirm: null, level: 'normal' as const };
      const id = add({ job: { plan: () => plan }, context, opened: {}, form, seen: 'normal', ...(from ? { from } : {}) }, forMs);
      return { label, id, untilMs: clock.now() + forMs };
    },
    get(id) {
      forgetOld();
      return sessions.get(id)?.session;
    },
    remove: (id) => void sessions.delete(id),
    putBack: (id, session) => void sessions.set(id, { session, atMs: clock.now(), forMs: openForMs }),
    clear: () => sessions.clear(),
  };
}
