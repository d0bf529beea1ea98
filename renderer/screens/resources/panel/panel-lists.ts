import { designedFamily } from '../../../families/all.ts';
import type { About, FirstFact, Line, Panel, Relation } from '../../../families/panels/panel.ts';
import { isInside, isListed } from '../../../families/references.ts';
import { type Item, idOf, textOf } from '../../../families/value.ts';

/*
 * Which lists a panel reads for names and relations, and in which order. Pure: `use-lists.ts` asks.
 */

/** The row of a thing in a list. Rows are told by the id of their paths, or by the id that other things name them by. */
export function rowOf(familyId: string, id: string, rows: readonly Item[]): Item | undefined {
  const family = designedFamily(familyId);
  return rows.find((row) => (family && idOf(family, row) === id) || textOf(row.id) === id || textOf(row.uuid) === id);
}

/** Whether the list of a family must be read to call that thing by its name. */
const isUnnamed = (familyId: string, id: string, about: About): boolean =>
  isListed(familyId) && id !== '' && rowOf(familyId, id, about.known(familyId) ?? []) === undefined;

const familiesIn = (lines: readonly Line[], about: About): string[] =>
  lines
    .flat()
    .flatMap((piece) =>
      piece.kind === 'thing' && piece.name === null && isUnnamed(piece.familyId, piece.id, about) ? [piece.familyId] : [],
    );

/** Lists that the facts need, for names and for what they look into. These are always read. */
export function listsOfFacts(facts: readonly FirstFact[], about: About): string[] {
  return [...new Set(facts.flatMap((fact) => [...familiesIn(fact.say(about), about), ...(fact.looksInto ?? [])]))];
}

function isWanted(relation: Relation, about: About): boolean {
  if ('droplet' in relation || 'rows' in relation) return false;
  if ('from' in relation) return !isInside(relation.familyId);
  if (relation.wants?.(about)) return true;
  return relation.to(about).some((id) => isUnnamed(relation.familyId, id, about));
}

/** Lists that the related things need: first those that the thing names, then those whose things may point at it. */
export function listsOfRelated(related: Panel['related'], about: About): string[] {
  const wanted = (related ?? []).filter((relation) => isWanted(relation, about));
  const named = wanted.filter((relation) => 'to' in relation);
  return [...new Set([...named, ...wanted].map(({ familyId }) => familyId))];
}

/** Requests that opening a panel may cost for reads and lists together, besides what tells its cost. */
const requestsAtMost = 4;

/**
 * Which lists are read when a panel opens, and which only on request. What its facts need is always read; what relates to it, as
 * far as the requests go. `isFresh` tells what costs none. `asked`: what this panel has asked for already.
 */
export function chosenLists({
  ofFacts,
  ofRelated,
  reads,
  isFresh,
  asked,
  isFurther,
}: {
  ofFacts: readonly string[];
  ofRelated: readonly string[];
  /** How many further reads its facts make. */
  reads: number;
  isFresh: (familyId: string) => boolean;
  asked: readonly string[];
  /** The person wants the rest too. */
  isFurther: boolean;
}): { ask: string[]; further: string[] } {
  // What was asked for stays counted, also once its names are known.
  const ask = [...asked, ...ofFacts.filter((familyId) => !asked.includes(familyId) && !isFresh(familyId))];
  const further: string[] = [];
  for (const familyId of ofRelated) {
    if (ask.includes(familyId) || ofFacts.includes(familyId) || isFresh(familyId)) continue;
    if (isFurther || reads + ask.length < requestsAtMost) ask.push(familyId);
    else further.push(familyId);
  }
  return { ask, further };
}
