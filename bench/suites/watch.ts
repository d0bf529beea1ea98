import { watchFor } from '../../test/doubles/core/watched-hours.ts';
import { type BenchRow, rowsFor, type Suite } from '../row.ts';

const demand = { policies: 20, checks: 50 };
/** Long enough for everything that is looked at regularly to have had its look twice. */
const hours = 3;
/** A fifth of the 5,000 that the API grants in an hour. */
const fifth = 1000;

export const watchSuite: Suite = {
  name: 'watch',
  about:
    'A quiet team with 20 policies and 50 uptime checks, in simulated time: the requests of the busiest hour with everything else, against a fifth of the hour, and what the budget gives up.',
  async run({ say }) {
    const rows: BenchRow[] = [];
    for (const droplets of [10, 100, 1000]) {
      say(`watch ${droplets} droplets`);
      const { busiestHour, asked, view } = await watchFor({ droplets, ...demand }, hours);
      const late = asked.filter(({ atMs }) => atMs >= (hours - 1) * 3_600_000);
      const row = rowsFor('watch', `${droplets} droplets, 20 policies, 50 checks`);
      const count = (isMeant: (path: string) => boolean) => late.filter(({ path }) => isMeant(path)).length;
      rows.push(
        row('requests per hour', busiestHour, '', 'a fifth of the hour', fifth),
        row(
          'of them for states of checks',
          count((path) => path.endsWith('/state')),
          '',
        ),
        row(
          'of them for metrics',
          count((path) => path.includes('/metrics/')),
          '',
        ),
      );
      const [watching] = view.tables.watching;
      const told = [watching?.checksText, watching?.policiesText, watching?.requestsText].filter((text) => text != null);
      for (const [index, text] of [...told, ...(watching?.givenUp ?? [])].entries()) {
        const metric = index < told.length ? 'told on the page' : 'given up';
        rows.push({
          suite: 'watch',
          case: `${droplets} droplets, 20 policies, 50 checks`,
          metric,
          value: text,
          unit: '',
          against: null,
          ratio: null,
        });
      }
    }
    return rows;
  },
};
