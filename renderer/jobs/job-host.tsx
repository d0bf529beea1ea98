import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';
import type { Prepared } from '../../preload/contract/failure.ts';
import type { JobForm, JobOffer, JobResult, JobThing, JobValues } from '../../preload/contract/job.ts';
import { usePage } from '../page/page.ts';
import { asTitle } from '../words/sentences.ts';

const JobDialog = lazy(async () => ({ default: (await import('./job-dialog.tsx')).JobDialog }));
const SecretDialog = lazy(async () => ({ default: (await import('./secret-dialog.tsx')).SecretDialog }));

interface Jobs {
  /** Runs a job on a thing. What it asks is asked in a dialog; a job that asks nothing runs at once. */
  start: (offer: Pick<JobOffer, 'name'>, thing: JobThing) => void;
  /** Runs what is prepared: what stopped goes on, what was deleted is made again. */
  resume: (prepared: Prepared) => void;
}

const Context = createContext<Jobs | null>(null);

/** Gives everything below it the jobs, and shows the dialog of the one that is asked. */
export const JobHost = ({ children }: { children: ReactNode }) => {
  const { bridge, commands, announcer, toasts, follow, copy } = usePage();
  const [form, setForm] = useState<JobForm | null>(null);
  const [secret, setSecret] = useState<JobResult['secret']>(null);
  const close = useCallback(() => setForm(null), []);

  const tell = useCallback(
    async (result: JobResult) => {
      if (result.actionKeys.length > 0) follow(result.message, result.actionKeys, result.again);
      else {
        announcer.say(result.message);
        toasts.show({ tone: 'done', title: asTitle(result.message), prepared: result.again });
      }
      if (result.copy) await copy(result.copy.text, result.copy.what);
      if (result.downloadId) {
        const saved = await bridge.saveDownload({ downloadId: result.downloadId });
        if (!saved.ok) commands.tell(saved.failure);
      }
      setSecret(result.secret);
    },
    [bridge, commands, announcer, toasts, follow, copy],
  );

  const run = useCallback(
    async (opened: JobForm, values: JobValues, typed?: string) => {
      const outcome = await bridge.runJob({ id: opened.id, values, ...(typed === undefined ? {} : { typed }) });
      if (outcome.ok) {
        // Another one may be asked by now.
        setForm((shown) => (shown?.id === opened.id ? null : shown));
        await tell(outcome.value);
      }
      return outcome;
    },
    [bridge, tell],
  );

  const value = useMemo<Jobs>(
    () => ({
      start: (offer, thing) => {
        void (async () => {
          const opened = await bridge.openJob({ name: offer.name, thing });
          if (!opened.ok) return commands.tell(opened.failure);
          const asksNothing = opened.value.fields.length === 0 && ['safe', 'normal'].includes(opened.value.level);
          if (!asksNothing) return setForm(opened.value);
          const outcome = await run(opened.value, {});
          if (!outcome.ok) commands.tell(outcome.failure);
        })();
      },
      resume: ({ id }) => {
        // What failed is told in its place once it runs.
        setForm(null);
        void bridge
          .runJob({ id, values: {} })
          .then((outcome) => (outcome.ok ? tell(outcome.value) : commands.tell(outcome.failure)));
      },
    }),
    [bridge, commands, run, tell],
  );

  return (
    <Context value={value}>
      {children}
      <Suspense fallback={null}>
        {form && <JobDialog key={form.id} form={form} onRun={run} onResume={value.resume} onClose={close} />}
        {secret && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      </Suspense>
    </Context>
  );
};

/** The jobs. Throws outside `JobHost`. */
export const useJobs = (): Jobs => {
  const value = use(Context);
  if (!value) throw new Error('Drawn outside JobHost');
  return value;
};
