import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../preload/contract/failure.ts';
import type { JobForm, JobValues, JobWeight } from '../../preload/contract/job.ts';
import { filesOf } from '../../preload/contract/job-files.ts';
import { usePage } from '../page/page.ts';

/** So long a person pauses between two keys, in milliseconds: what stands there then is asked about. */
const pauseMs = 150;

/** Files by name and size alone: what is in them weighs nothing, and is too much to send with every key. */
const withoutContents = (values: JobValues): JobValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const files = filesOf(value);
      return [name, files.length === 0 ? value : files.map((one) => ({ ...one, base64: '' }))];
    }),
  );

/**
 * What the job would do with the values that stand in its form, as the core says it; `null` until it has. `ask` asks at once, for
 * the price too where that is wanted; what a later one answers wins.
 */
export const useWeight = (
  form: JobForm,
  values: JobValues,
): { weight: JobWeight | null; ask: (now: JobValues, isPriced?: boolean) => Promise<Outcome<JobWeight>> } => {
  const { bridge } = usePage();
  const [weight, setWeight] = useState<JobWeight | null>(null);
  const turn = useRef(0);
  const ask = useCallback(
    async (now: JobValues, isPriced = false) => {
      turn.current += 1;
      const mine = turn.current;
      const outcome = await bridge.weighJob({ id: form.id, values: withoutContents(now), isPriced });
      if (outcome.ok && mine === turn.current) setWeight(outcome.value);
      return outcome;
    },
    [bridge, form.id],
  );
  const isAsked = form.fields.length > 0;
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => void ask(values), turn.current === 0 ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [ask, values, isAsked]);
  return { weight, ask };
};
