import { sentences } from '../../preload/contract/isolates.ts';

/** A share of 0 to 100, as "3.4 %" and "34 %". */
export const percent = (value: number): string => `${Number(value.toFixed(value < 10 ? 1 : 0))} %`;

/** The small drawings of lists and pins. They stand on the first screen, where the words of whole charts are not needed. */
export const sparkWords = sentences({
  of: (text: string) => `CPU in the last 24 hours, now ${text}`,
  now: (value: string) => `CPU ${value}`,
  none: 'It sends no metrics',
  spared: 'Left out, to spare requests',
  failed: 'Its metrics could not be read',
});
