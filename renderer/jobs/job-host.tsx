import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';

import { asksNothing } from '../../preload/contract/asks-nothing.ts';
import type { Outcome, Prepared } from '../../preload/contract/failure.ts';
import type { JobForm, JobOffer, JobResult, JobTarget, JobThing, JobValues } from '../../preload/contract/job.ts';

import type { ManyForm } from '../../preload/contract/many.ts';
import { manyThingsAtMost } from '../../preload/contract/many-limit.ts';
import { early } from '../page/early.tsx';
import { usePage } from '../page/page.ts';
import { commandWords } from '../words/commands.ts';
import { jobWords } from '../words/jobs.ts';
import { manyWords } from '../words/many.ts';
import { asTitle } from '../words/sentences.ts';

const JobDialog = early(async () => (await import('./job-dialog.tsx')).JobDialog);
const AllFields = early(async () => (await import('./all-fields.tsx')).AllFields);
const ManyNames = early(async () => (await import('./many-names.tsx')).ManyNames);
const SecretDialog = early(async () => (await import('./secret-dialog.tsx')).SecretDialog);

/** Fetches the dialogs of jobs before they are needed. */
export const fetchDialogs = (): Promise<unknown> =>
  Promise.all([JobDialog.fetch(), AllFields.fetch(), ManyNames.fetch(), SecretDialog.fetch()]);

/** A job that is asked, on what, and how it is opened again on what is there by then. */
interface Asked {
  form: JobForm;
  thing: JobTarget;
  again: () => Promise<Outcome<JobForm>>;
}

interface Jobs {
  /** Runs a job on a thing. What it asks is asked in a dialog; a job that asks nothing runs at once. */
  start: (offer: Pick<JobOffer, 'name'>, thing: JobTarget) => void;
  /** Opens a job in its dialog, even one that asks nothing. */
  ask: (name: string, thing: JobTarget) => void;
  /** Runs a job on several things of a family. What they are is always asked first. `RunCards` shows how it goes on. */
  startMany: (offer: Pick<JobOffer, 'name'>, things: readonly JobThing[]) => void;
  /** Keys of the runs that this page started. One may be over before the page sees it run. */
  startedRuns: readonly string[];
  /** Runs what is prepared: what stopped goes on, what was deleted is made again. */
  resume: (prepared: Prepared) => void;
}

const Context = createContext<Jobs | null>(null);

/** Gives everything below it the jobs, and shows the dialog of the one that is asked. */
export const JobHost = ({ children }: { children: ReactNode }) => {
  const { bridge, commands, announcer, toasts, follow, show } = usePage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [many, setMany] = useState<ManyForm | null>(null);
  const [startedRuns, setStartedRuns] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState<JobResult['secret']>(null);
  const close = useCallback(() => {
    setAsked(null);
    setMany(null);
  }, []);

  const noteRun = useCallback((key: string) => setStartedRuns((before) => [...before, key]), []);
  const tell = useCallback(
    async (result: JobResult) => {
      const { actionKeys, route, again, message } = result;
      if (result.copy) {
        const copied = await bridge.copyText({ text: result.copy.text });
        if (!copied.ok) return commands.tell({ ...copied.failure, message: commandWords.copyFailed });
      }
      if (result.downloadId) {
        const saved = await bridge.saveDownload({ downloadId: result.downloadId });
        if (!saved.ok) return commands.tell(saved.failure);
        // The person has closed the dialog that asks where to, so nothing is saved and there is nothing to say.
        if (saved.value.savedAs === null) return;
      }
      // Its card shows how it goes on.
      if (result.runKey !== undefined) return noteRun(result.runKey);
      if (actionKeys.length > 0) follow(message, actionKeys, again);
      // The place itself shows what came of it.
      else if (route !== null) await show(route);
      else {
        announcer.say(message);
        toasts.show({ tone: 'done', title: asTitle(message), prepared: again });
      }
      setSecret(result.secret);
    },
    [bridge, commands, announcer, toasts, follow, show, noteRun],
  );

  const run = useCallback(
    async (opened: JobForm, values: JobValues, typed?: string, own?: Asked) => {
      const outcome = await bridge.runJob({ id: opened.id, values, ...(typed === undefined ? {} : { typed }) });
      // What was answered is read in the dialog.
      if (outcome.ok && !opened.isAnswered) {
        // Another one may be asked by now.
        setAsked((shown) => (shown === own ? null : shown));
        await tell(outcome.value);
      }
      return outcome;
    },
    [bridge, tell],
  );

  const runMany = useCallback(
    async (opened: JobForm, values: JobValues, typed?: string) => {
      const outcome = await bridge.runManyJob({ id: opened.id, values, ...(typed === undefined ? {} : { typed }) });
      if (outcome.ok) {
        const { runKey } = outcome.value;
        setMany((shown) => (shown?.id === opened.id ? null : shown));
        noteRun(runKey);
      }
      return outcome;
    },
    [bridge, noteRun],
  );

  const value = useMemo<Jobs>(
    () => ({
      startedRuns,
      startMany: (offer, things) => {
        void (async () => {
          const asked = bridge.openManyJob({ name: offer.name, things: things.slice(0, manyThingsAtMost) });
          const [opened] = await Promise.all([asked, fetchDialogs()]);
          if (opened.ok) setMany(opened.value);
          else commands.tell(opened.failure);
        })();
      },
      start: (offer, thing) => {
        void (async () => {
          const again = () => bridge.openJob({ name: offer.name, thing });
          const [opened] = await Promise.all([again(), fetchDialogs()]);
          if (!opened.ok) return commands.tell(opened.failure);
          if (!asksNothing(opened.value)) return setAsked({ form: opened.value, thing, again });
          const outcome = await run(opened.value, {});
          if (!outcome.ok) commands.tell(outcome.failure);
        })();
      },
      ask: (name, thing) => {
        const again = () => bridge.openJob({ name, thing });
        void again().then((opened) =>
          opened.ok ? setAsked({ form: opened.value, thing, again }) : commands.tell(opened.failure),
        );
      },
      resume: ({ id }) => {
        // What failed is told in its place once it runs.
        close();
        void bridge
          .runJob({ id, values: {} })
          .then((outcome) => (outcome.ok ? tell(outcome.value) : commands.tell(outcome.failure)));
      },
    }),
    [bridge, commands, run, tell, close, startedRuns],
  );

  return (
    <Context value={value}>
      {children}
      <Suspense fallback={null}>
        {asked && (
          <JobDialog
            key={asked.form.id}
            form={asked.form}
            allFields={<AllFields thing={asked.thing} onLeave={close} />}
            onRun={(opened, values, typed) => run(opened, values, typed, asked)}
            onReopen={asked.again}
            onResume={value.resume}
            onClose={close}
          />
        )}
        {many && (
          <JobDialog
            key={many.id}
            form={many}
            about={<ManyNames form={many} />}
            keepLabel={many.names.length > 1 ? manyWords.keepThem : jobWords.keepIt}
            onRun={runMany}
            onResume={value.resume}
            onClose={close}
          />
        )}
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
