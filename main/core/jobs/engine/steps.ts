import { jobWords } from '../../words/jobs.ts';
import type { Plan } from '../job.ts';

/** What a plan of several steps does one after the other, to be read before it begins. Empty: it is one step, or none. */
export const stepsOf = ({ steps }: Plan): string[] =>
  steps.length < 2 ? [] : steps.map(({ label, isNeeded }) => (isNeeded ? jobWords.ifNeeded(label) : label));
