import type { Failure } from '../../../preload/contract/failure.ts';

/** Refused before anything was sent: there is no such listing. */
export const unknownFamily = (familyId: string): Failure => ({
  kind: 'invalid-arguments',
  message: `The API has no listing named ${familyId}.`,
  field: 'familyId',
});
