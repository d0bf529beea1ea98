import type { Covered } from './walk.ts';

/** How many operations Buoy must offer, and how many there are. */
export const expected = { required: 380, all: 659 } as const;

export interface Sums {
  required: number;
  all: number;
}

/** Operations for which a request can be made and that were answered. */
export function sumsOf(covered: readonly Covered[]): Sums {
  const whole = covered.filter(({ uncallable, unanswered }) => uncallable === null && unanswered === null);
  return { required: whole.filter(({ operation }) => operation.isRequired).length, all: whole.length };
}

const head = ['Tag', 'Operations', 'Callable', 'Answered', 'Designed lists'];

/** One line for each tag, in the reference's order, and the sums. At the end: what is missing, and why. */
export function coverageText(covered: readonly Covered[]): string {
  const tags = Map.groupBy(covered, ({ operation }) => operation.tag);
  const rows = [head, ...[...tags].map(([tag, ones]) => rowOf(tag, ones)), rowOf('All', covered)];
  const { required, all } = sumsOf(covered);
  return [
    ...aligned(rows),
    '',
    `${required}/${expected.required} required operations, ${all}/${expected.all} of all: callable and answered.`,
    ...covered.flatMap(shortfalls),
  ].join('\n');
}

function rowOf(tag: string, ones: readonly Covered[]): string[] {
  const count = (holds: (one: Covered) => boolean) => ones.filter(holds).length;
  const listings = count(({ isListing }) => isListing);
  const designed = count(({ isListing, isDesigned }) => isListing && isDesigned);
  return [
    tag,
    String(ones.length),
    String(count(({ uncallable }) => uncallable === null)),
    String(count(({ unanswered }) => unanswered === null)),
    listings === 0 ? '' : `${designed}/${listings}`,
  ];
}

function aligned(rows: readonly string[][]): string[] {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line);
}

const shortfalls = ({ operation, uncallable, unanswered }: Covered): string[] => [
  ...(uncallable === null ? [] : [`${operation.id} cannot be called: ${uncallable}`]),
  ...(unanswered === null ? [] : [`${operation.id} was not answered: ${unanswered}`]),
];
