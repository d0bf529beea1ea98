import type { LineValue, PartChange } from '../../preload/contract/part-change.ts';
import { isDataMap, labelOf } from '../families/labels.ts';
import { readingOf, wordsOf } from '../families/reading.ts';
import { singularLabel } from '../words/field-names.ts';
import { inSentence } from '../words/in-sentence.ts';
import { jobWords } from '../words/jobs.ts';

/** What somebody else changed, a line for each part: "Idle timeout: 1 min → 77 s", "Tags: + jobs". */
export function meanwhileLines(changes: readonly PartChange[]): string[] {
  const parts = Map.groupBy(changes, (change) => placeOf(change));
  return [...parts].flatMap(([place, of]) => {
    if (of.some(({ isEntry }) => isEntry)) return [entriesLine(place, of)];
    return of.map(({ sides, ...change }) => {
      if (!sides) return jobWords.partChanged(place);
      const [before, after] = [wordsAt(change, sides.before), wordsAt(change, sides.after)];
      const isMeasured = [sides.before, sides.after].some((value, at) => value !== null && String(value) !== [before, after][at]);
      return jobWords.became(isMeasured ? withoutUnit(place) : place, before, after);
    });
  });
}

function entriesLine(place: string, changes: readonly PartChange[]): string {
  const told = (side: 'before' | 'after') =>
    changes.flatMap((change) => {
      const value = change.sides?.[side] ?? null;
      return value === null ? [] : [wordsAt(change, value)];
    });
  return jobWords.entries(place, told('after'), told('before'));
}

const fieldOf = ({ way, isEntry }: Pick<PartChange, 'way' | 'isEntry'>): string => (isEntry ? way.at(-2) : way.at(-1)) ?? '';

/** A value as lists and panels say it. */
function wordsAt({ way, isEntry, beside }: Omit<PartChange, 'sides'>, value: LineValue): string {
  const isData = isDataMap(way.at(-2) ?? '');
  return wordsOf(readingOf({ field: fieldOf({ way, isEntry }), value, beside, isData })) || jobWords.nothing;
}

/** "Health check: port", "Rule 2: target port": the labels of the fields on the way, and the number of an entry. */
function placeOf({ way, isEntry }: PartChange): string {
  const names: string[] = [];
  for (const [at, step] of (isEntry ? way.slice(0, -1) : way).entries()) {
    const [held] = names.slice(-1);
    const isPosition = held !== undefined && /^\d+$/.test(step);
    if (isPosition) names.splice(-1, 1, `${singularLabel(held)} ${Number(step) + 1}`);
    else names.push(plainName(step, isDataMap(way[at - 1] ?? '')));
  }
  const [first = '', ...rest] = names;
  return [first, ...rest.map(inSentence)].join(', ');
}

/** What an id is of is known by its label: "Certificate", not "Certificate ID". */
const plainName = (step: string, isData: boolean): string => {
  const label = labelOf(step, isData);
  const named = label.replace(/ IDs?$/, '');
  return named === label || !label.endsWith('s') ? named : `${named}s`;
};

/** The unit stands with the number. */
const withoutUnit = (label: string): string =>
  label.replace(/ (in )?(seconds|milliseconds|ms|minutes|hours|days|bytes|gigabytes|GiB|MiB|GB|MB|mbps|percent|percentage)$/, '');
