import { sentences } from '../../../preload/contract/isolates.ts';
import { listed } from './numbers.ts';

/** What DigitalOcean reports of itself. */
export const incidentWords = sentences({
  /** `regions` may be empty. */
  text: (products: readonly string[], regions: readonly string[]) =>
    `DigitalOcean reports trouble with ${listed(products)}${regions.length === 0 ? '' : ` in ${listed(regions)}`}.`,
  statuses: {
    investigating: 'Being looked into',
    identified: 'The cause is found',
    monitoring: 'Mended, being watched',
    unknown: 'Going on',
  },
});
