import { sentences } from '../../preload/contract/isolates.ts';

/** Words of the menu in which a person chooses the columns of a list. */
export const columnWords = sentences({
  columns: 'Columns',
  moves: 'move',
  noRoom: 'not enough room',
  always: 'always shown',
  moveLeft: (title: string) => `Move ${title} left`,
  moveRight: (title: string) => `Move ${title} right`,
  moved: (title: string, place: number, count: number) => `${title} is column ${place} of ${count}`,
  reset: 'Reset',
  isUsual: 'nothing changed',
} as const);
