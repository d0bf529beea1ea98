import { sentences } from '../../preload/contract/isolates.ts';
import type { CellProblem } from '../../preload/contract/job-table.ts';
import { wholeNumber } from './locale.ts';

const several = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);

/** Words around tables that a job asks to be filled in. The core has the words of their columns. */
export const tableWords = sentences({
  count: (count: number, noun: string) =>
    count === 1 ? `1 ${noun}` : `${count === 0 ? 'no' : wholeNumber(count)} ${several(noun)}`,
  add: (noun: string) => `Add ${noun}`,
  addTo: (noun: string, table: string) => `Add ${noun} to ${table}`,
  empty: (noun: string) => `No ${several(noun)} yet.`,
  newRow: (noun: string) => `New ${noun}`,
  take: (name: string) => (name === '' ? 'Take this row away' : `Take ${name} away`),
  goes: 'goes',
  keep: 'Keep',
  keepRow: (name: string) => `Keep ${name}`,
  /** In place of a secret that is there: one of an app was encrypted, others are only not shown. */
  kept: (isOnlyHidden: boolean) => (isOnlyHidden ? 'kept, not shown' : 'encrypted'),
  typeAnew: 'Type it anew',
  problem({ kind, column }: CellProblem): string {
    switch (kind) {
      case 'missing':
        return `${column.label} is missing.`;
      case 'unfit':
        return `${column.label}: ${column.pattern?.words ?? ''}.`;
      case 'twice':
        return 'It is there twice: change one of the two, or take it away.';
      case 'lost':
        return 'It was encrypted, and nobody can read it: type its value anew.';
    }
  },
});
