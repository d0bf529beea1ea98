import { describe, expect, it } from 'vitest';
import type { DatedThing } from '../../../../../main/core/digitalocean/resources/dated-things.ts';
import type { StateEvent } from '../../../../../main/core/state/events.ts';
import { checkRows } from '../../../../../main/core/view/watching/check-rows.ts';
import { createWatching } from '../../../../../main/core/view/watching/watching.ts';
import { fetched, fold, loadedState, nothingElse, startMs } from '../../../../doubles/core/states.ts';
import { aBalance, aDroplet } from '../../../../doubles/invented/facts.ts';
import { aCheck, anAlert, anUptime, aPolicy, policiesOf } from '../../../../doubles/invented/invented-watching.ts';

const dayMs = 86_400_000;
const droplets = [
  aDroplet({ id: 101, name: 'web-01', tags: ['web', 'prod'] }),
  aDroplet({ id: 102, name: 'web-02', tags: ['web'] }),
  aDroplet({ id: 103, name: 'web-03', tags: ['web'], status: 'off' }),
];
const base = fold(loadedState(), ...nothingElse(), fetched('droplets', droplets));
const rowsOf = (...events: StateEvent[]) => {
  const { checks, policies, watching } = createWatching()(fold(base, ...events));
  return { checks: [...checks.values()], policies: [...policies.values()], watching: [...watching.values()] };
};
const policies = (...all: ReturnType<typeof aPolicy>[]) => fetched('policies', policiesOf(all));
const onePolicy = (...events: StateEvent[]) => {
  const [row] = rowsOf(...events).policies;
  if (!row) throw new Error('There is a policy');
  return row;
};

describe('a policy in words', () => {
  it.each<[string, Parameters<typeof aPolicy>[0], string, string]>([
    ['by name', { entities: ['101', '102'] }, 'CPU above 80 % for 5 min', 'web-01 and web-02'],
    ['by tag', { entities: [], tags: ['web'], windowMinutes: 60 }, 'CPU above 80 % for 1 h', '3 droplets by tag web'],
    [
      'by both',
      { entities: ['101'], tags: ['lab', 'web'] },
      'CPU above 80 % for 5 min',
      'web-01, and 2 droplets by the tags lab and web',
    ],
    ['about all', { entities: [], isAboutAll: true }, 'CPU above 80 % for 5 min', 'every droplet'],
    ['about what is gone', { entities: ['7'] }, 'CPU above 80 % for 5 min', 'nothing that is there'],
    [
      'below a limit',
      { type: 'v1/insights/droplet/public_outbound_bandwidth', compare: 'LessThan', value: 0.01 },
      'Public traffic out below 0.01 Mbit/s for 5 min',
      'web-01',
    ],
    [
      'of a kind that is not there',
      { type: 'v1/droplet/autoscale_alerts/current_instances', isAboutAll: true },
      'Droplets of the pool above 80 for 5 min',
      'every autoscale pool',
    ],
    ['with a window that Buoy does not know', { windowMinutes: null, windowRaw: '2h' }, 'CPU above 80 % for 2h', 'web-01'],
    ['with a comparison that it does not know', { compare: 'unknown', compareRaw: 'Equals' }, 'CPU Equals 80', 'web-01'],
  ])('%s', (_case, fields, rule, about) => {
    expect(onePolicy(policies(aPolicy(fields)))).toMatchObject({ rule, about, name: 'Workers hot' });
  });

  it('is called by its rule when the person gave it no name', () => {
    expect(onePolicy(policies(aPolicy({ description: '' }))).name).toBe('CPU above 80 % for 5 min');
  });
});

