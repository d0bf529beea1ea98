import { sentences } from '../../preload/contract/isolates.ts';

/** Words of every list in which rows can be selected. */
export const listWords = sentences({
  picker: 'Select',
  selectAll: 'Select all shown',
  select: (name: string) => `Select ${name}`,
});
