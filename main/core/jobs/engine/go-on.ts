import { jobWords } from '../../words/jobs.ts';
import type { Plan } from '../job.ts';
import type { From } from './run.ts';

/** What is left of a plan that stopped, as a button. */
interface Way {
  label: string;
  plan: Plan;
  from: From;
}

/**
 * How a plan goes on after it stopped: with the step that failed and all behind it, or with a later one alone that makes sense
 * without it.
 */
export function wayOn(plan: Plan, at: From): Way[] {
  const left = plan.steps.slice(at.answers.length);
  const labels = left.filter(({ isNeeded }) => isNeeded === undefined).map(({ label }) => label);
  const rest: Way = { label: jobWords.goOn(labels), plan, from: at };
  const alone = left.slice(1).flatMap((step, skipped): Way[] => {
    if (!step.standsAlone) return [];
    const answers = [...at.answers, null, ...Array<null>(skipped).fill(null)];
    return [{ label: step.label, plan, from: { answers, labels: at.labels } }];
  });
  return [rest, ...alone];
}