describe('the state of a policy', () => {
  const both = policies(aPolicy({ entities: ['101', '102'] }));
  const alert = (id: number, fields: Parameters<typeof anAlert>[0] = {}) =>
    anAlert({
      key: `p1/${id}`,
      thing: { kind: 'droplet', id: String(id), name: `web-0${id - 100}` },
      lookedAtMs: startMs,
      ...fields,
    });
  const fires = { judgement: 'firing', firingSinceMs: startMs - 420_000, latest: { atMs: startMs, value: 91.04 } } as const;

  it.each<[string, Parameters<typeof onePolicy>, object]>([
    ['was not looked at yet', [both], { state: 'unknown', stateText: 'Not looked at yet', lookedAtMs: null }],
    ['is quiet', [both, fetched('alerts', [alert(101), alert(102)])], { state: 'fine', stateText: 'Quiet', lookedAtMs: startMs }],
    [
      'is quiet as far as it was looked at',
      [both, fetched('alerts', [alert(101)])],
      { state: 'unknown', stateText: 'Quiet on 1, unknown on 1' },
    ],
    [
      'fires on one',
      [both, fetched('alerts', [alert(101), alert(102, fires)])],
      {
        state: 'firing',
        stateText: 'Fires on 1 of 2',
        firing: [
          { name: 'web-02', value: '91 %', sinceMs: startMs - 420_000, route: '#/monitoring/charts/droplet/cpu/things/c1:102' },
        ],
      },
    ],
    [
      'fired before, and fires on another',
      [
        both,
        fetched('alerts', [
          alert(101, {
            past: [30 * dayMs, 6 * dayMs, dayMs].map((agoMs) => ({ fromMs: startMs - agoMs, toMs: startMs - agoMs + 600_000 })),
          }),
          alert(102, fires),
        ]),
      ],
      { firedText: 'fired 3 times in 7 days' },
    ],
    ['fires for the first time', [both, fetched('alerts', [alert(101), alert(102, fires)])], { firedText: '' }],
    ['never fired', [both, fetched('alerts', [alert(101), alert(102)])], { firedText: '' }],
    [
      'has no samples of one',
      [both, fetched('alerts', [alert(101), alert(102, { judgement: 'unknown', latest: null })])],
      { state: 'unknown', asides: ['No samples from web-02. Without the metrics agent a droplet sends none.'] },
    ],
    [
      'is muted',
      [policies(aPolicy({ isEnabled: false }))],
      { state: 'muted', watchedText: '', asides: ['It is muted: nobody is told, and Buoy does not look.'] },
    ],
    [
      'has no metric',
      [policies(aPolicy({ type: 'v1/insights/droplet/disk_read' }))],
      { state: 'unwatched', stateText: 'Not watched', asides: [expect.stringContaining('No metric for this kind')] },
    ],
    [
      'is about one that is off',
      [policies(aPolicy({ entities: ['103'] }))],
      { state: 'unwatched', asides: ['1 droplet is off and sends no metrics: web-03.'] },
    ],
    [
      'is about what could not be read',
      [policies(aPolicy({ type: 'v1/dbaas/alerts/cpu_alerts', isAboutAll: true }))],
      { state: 'unwatched', asides: ['Your database clusters could not be read, so it is not known what it is about.'] },
    ],
  ])('%s', (_case, events, expected) => {
    expect(onePolicy(...events)).toMatchObject(expected);
  });

  it('leaves droplets that no look tells anything of, each with why, and nothing is said without the policies', () => {
    const silent = alert(102, { judgement: 'unknown', latest: null });
    const more = fetched('droplets', [...droplets, aDroplet({ id: 104, name: 'lone' })]);
    expect(rowsOf(more, both, fetched('alerts', [alert(101), silent])).watching[0]).toMatchObject({
      droplets: { watched: 1, all: 4 },
      unwatched: [
        { why: 'silent', count: 1, names: ['web-02'] },
        { why: 'off', count: 1, names: ['web-03'] },
        { why: 'no-policy', count: 1, names: ['lone'] },
      ],
    });
    const unread = fold(loadedState(), fetched('droplets', droplets));
    expect([...createWatching()(unread).watching.values()][0]?.unwatched).toEqual([]);
  });

  it('says how often its things are looked at, and which take turns', () => {
    expect(onePolicy(both).watchedText).toBe('2 droplets, every 5 min');
    const many = Array.from({ length: 30 }, (_, index) =>
      aDroplet({ id: 201 + index, name: `d${index}`, tags: index === 0 ? ['prod'] : [] }),
    );
    const row = onePolicy(policies(aPolicy({ entities: [], isAboutAll: true })), fetched('droplets', many));
    expect(row.watchedText).toBe('2 droplets, every 10 min');
    expect(row.asides).toEqual(['28 droplets take turns to spare requests, each about every 2 h.']);
  });
});

