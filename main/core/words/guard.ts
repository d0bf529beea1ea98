import { sentences } from '../../../preload/contract/isolates.ts';

/** What the guard says when an answer does not fit its question. In each case nothing was sent. */
export const guardWords = sentences({
  expired: {
    message: 'That question is no longer open, so nothing was done.',
    nextStep: 'Start again: things may have changed since Buoy asked.',
  },
  otherSubject: {
    message: 'That answer belongs to another question, so nothing was done.',
    nextStep: 'Start again.',
  },
  wrongName: (name: string) => ({
    message: 'The typed name does not match, so nothing was done.',
    nextStep: `Type ${name} exactly as it is written.`,
  }),
});
