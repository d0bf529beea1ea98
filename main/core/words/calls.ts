/** What is said when the page asks for something that is not there, and of defects. */
export const callWords = {
  noSuchTag: (tag: string) => ({ message: `The catalogue has no group called ${tag}.` }),
  defect: {
    message: 'Something is wrong in Buoy itself, and this was not done.',
    nextStep: 'Try again; if it happens again, report it with the log.',
  },
} as const;
