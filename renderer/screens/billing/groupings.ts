import type { CostGrouping } from '../../../preload/contract/bills.ts';

export type { CostGrouping } from '../../../preload/contract/bills.ts';

/** In the order in which they are offered. The contract's own list would bring its schema library into the page. */
export const costGroupings = ['resource', 'project', 'tag', 'kind', 'team'] as const satisfies readonly CostGrouping[];
