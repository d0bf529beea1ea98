import { sentences } from '../../../preload/contract/isolates.ts';
import { count } from './numbers.ts';

/** What tells things from others that cost and serve nothing. */
export const idleWords = sentences({
  gigabytes: (size: number) => `${count(size)} GB`,
  endCost: 'End cost…',
} as const);

export const costFailures = {
  noTeam: { message: 'DigitalOcean has not told yet which team this is, so its days cannot be asked for.' },
} as const;
