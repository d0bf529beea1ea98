import { sentences } from '../../../preload/contract/isolates.ts';

/** Answers to the page when it asks for something that does not exist, and when Buoy itself fails. */
export const callWords = sentences({
  noSuchTag: (tag: string) => ({ message: `The catalogue has no group called ${tag}.` }),
  defect: {
    message: 'Buoy itself failed, and this was not done.',
    nextStep: 'Try again; if it happens again, report it with the log.',
  },
} as const);
