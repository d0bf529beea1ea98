/** What the guard says when an answer does not fit its question. */
export const guardWords = {
  expired: {
    message: 'That question is no longer open, so nothing was done.',
    nextStep: 'Ask for it again: the question may say something else by now.',
  },
  otherSubject: {
    message: 'That answer belongs to another question, so nothing was done.',
    nextStep: 'Ask for it again.',
  },
  wrongName: (name: string) => ({
    message: 'The name that was typed does not match, so nothing was done.',
    nextStep: `Type ${name} exactly as it is written.`,
  }),
};
