import { type BenchRow, type MockStats, peers, type Suite } from '../row.ts';

interface Fault {
  name: string;
  mode: 'account' | 'post' | 'list';
  fault: string;
  /** Whether the result is right. */
  isRight(result: string, stats: MockStats): boolean;
  wanted: string;
}

const capMs = 20_000;
const ok = (result: string) => result === 'ok';
const isError = (result: string) => result.startsWith('error');

const faults: readonly Fault[] = [
  { name: '429 once, retry-after 2', mode: 'account', fault: '429once', isRight: ok, wanted: 'waits, then ok' },
  { name: '500 once', mode: 'account', fault: '500once', isRight: ok, wanted: 'ok' },
  { name: '503 once', mode: 'account', fault: '503once', isRight: ok, wanted: 'ok' },
  { name: 'reset once, no bytes', mode: 'account', fault: 'resetonce', isRight: ok, wanted: 'ok' },
  { name: 'cut body once', mode: 'account', fault: 'cutonce', isRight: ok, wanted: 'ok' },
  { name: 'half of the JSON', mode: 'account', fault: 'truncjson', isRight: isError, wanted: 'error' },
  { name: '100 MB body', mode: 'account', fault: 'big', isRight: isError, wanted: 'error' },
  { name: 'no headers ever', mode: 'account', fault: 'hang', isRight: isError, wanted: 'error' },
  { name: 'body never ends', mode: 'account', fault: 'trickle', isRight: isError, wanted: 'error' },
  {
    name: 'POST, 503 once',
    mode: 'post',
    fault: 'post503once',
    isRight: (result, { requests }) => isError(result) && requests === 1,
    wanted: 'error, sent once',
  },
  {
    name: 'POST acted, then reset',
    mode: 'post',
    fault: 'postreset',
    isRight: (result, { posts }) => isError(result) && posts === 1,
    wanted: 'error, acted once',
  },
  { name: 'list: page 7 is 500 once', mode: 'list', fault: 'page500once', isRight: ok, wanted: 'complete' },
  { name: 'list: page 7 is 500 always', mode: 'list', fault: 'page500always', isRight: isError, wanted: 'error' },
  { name: 'list: a droplet deleted meanwhile', mode: 'list', fault: 'shift', isRight: ok, wanted: 'complete' },
];

export const faultsSuite: Suite = {
  name: 'faults',
  about: 'How a call ends when something goes wrong; single runs, three at a time.',
  async run(context) {
    const rows: BenchRow[] = [];
    for (const fault of faults) {
      context.say(`faults: ${fault.name}`);
      rows.push(...(await Promise.all(peers.map((peer) => runFault(fault, peer)))));
    }
    return rows;

    async function runFault(fault: Fault, peer: (typeof peers)[number]): Promise<BenchRow> {
      const { baseUrl, id } = context.mockUrl({ fault: fault.fault });
      const run = await context.measure({ peer, mode: fault.mode, baseUrl, capMs });
      const stats = await context.stats(id);
      const isRight = !run.isKilled && fault.isRight(run.result, stats);
      const value = `${isRight ? 'right' : 'WRONG'}: ${run.result}; ${stats.requests} requests`;
      return {
        suite: 'faults',
        case: `${fault.name} / ${peer}`,
        metric: 'outcome',
        value,
        unit: '',
        against: fault.wanted,
        ratio: isRight ? 1 : 0,
      };
    }
  },
};
