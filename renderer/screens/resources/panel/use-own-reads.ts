import { resourceKey } from '../../../../preload/contract/resource-key.ts';
import type { About, FirstFact, Panel } from '../../../families/panels/panel.ts';
import { type ReadAnswer, useReads } from '../../../hooks/use-reads.ts';

/** The further reads of a panel: what its first facts need of the thing itself. */
export interface OwnReads {
  /** `undefined`: it is not among them. */
  answerOf(operationId: string): ReadAnswer | undefined;
  /** Each of them was answered or has failed. */
  areDone: boolean;
  count: number;
}

/** `valuesFor`: path values of an operation on the thing; `null` as long as the catalogue is not there. */
export function useOwnReads(
  panel: Panel,
  facts: readonly FirstFact[],
  about: About,
  valuesFor: ((operationId: string) => Record<string, string>) | null,
): OwnReads {
  const { connectionId } = about;
  const needed = [...new Set(facts.flatMap(({ needs }) => needs ?? []))];
  const reads = (valuesFor === null ? [] : needed).map((familyId) => {
    const query = panel.queries?.[familyId]?.(about);
    return { familyId, parent: valuesFor?.(familyId) ?? {}, ...(query ? { query } : {}), isAsked: true };
  });
  const answers = useReads(connectionId, reads);
  const answerOf = (operationId: string): ReadAnswer | undefined => {
    const read = reads.find(({ familyId }) => familyId === operationId);
    return read && answers.get(resourceKey(connectionId, read.familyId, read.parent, read.query));
  };
  const isDone = (operationId: string): boolean => {
    const answer = answerOf(operationId);
    return answer !== undefined && (answer.items !== null || answer.failure !== null);
  };
  return { answerOf, areDone: needed.every(isDone), count: needed.length };
}
