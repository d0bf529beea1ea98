import { describe, expect, it } from 'vitest';
import { recentSamples, wouldHaveFired } from '../../../../../../main/core/jobs/families/watching/would-have-fired.ts';
import type { Ask, JobContext, Thing } from '../../../../../../main/core/jobs/job.ts';
import { failed, success } from '../../../../../../preload/contract/failure.ts';
import type { Json } from '../../../../../../preload/contract/json.ts';
import { aDroplet } from '../../../../../doubles/invented/facts.ts';

const nowMs = Date.UTC(2026, 10, 23, 14);
const base = {
  type: 'v1/insights/droplet/load_5',
  description: 'Busy',
  compare: 'GreaterThan',
  value: 4,
  window: '5m',
  entities: ['2'],
  tags: ['jobs'],
  enabled: true,
};
const droplets = new Map(
  [
    aDroplet({ id: 1, name: 'worker-01', tags: ['jobs'] }),
    aDroplet({ id: 2, name: 'worker-02', tags: [] }),
    aDroplet({ id: 3, name: 'worker-03', tags: ['jobs'], status: 'off' }),
    aDroplet({ id: 4, name: 'web-01', tags: ['web'] }),
  ].map((one) => [one.id, one]),
);

/** A day with a sample every five minutes: `high` of them, at the beginning of each hour, are 9, the others 1. */
function load(high: number): Json {
  const values = Array.from({ length: 288 }, (_, index) => [nowMs / 1000 - (287 - index) * 300, index % 12 < high ? '9' : '1']);
  return { data: { result: [{ metric: {}, values }] } };
}

async function opened(answers: Record<string, Json>, own: object = {}) {
  const asked: Record<string, string>[] = [];
  const ask = {
    async read(_operationId: string, _path: unknown, query: Record<string, string>) {
      asked.push(query);
      const answer = answers[query.host_id ?? ''];
      return answer === undefined ? failed({ kind: 'server-error', message: 'No.' }) : success(answer);
    },
  } as unknown as Ask;
  const policy = { ...base, ...own };
  const context = {
    thing: { id: 'p1' } as Thing,
    ask,
    droplets,
    team: 'Harbour Works',
    nowMs,
    lastAddresses: '',
  } satisfies JobContext;
  const data = await recentSamples(policy, context);
  return {
    asked,
    lines: (value: unknown, window: unknown = '5m') => wouldHaveFired(policy, { value, window }, { data }),
  };
}

describe('how often a policy would have fired', () => {
  it('is said of the droplets that it is about and that run, for the limit and the window that are typed', async () => {
    const { asked, lines } = await opened({ 1: load(2), 2: load(4) });
    expect(asked).toEqual(
      ['2', '1'].map((host_id) => ({ host_id, start: String(nowMs / 1000 - 86_400), end: String(nowMs / 1000) })),
    );
    expect(lines(4)).toEqual([
      'In the last 24 hours it would have fired 24 times on worker-02, for 6 h in all; 24 times on worker-01, for 2 h in all.',
    ]);
    expect(lines(4, '30m')).toEqual(['In the last 24 hours it would not have fired on worker-02 and worker-01.']);
    expect(lines(9)).toEqual(['In the last 24 hours it would not have fired on worker-02 and worker-01.']);
  });

  it('is said of three droplets at most, with how many there are', async () => {
    const all = Object.fromEntries([1, 2, 4].map((id) => [id, load(0)]));
    const { asked, lines } = await opened(all, { entities: [], tags: [] });
    expect(asked).toHaveLength(3);
    expect(lines(4)).toHaveLength(1);
  });

  it('is not said of what cannot be read, of a value that is none, or of other things', async () => {
    expect((await opened({})).lines(4)).toEqual([]);
    const read = await opened({ 1: load(2), 2: load(4) });
    expect([read.lines(''), read.lines(null), read.lines('hot'), read.lines(4, '2h')]).toEqual([[], [], [], []]);
    expect((await opened({ 2: load(4) }, { type: 'v1/dbaas/alerts/cpu_alerts' })).asked).toEqual([]);
    expect((await opened({ 2: load(4) }, { type: 'v1/insights/droplet/disk_read' })).asked).toEqual([]);
  });
});
