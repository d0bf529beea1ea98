import { describe, expect, it } from 'vitest';
import { lookFor } from '../../../../../../main/core/jobs/engine/look.ts';
import type { Session } from '../../../../../../main/core/jobs/engine/sessions.ts';
import { weigh } from '../../../../../../main/core/jobs/engine/weigh.ts';
import { alertPolicyJobs } from '../../../../../../main/core/jobs/families/watching/alert-policies.ts';
import { newPolicy, watchThis } from '../../../../../../main/core/jobs/families/watching/new-policy.ts';
import type { Ask, Job, JobContext, Thing } from '../../../../../../main/core/jobs/job.ts';
import { failed, success } from '../../../../../../preload/contract/failure.ts';
import type { JobValues } from '../../../../../../preload/contract/job.ts';
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

/** What a job is opened with, where these answers are read of droplets by id, and what it asks. */
function contextOver(answers: Record<string, Json>, thingId = 'p1') {
  const asked: Record<string, string>[] = [];
  const ask = {
    async read(_operationId: string, _path: unknown, query?: Record<string, string>) {
      // The account, whose address is told in the form.
      if (query === undefined) return failed({ kind: 'server-error', message: 'No.' });
      asked.push(query);
      const answer = answers[query.host_id ?? ''];
      return answer === undefined ? failed({ kind: 'server-error', message: 'No.' }) : success(answer);
    },
    list: async () => success([]),
  } as unknown as Ask;
  const thing = { id: thingId, ownName: 'worker-01' } as Thing;
  return {
    asked,
    context: {
      thing,
      ask,
      droplets,
      team: 'Harbour Works',
      nowMs,
      lastAddresses: '',
      makePassword: () => 'p',
    } satisfies JobContext,
  };
}

/** The limit of a policy as it is changed. What was typed is shown before it is asked for again. */
async function opened(answers: Record<string, Json>, own: object = {}) {
  const { asked, context } = contextOver(answers);
  const job = alertPolicyJobs.find(({ name }) => name === 'limit');
  if (!job) throw new Error('There is no such job');
  const form = { fields: [], typeToConfirm: null, level: 'normal' as const };
  const session: Session = { job, context, opened: { data: { base: { ...base, ...own } } }, form, seen: 'normal' };
  await lookFor(session, {});
  return {
    asked,
    lines: (value: unknown, window: unknown = '5m') =>
      job.weigh?.({ value, window } as JobValues, session.opened, session.context).lines ?? [],
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

/** A policy that is being made, as the page fills it in. */
async function making(answers: Record<string, Json>, job: Job = newPolicy, thingId = '') {
  const { asked, context } = contextOver(answers, thingId);
  const read = await job.open?.(context);
  if (!read?.ok) throw new Error('Not opened');
  const form = { fields: [...(read.value.fields ?? [])], typeToConfirm: null, level: 'normal' as const };
  const session: Session = { job, context, opened: read.value, form, seen: 'normal' };
  return {
    hosts: () => asked.map(({ host_id }) => host_id),
    async lines(values: JobValues) {
      await lookFor(session, values);
      return weigh(session, values).lines;
    },
  };
}
const busy = { type: 'v1/insights/droplet/load_5', compare: 'GreaterThan', 'limit Load': 4, window: '5m' };
const never = (names: string) => [`In the last 24 hours it would not have fired on ${names}.`];

describe('how often a new policy would have fired', () => {
  it('is read once a metric and droplets are chosen, and not again for another limit, window or side', async () => {
    const { hosts, lines } = await making({ 1: load(2), 2: load(4) });
    expect(await lines({})).toEqual([]);
    expect(await lines({ ...busy, droplets: [] })).toEqual([]);
    expect(await lines({ droplets: ['2'] })).toEqual([]);
    expect(hosts()).toEqual([]);
    const [first, again] = await Promise.all([lines({ ...busy, droplets: ['2'] }), lines({ ...busy, droplets: ['2'] })]);
    expect(first).toEqual(['In the last 24 hours it would have fired 24 times on worker-02, for 6 h in all.']);
    expect(again).toEqual(first);
    expect(await lines({ ...busy, 'limit Load': 9, droplets: ['2'] })).toEqual(never('worker-02'));
    expect(await lines({ ...busy, 'limit Load': null, droplets: ['2'] })).toEqual([]);
    expect(await lines({ ...busy, window: '30m', droplets: ['2'] })).toEqual(never('worker-02'));
    expect(await lines({ ...busy, compare: 'LessThan', 'limit Load': 1, droplets: ['2'] })).toEqual(never('worker-02'));
    expect(hosts()).toEqual(['2']);
    expect(await lines({ ...busy, droplets: ['1', '2'] })).toEqual([expect.stringMatching(/worker-02.*worker-01/)]);
    expect(hosts()).toEqual(['2', '1']);
  });

  it('is said of three droplets at most that run, and of those that were read already', async () => {
    const more = [5, 6].map((id) => aDroplet({ id, name: `extra-0${id}`, tags: [] }));
    for (const one of more) droplets.set(one.id, one);
    const { hosts, lines } = await making(Object.fromEntries([1, 2, 3, 4, 5, 6].map((id) => [id, load(0)])));
    const of = (...ids: string[]) => lines({ ...busy, droplets: ids });
    expect(await of('3', '6', '5', '4')).toEqual(never('extra-06, extra-05 and web-01'));
    expect(await of('1', '2', '3', '4', '5', '6')).toEqual([
      ...never('web-01, extra-05 and extra-06'),
      'Buoy looked at 3 of its 5 droplets.',
    ]);
    expect(hosts()).toEqual(['6', '5', '4']);
    for (const one of more) droplets.delete(one.id);
  });

  it('is said of a droplet that is watched from its own panel', async () => {
    const { hosts, lines } = await making({ 1: load(2) }, watchThis('droplets'), '1');
    expect(await lines(busy)).toEqual(['In the last 24 hours it would have fired 24 times on worker-01, for 2 h in all.']);
    expect(hosts()).toEqual(['1']);
  });

  it('is not said of what cannot be read, which is tried once, of a metric that is none, or of other things', async () => {
    const { hosts, lines } = await making({});
    expect(await lines({ ...busy, droplets: ['1'] })).toEqual([]);
    expect(await lines({ ...busy, 'limit Load': 5, droplets: ['1'] })).toEqual([]);
    expect(await lines({ ...busy, type: 'v1/insights/droplet/disk_read', 'limit MB/s': 5, droplets: ['1'] })).toEqual([]);
    expect(await lines({ ...busy, type: 'v1/dbaas/alerts/cpu_alerts', 'limit %': 80, clusters: ['c1'] })).toEqual([]);
    expect(hosts()).toEqual(['1']);
  });
});