describe('what watching costs', () => {
  it('is said of checks and of pairs', () => {
    const checks = Array.from({ length: 5 }, (_, index) => aCheck({ id: `u${index}` }));
    const [row] = rowsOf(policies(aPolicy()), fetched('checks', checks)).watching;
    expect(row).toMatchObject({
      checksText: '5 uptime checks, each asked about every 8 min.',
      policiesText: '1 pair of a policy and a thing, looked at every 5 min, or every half of a longer window.',
      requestsText: 'At most 60 requests an hour for watching.',
      isStretched: false,
      givenUp: ['uptime checks are asked every 8 min instead of every 5 min'],
    });
  });

  it('is nothing where nothing is watched', () => {
    expect(rowsOf().watching[0]).toMatchObject({ checksText: null, policiesText: null, requestsText: null, givenUp: [] });
  });

  it('says what the budget allows and what it gives up', () => {
    const many = Array.from({ length: 2500 }, (_, index) => aDroplet({ id: 201 + index, tags: index === 0 ? ['prod'] : [] }));
    const [row] = rowsOf(policies(aPolicy({ entities: [], isAboutAll: true })), fetched('droplets', many)).watching;
    expect(row?.policiesText).toBe(
      'The budget allows 2 of 2,500 pairs of a policy and a thing; pinned and prod come first. The other 1,998 take turns, each about every 6 days. 500 more are too many to be looked at.',
    );
    expect(row?.givenUp).toEqual([
      'things are looked at half as often',
      'things that are neither pinned nor tagged prod take turns',
      'pairs beyond 2,000 are not looked at',
    ]);
  });
});

describe('an uptime check', () => {
  it('is in the rows before it was looked at, and with what its regions see afterwards', () => {
    const check = fetched('checks', [aCheck()]);
    expect(rowsOf(check).checks).toMatchObject([{ key: 'c1:u1', status: 'unknown', lookedAtMs: null, regions: [], days: [] }]);
    const regions = [
      { region: 'eu_west', status: 'up', sinceMs: startMs, uptimePercent: 99.5 },
      { region: 'us_east', status: 'down', sinceMs: startMs, uptimePercent: 98.4 },
    ] as const;
    const state = anUptime({ status: 'down', regions, changedAtMs: startMs });
    expect(rowsOf(check, fetched('uptime', [state])).checks).toMatchObject([
      {
        status: 'down',
        sinceMs: startMs,
        uptimePercent: 98.4,
        regions: [{ name: 'Western Europe' }, { name: 'Eastern United States' }],
      },
    ]);
    const paused = fetched('checks', [aCheck({ isEnabled: false })]);
    expect(rowsOf(paused, fetched('uptime', [state])).checks).toMatchObject([{ status: 'paused', sinceMs: null }]);
  });
});

describe('the rows', () => {
  it('stay the same objects while nothing of them changes', () => {
    const watching = createWatching();
    const state = fold(base, policies(aPolicy()), fetched('checks', [aCheck()]));
    const first = watching(state);
    expect(watching(fold(state, fetched('balance', aBalance())))).toBe(first);
    const later = watching(fold(state, fetched('uptime', [anUptime()])));
    expect(later.policies).toBe(first.policies);
    expect(later.checks).not.toBe(first.checks);
  });
});

