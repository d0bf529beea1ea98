import type { Failure } from '../../../preload/contract/failure.ts';

/** There is no such listing, so nothing was sent. */
export const unknownFamily = (familyId: string): Failure => ({
  kind: 'invalid-arguments',
  message: `The API has no listing named ${familyId}.`,
  field: 'familyId',
});

/** The list is on a server with a key of its own, and nobody gave it. */
export const needsKey: Failure = {
  kind: 'secret-lost',
  message: 'This list is on a server of its own, which asks for a model key.',
  nextStep: 'Give it by the button above the list.',
};
