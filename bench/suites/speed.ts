import { type BenchContext, type BenchRow, compare, type Measured, median, type Peer, peers, type Suite } from '../row.ts';

interface Case {
  suite: string;
  name: string;
  mode: string;
  mock?: Record<string, string | number>;
  args?: string[];
  /** Figures to print: their unit, and the peer to compare with. */
  metrics: readonly [metric: string, unit: string, pick: (run: Measured) => number][];
  against: Peer;
}

/** Runs every peer in turn, in another order each round, and takes medians. */
async function runCase(context: BenchContext, wanted: Case): Promise<BenchRow[]> {
  const runs = new Map<Peer, Measured[]>(peers.map((peer) => [peer, []]));
  for (let round = 0; round < context.rounds; round += 1) {
    context.say(`${wanted.suite} ${wanted.name}: round ${round + 1} of ${context.rounds}`);
    for (let turn = 0; turn < peers.length; turn += 1) {
      const peer = peers[(turn + round) % peers.length] ?? 'buoy';
      const { baseUrl } = context.mockUrl(wanted.mock);
      const run = await context.measure({ peer, mode: wanted.mode, baseUrl, args: wanted.args ?? [], env: unpaced });
      if (run.result !== 'ok') throw new Error(`${wanted.suite} ${wanted.name} / ${peer}: ${run.result}`);
      runs.get(peer)?.push(run);
    }
  }
  return wanted.metrics.flatMap(([metric, unit, pick]) => {
    const values = new Map([...runs].map(([peer, all]): [Peer, number] => [peer, median(all.map(pick))]));
    return compare({ suite: wanted.suite, case: wanted.name, metric, unit }, values, wanted.against);
  });
}

/** Speed is measured without the minute's limit, because 1,000 requests would reach it. */
const unpaced = { PACE_WIN: '1', PACE_BURST: '100000' };

const figure = (name: string) => (run: Measured) => run.figures[name] ?? Number.NaN;

export const listSuite: Suite = {
  name: 'list',
  about: '10,000 droplets in pages of 200, ten at a time.',
  async run(context) {
    const rows: BenchRow[] = [];
    for (const lat of [0, 50]) {
      const metrics: Case['metrics'] = [
        ['time', 'ms', figure('ms')],
        ['CPU', 'ms', figure('cpuMs')],
        ['longest stall of the loop', 'ms', figure('stallMs')],
        ['peak memory', 'MB', figure('rssMb')],
      ];
      rows.push(
        ...(await runCase(context, {
          suite: 'list',
          name: `${lat} ms latency`,
          mode: 'list',
          mock: { lat },
          metrics,
          against: 'undici',
        })),
      );
    }
    return rows;
  },
};

export const coldSuite: Suite = {
  name: 'cold',
  about: 'A new process: load the client, read the account, end.',
  run: (context) =>
    runCase(context, {
      suite: 'cold',
      name: 'import and one GET',
      mode: 'account',
      metrics: [
        ['whole process', 'ms', (run) => run.wallMs],
        ['import', 'ms', figure('importMs')],
      ],
      against: 'node-http',
    }),
};

export const getsSuite: Suite = {
  name: 'gets',
  about: '1,000 single droplets, ten at a time.',
  run: (context) =>
    runCase(context, {
      suite: 'gets',
      name: '1,000 GETs',
      mode: 'gets',
      args: ['1000'],
      metrics: [
        ['rate', 'requests/s', (run) => 1_000_000 / (run.figures.ms ?? Number.NaN)],
        ['CPU per request', 'µs', (run) => run.figures.cpuMs ?? Number.NaN],
      ],
      against: 'undici',
    }),
};
