import type { Failure } from '../../../preload/contract/failure.ts';

/** There is no such listing, so nothing was sent. */
export const unknownFamily = (familyId: string): Failure => ({
  kind: 'invalid-arguments',
  message: `The API has no listing named ${familyId}.`,
  field: 'familyId',
});
