import { type BenchRow, peers, type Suite } from '../row.ts';

/** The minute of the API, scaled down: 250 requests in 3 s. */
const windowMs = 3000;
const limit = 250;
const calls = 600;

export const burstSuite: Suite = {
  name: 'burst',
  about: '600 calls at once against 250 in 3 s: how many are lost, how many were refused, and the time against the ideal.',
  async run(context) {
    const idealMs = Math.floor((calls - 1) / limit) * windowMs;
    const rows: BenchRow[] = [];
    for (const peer of peers) {
      context.say(`burst ${peer}`);
      const { baseUrl, id } = context.mockUrl({ burst: limit, win: windowMs });
      const env = { PACE_WIN: String(windowMs), PACE_BURST: String(limit) };
      const run = await context.measure({ peer, mode: 'burst', baseUrl, env, args: [String(calls)] });
      const { requests, refused, connections } = await context.stats(id);
      const row = { suite: 'burst', case: `600 calls / ${peer}`, against: null, ratio: null };
      const ms = run.figures.ms ?? Number.NaN;
      rows.push(
        { ...row, metric: 'outcome', value: run.result, unit: '' },
        {
          ...row,
          metric: 'time',
          value: ms,
          unit: 'ms',
          ...(run.result === 'ok' ? { against: 'ideal', ratio: ms / idealMs } : {}),
        },
        { ...row, metric: 'requests', value: requests, unit: '' },
        { ...row, metric: 'refused with 429', value: refused, unit: '' },
        { ...row, metric: 'connections', value: connections, unit: '' },
      );
    }
    return rows;
  },
};
