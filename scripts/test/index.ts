/**
 * `npm test` runs every check and every test, and ends in one line of totals. `npm run unit -- [file or -t name]` runs the
 * tests that need no browser. `npm run e2e -- [journey]` runs those that do. `npm run jobs` does the forty jobs in the browser and
 * prints them as a table.
 */
import { buildSuite, checkSuite, jobsSuite, journeySuite, vitestSuite } from './run-suites.ts';
import { emptyTally, failureLines, isGood, skipLines, sum, type Tally, verdictLine } from './tally.ts';

interface Suite {
  title: string;
  run: () => Promise<Tally>;
}

const [mode, ...rest] = process.argv.slice(2);
const build: Suite = { title: 'Build', run: buildSuite };
const jobs: Suite = { title: 'The forty jobs in the browser', run: jobsSuite };
const journeys = (args: readonly string[]): Suite => ({ title: 'Journeys in the browser', run: () => journeySuite(args) });

const suites: Suite[] =
  mode === '--unit'
    ? [
        {
          title: 'Unit tests',
          run: () =>
            vitestSuite(
              rest.length > 0
                ? rest
                : ['--project', 'unit', '--project', 'page', '--project', 'mocked', '--project', 'repository'],
            ),
        },
      ]
    : mode === '--e2e'
      ? [build, journeys(rest)]
      : mode === '--jobs'
        ? [build, jobs]
        : [{ title: 'Checks', run: checkSuite }, build, { title: 'Tests', run: () => vitestSuite() }, journeys([])];

const start = performance.now();
let total = emptyTally;
for (const suite of suites) {
  const suiteStart = performance.now();
  console.log(`\n── ${suite.title}`);
  total = sum([total, await suite.run()]);
  console.log(`── ${suite.title}: ${((performance.now() - suiteStart) / 1000).toFixed(1)} s`);
}
console.log(`\nTook ${((performance.now() - start) / 1000).toFixed(0)} s.`);
for (const line of skipLines(total)) console.log(line);
for (const line of failureLines(total)) console.log(line);
console.log(verdictLine(total));
if (!isGood(total)) process.exitCode = 1;
