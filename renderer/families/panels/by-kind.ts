import { factWords } from '../../words/facts/in-general.ts';
import { restWords } from '../../words/facts/rest.ts';
import { singularLabel } from '../../words/field-names.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { designedFamily } from '../all.ts';
import { referenceOf } from '../references.ts';
import type { Item } from '../value.ts';
import type { Line, Piece } from './panel.ts';
import { quiet, textIn, thing } from './says.ts';

/** So many things of a kind are named. */
const namedAtMost = 4;

const kindOf = (familyId: string): string =>
  familyId === 'droplets_list' ? 'droplet' : inSentence(singularLabel(designedFamily(familyId)?.title ?? ''));

/** Things that URNs name, a line for each kind: how many, and what they are called. Some rows have the names too. */
export function byKind(rows: readonly Item[]): Line[] {
  const kinds = new Map<string, Piece[]>();
  for (const row of rows) {
    const named = referenceOf('urn', textIn(row, 'urn'));
    if (named === null) continue;
    const pieces = kinds.get(named.familyId) ?? [];
    kinds.set(named.familyId, [...pieces, thing(named.familyId, named.id, textIn(row, 'name') || null)]);
  }
  return [...kinds].map(([familyId, pieces]) => {
    const more = pieces.length - namedAtMost;
    return [
      quiet(restWords.count(pieces.length, kindOf(familyId))),
      ...pieces.slice(0, namedAtMost),
      ...(more > 0 ? [quiet(factWords.andMore(more))] : []),
    ];
  });
}
