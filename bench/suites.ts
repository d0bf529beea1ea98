import type { Suite } from './row.ts';
import { burstSuite } from './suites/burst.ts';
import { charts } from './suites/charts.ts';
import { faultsSuite } from './suites/faults.ts';
import { rows } from './suites/rows.ts';
import { coldSuite, getsSuite, listSuite } from './suites/speed.ts';
import { viewSync } from './suites/view-sync.ts';
import { watchSuite } from './suites/watch.ts';

/** Everything that `npm run bench` measures, in this order. To add a suite, add a file to `suites/` and a line here. */
export const suites: readonly Suite[] = [
  listSuite,
  coldSuite,
  getsSuite,
  burstSuite,
  faultsSuite,
  viewSync,
  rows,
  charts,
  watchSuite,
];
