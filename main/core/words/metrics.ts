import { sentences } from '../../../preload/contract/isolates.ts';

/** What to say when a chart cannot be read. */
export const metricReadWords = sentences({
  noSuchChart: (chart: string) => `Buoy has no chart “${chart}” of that.`,
  closed: 'The chart was closed.',
} as const);