describe('the certificate of a check', () => {
  const certificate = (name: string, domains: string[], endsAtMs: number | null): DatedThing => ({
    kind: 'certificate',
    id: name,
    name,
    domains,
    endsAtMs,
    isRenewed: false,
  });
  const ofCheck = (target: string, ...things: DatedThing[]) => {
    const source = {
      things,
      key: 'certificates',
      familyId: 'certificates_list',
      inside: '',
      askedAtMs: 1,
      readAtMs: 1,
      leftOut: 0,
      failure: null,
    };
    const state = fold(base, fetched('checks', [aCheck({ target })]));
    const connection = [...state.connections.values()][0] ?? loadedState().connections.get('c1');
    if (!connection) throw new Error('No connection');
    const dates = new Map([['certificates', { ...source, outdatedAtMs: null }]]);
    return checkRows({ ...connection, dates })[0]?.certificate;
  };

  it('is the one for its host that ends last, also by a wildcard for one label, and none where nothing tells', () => {
    const old = certificate('old', ['shop.example.com'], startMs);
    const wild = certificate('wild', ['*.example.com'], startMs + 1000);
    expect(ofCheck('https://shop.example.com/health', old, wild)).toEqual({ name: 'wild', endsAtMs: startMs + 1000 });
    expect(ofCheck('https://a.shop.example.com', old, wild)).toBeNull();
    expect(ofCheck('https://example.com', wild)).toBeNull();
    expect(ofCheck('http://shop.example.com', old)).toBeNull();
    expect(ofCheck('192.0.2.1', old)).toBeNull();
    expect(ofCheck('https://shop.example.com', certificate('untold', ['shop.example.com'], null))).toBeNull();
  });
});

describe('what policies measured on droplets', () => {
  const cpu = anAlert({ key: 'p1/101', latest: { atMs: startMs - 60_000, value: 47 } });
  const of = (uuid: string, type: string, fields: Parameters<typeof anAlert>[0] = {}) =>
    anAlert({ ...cpu, key: `${uuid}/101`, policyUuid: uuid, type: `v1/insights/droplet/${type}`, ...fields });
  const all = ['p1', 'p2', 'p3', 'p4', 'p5'].map((uuid) => aPolicy({ uuid, isAboutAll: true }));
  const measured = (...alerts: ReturnType<typeof anAlert>[]) => {
    const state = fold(base, policies(...all), fetched('alerts', alerts));
    return [...createWatching()(state).measured.values()];
  };

  it('has the CPU, memory and disk of each that runs, as their policies saw them, and no other value', () => {
    expect(
      measured(
        cpu,
        of('p2', 'memory_utilization_percent', { latest: { atMs: startMs, value: 63 }, isLeaning: true }),
        of('p3', 'disk_utilization_percent', {
          latest: { atMs: startMs, value: 84 },
          judgement: 'firing',
          firingSinceMs: startMs,
        }),
        of('p4', 'load_5', { latest: { atMs: startMs, value: 3 } }),
        // It is off.
        anAlert({ ...cpu, key: 'p1/103', thing: { kind: 'droplet', id: '103', name: 'web-03' } }),
        // It sends nothing.
        anAlert({ ...cpu, key: 'p1/102', thing: { kind: 'droplet', id: '102', name: 'web-02' }, latest: null }),
      ),
    ).toEqual([
      {
        key: 'c1:101',
        connectionId: 'c1',
        cpu: { percent: 47, atMs: startMs - 60_000, state: 'quiet' },
        memory: { percent: 63, atMs: startMs, state: 'leaning' },
        disk: { percent: 84, atMs: startMs, state: 'firing' },
      },
    ]);
  });

  it('has the newest of several policies with the worst that any of them says, and nothing of one that is gone', () => {
    const fires = of('p2', 'cpu', {
      latest: { atMs: startMs - 120_000, value: 91 },
      judgement: 'firing',
      firingSinceMs: startMs,
    });
    const gone = of('p9', 'cpu', { latest: { atMs: startMs, value: 99 } });
    expect(measured(fires, cpu, gone)[0]?.cpu).toEqual({ percent: 47, atMs: startMs - 60_000, state: 'firing' });
  });
});
