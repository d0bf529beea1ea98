import { describe, expect, it } from 'vitest';
import type { TrackedAction } from '../../../../main/core/fetched/actions.ts';
import { runKind } from '../../../../main/core/names/run-kind.ts';
import { actionEnded } from '../../../../main/core/notices/action-ended.ts';
import { actionSlow } from '../../../../main/core/notices/action-slow.ts';
import { noticeKindViews } from '../../../../main/core/notices/all.ts';
import type { NoticeDefinition } from '../../../../main/core/notices/definition.ts';
import { dropletDown } from '../../../../main/core/notices/droplet-down.ts';
import { spendReached } from '../../../../main/core/notices/spend.ts';
import { tokenRefused } from '../../../../main/core/notices/token-refused.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aBalance, aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const connectionId = 'c1';
const actions = (atMs: number, ...all: ReturnType<typeof anAction>[]): StateEvent => fetched('actions', all, atMs);
const droplets = (atMs: number, ...all: ReturnType<typeof aDroplet>[]): StateEvent => fetched('droplets', all, atMs);
const base = fold(loadedState(), droplets(startMs, aDroplet()), actions(startMs));

/** Titles and bodies that a rule makes from a step. */
const said = ({ rule }: Pick<NoticeDefinition, 'rule'>, previous: State, ...events: StateEvent[]) =>
  rule(previous, fold(previous, ...events), previous.settings).map(({ kind, title, body }) => [kind, title, body]);

const running = anAction({ startedAtMs: startMs });
const ended = (fields = {}) =>
  anAction({ status: 'completed', startedAtMs: startMs, completedAtMs: startMs + 31_000, ...fields });

describe('an action that ended', () => {
  const during = fold(base, actions(startMs + 5000, running));

  it('tells its outcome', () => {
    const before = fold(base, actions(startMs + 5000, { ...running, type: 'snapshot' }));
    expect(said(actionEnded, before, actions(startMs + 35_000, ended({ type: 'snapshot' })))).toEqual([
      ['action-completed', 'Took a snapshot of web-01', 'Harbour Works · took 31 s'],
    ]);
  });

  it('leads to its own row where it is about no droplet', () => {
    const grown = { resourceType: 'volume', resourceId: 1, type: 'resize' } as const;
    const before = fold(base, actions(startMs + 5000, { ...running, ...grown }));
    const after = fold(before, actions(startMs + 35_000, ended(grown)));
    expect(actionEnded.rule(before, after, before.settings).map(({ route }) => route)).toEqual([`#/activity/c1:${running.id}`]);
  });

  it('tells its failure, with what is known and what to do', () => {
    const [notice] = said(actionEnded, during, actions(startMs + 35_000, ended({ status: 'errored' })));
    expect(notice?.slice(0, 2)).toEqual(['action-errored', 'Reboot of web-01 failed']);
    expect(notice?.[2]).toContain('Harbour Works');
  });

  it('is told even if it began and ended between two polls', () => {
    expect(said(actionEnded, base, actions(startMs + 60_000, ended({ type: 'snapshot' })))).toHaveLength(1);
  });

  it('is not told if it had ended before Buoy first looked', () => {
    const fresh = fold(loadedState(), droplets(startMs, aDroplet()));
    expect(said(actionEnded, fresh, actions(startMs, ended({ completedAtMs: startMs - 3_600_000 })))).toEqual([]);
  });

  it('is not told if it is old and only now appeared', () => {
    const old = ended({ startedAtMs: startMs - 7_200_000, completedAtMs: startMs - 7_000_000 });
    expect(said(actionEnded, base, actions(startMs + 60_000, old))).toEqual([]);
  });

  it('is not told twice for the same state', () => {
    const after = fold(during, actions(startMs + 35_000, ended()));
    expect(said(actionEnded, after, actions(startMs + 65_000, ended()))).toEqual([]);
  });
});

describe('a run over many things', () => {
  const row = (fields: Partial<TrackedAction>): StateEvent => ({
    type: 'follow-changed',
    atMs: startMs,
    action: {
      key: 'c1:run-1-1',
      connectionId,
      actionId: null,
      type: 'job',
      status: 'in-progress',
      startedAtMs: startMs,
      completedAtMs: null,
      resourceType: 'volumes_list',
      resourceId: 'run-1',
      resourceName: '6 volumes',
      regionSlug: null,
      sizeSlug: null,
      value: null,
      startedBy: 'buoy',
      isSlow: false,
      failure: null,
      follow: {
        kind: runKind,
        target: {},
        titles: { running: 'Delete 6 volumes', completed: 'Delete 6 volumes: 6 of 6', errored: 'Delete 6 volumes: 4 of 6' },
        route: '#/activity/c1:run-1-1',
      },
      ...fields,
    },
  });
  const during = fold(base, row({}));
  const failure = { kind: 'http-error', message: 'Delete 6 volumes: 4 of 6; two refused, because: In use.' } as const;

  it('is told when it took more than a few seconds, whole or in part', () => {
    expect(said(actionEnded, during, row({ status: 'completed', completedAtMs: startMs + 8000 }))).toEqual([
      ['action-completed', 'Delete 6 volumes: 6 of 6', 'Harbour Works · took 8 s'],
    ]);
    expect(said(actionEnded, during, row({ status: 'errored', completedAtMs: startMs + 8000, failure }))).toEqual([
      ['action-errored', 'Delete 6 volumes: 4 of 6', 'Harbour Works · Delete 6 volumes: 4 of 6; two refused, because: In use.'],
    ]);
  });

  it('is not told when it took less: who started it is still looking', () => {
    expect(said(actionEnded, during, row({ status: 'completed', completedAtMs: startMs + 4000 }))).toEqual([]);
    expect(said(actionEnded, during, row({ status: 'errored', completedAtMs: startMs + 4000, failure }))).toEqual([]);
  });

  it('is never slow, however many things the last one had', () => {
    const quick = (key: string) => row({ key, status: 'completed', completedAtMs: startMs + 1000 });
    const learned = fold(base, quick('c1:a'), quick('c1:b'), quick('c1:c'), row({}));
    expect(said(actionSlow, learned, { type: 'time-passed', atMs: startMs + 7_200_000 })).toEqual([]);
  });
});

describe('an action after which a droplet should be on or off', () => {
  const endedAs = (type: string) =>
    fold(base, actions(startMs + 5000, { ...running, type }), actions(startMs + 35_000, ended({ type })));
  const look = (status: 'active' | 'off', atMs = startMs + 36_000) => droplets(atMs, aDroplet({ status }));
  const passed = (ms: number): StateEvent => ({ type: 'time-passed', atMs: startMs + 35_000 + ms });

  it.each(['reboot', 'power_off', 'shutdown'])('is not told before the droplet was looked at: %s', (type) => {
    const during = fold(base, actions(startMs + 5000, { ...running, type }));
    expect(said(actionEnded, during, actions(startMs + 35_000, ended({ type })))).toEqual([]);
  });

  it.each([
    ['reboot', 'active', 'web-01 is back', 'Reboot, Harbour Works · took 31 s'],
    ['power_off', 'off', 'web-01 is off', 'Power off, Harbour Works · took 31 s'],
    ['shutdown', 'off', 'web-01 is off', 'Shutdown, Harbour Works · took 31 s'],
  ] as const)('is told by how the droplet was found: %s', (type, status, title, body) => {
    expect(said(actionEnded, endedAs(type), look(status))).toEqual([['action-completed', title, body]]);
    expect(said(actionEnded, fold(endedAs(type), look(status)), look(status, startMs + 66_000))).toEqual([]);
  });

  it('is not told by a look that was asked for before it ended', () => {
    const early = { ...look('active'), requestedAtMs: startMs + 34_000 } as StateEvent;
    expect(said(actionEnded, endedAs('reboot'), early)).toEqual([]);
  });

  it('that began and ended between two polls is told by a look too', () => {
    const step = fold(base, actions(startMs + 60_000, ended()));
    expect(said(actionEnded, step, look('active', startMs + 61_000)).map(([, title]) => title)).toEqual(['web-01 is back']);
  });

  it('says no more than that it is done while nobody could look', () => {
    expect(said(actionEnded, endedAs('reboot'), passed(60_000))).toEqual([
      ['action-completed', 'Rebooted web-01', 'Harbour Works · took 31 s'],
    ]);
    expect(said(actionEnded, endedAs('shutdown'), passed(120_000))).toEqual([
      ['action-completed', 'web-01 was told to shut down', 'Shutdown, Harbour Works · took 31 s'],
    ]);
  });

  it('says that the droplet did not stop if it still runs two minutes after a shutdown, and offers to power it off', () => {
    const seen = fold(endedAs('shutdown'), look('active'));
    expect(said(actionEnded, seen, passed(119_000))).toEqual([]);
    const [notice] = actionEnded.rule(seen, fold(seen, passed(120_000)), seen.settings);
    expect([notice?.kind, notice?.title, notice?.body]).toEqual([
      'action-errored',
      'web-01 did not stop',
      'Harbour Works · still on 2 min after its shutdown. Power it off?',
    ]);
    expect(notice?.buttons.map(({ label }) => label)).toEqual(['Show', 'Power off…']);
  });

  it('does not complain about a droplet that was started again meanwhile', () => {
    const again = ended({ id: 9002, type: 'power_on', startedAtMs: startMs + 50_000, completedAtMs: startMs + 55_000 });
    const both = fold(endedAs('shutdown'), look('active'), actions(startMs + 60_000, again, ended({ type: 'shutdown' })));
    const titles = said(actionEnded, both, look('active', startMs + 61_000)).map(([, title]) => title);
    expect(titles).toEqual(['web-01 is back']);
  });
});

describe('an action that takes far longer than usual', () => {
  const learned = fold(base, actions(startMs, ended({ id: 1 }), ended({ id: 2 })));
  const during = fold(learned, actions(startMs + 5000, ended({ id: 1 }), ended({ id: 2 }), running));

  it('is told once', () => {
    const late: StateEvent = { type: 'time-passed', atMs: startMs + 120_000 };
    expect(said(actionSlow, during, late)).toEqual([
      ['action-slow', 'Rebooting web-01 takes far longer than usual', 'Harbour Works · usually 31 s'],
    ]);
    expect(said(actionSlow, fold(during, late), { type: 'time-passed', atMs: startMs + 180_000 })).toEqual([]);
  });

  it('is told after its limit if nothing was learned, without an estimate', () => {
    const first = fold(base, actions(startMs + 5000, running));
    expect(said(actionSlow, first, actions(startMs + 600_000, running))).toEqual([]);
    expect(said(actionSlow, first, actions(startMs + 600_001, running))).toEqual([
      ['action-slow', 'Rebooting web-01 takes unusually long', 'Harbour Works · running for over 10 min'],
    ]);
  });

  it('is not told after a sleep of the machine or without a network, before the action was seen again', () => {
    expect(said(actionSlow, during, { type: 'time-passed', atMs: startMs + 6 * 3_600_000 })).toEqual([]);
    const learnedNothing = fold(base, actions(startMs + 5000, running));
    expect(said(actionSlow, learnedNothing, { type: 'time-passed', atMs: startMs + 6 * 3_600_000 })).toEqual([]);
  });

  it('is not told because the clock of this machine is hours ahead', () => {
    const aheadMs = 6 * 3_600_000;
    const looked = fold(base, actions(startMs + aheadMs));
    const seen = actions(startMs + aheadMs + 30_000, running);
    expect(said(actionSlow, looked, seen)).toEqual([]);
    expect(said(actionSlow, fold(looked, seen), actions(startMs + aheadMs + 601_000, running))).toMatchObject([
      ['action-slow', expect.any(String), expect.any(String)],
    ]);
  });

  it('is not told while it is within the usual time', () => {
    expect(said(actionSlow, during, { type: 'time-passed', atMs: startMs + 60_000 })).toEqual([]);
  });
});

describe('a droplet that is down', () => {
  const off = droplets(startMs + 60_000, aDroplet({ status: 'off' }));

  it('is told if no action explains it', () => {
    expect(said(dropletDown, base, off, actions(startMs + 60_000))).toEqual([
      ['droplet-down', 'web-01 is down', 'Harbour Works · fra1 · nobody turned it off'],
    ]);
  });

  it('is not told if somebody shut it down', () => {
    const action = ended({ type: 'shutdown', startedAtMs: startMs + 1000 });
    expect(said(dropletDown, base, off, actions(startMs + 60_000, action))).toEqual([]);
  });
});

describe('a token that is refused', () => {
  const refused: StateEvent = {
    type: 'access-changed',
    connectionId,
    access: { status: 'refused', failure: { kind: 'unauthorized', message: 'No.' } },
  };

  it('is told with the time at which it last worked', () => {
    const [notice] = said(tokenRefused, base, refused);
    expect(notice).toEqual(['token-refused', 'Harbour Works: token refused', 'It last worked 14:08. Replace it in Settings.']);
  });

  it('is the same fact after a restart, and another one if it worked in between', () => {
    const fact = (state: State) => tokenRefused.rule(state, fold(state, refused), state.settings)[0]?.fact;
    expect(fact(base)).toBe(fact(structuredClone(base)));
    expect(fact(fold(base, actions(startMs + 30_000)))).not.toBe(fact(base));
  });
});

describe('spending', () => {
  const balance = (monthToDateUsage: string): StateEvent => fetched('balance', aBalance({ monthToDateUsage }));
  const withLimit = { ...base, settings: { ...base.settings, spendThresholdUsd: 1000 } };

  it('is told when it reaches the threshold, as the same fact for the whole month', () => {
    const step = (state: State, amount: string) => spendReached.rule(state, fold(state, balance(amount)), state.settings);
    expect(step(withLimit, '999.99').map(({ kind }) => kind)).not.toContain('spend-threshold');
    const [first] = step(withLimit, '1000.00');
    expect(first?.title).toBe('$1,000.00 spent, over $1,000.00');
    expect(step(fold(withLimit, balance('1000.00')), '1100.00')[0]?.fact).toBe(first?.fact);
  });

  it('is not told without a threshold', () => {
    expect(spendReached.rule(base, fold(base, balance('5000')), base.settings)).toEqual([]);
  });

  const kinds = (limit: number, amount: string, warnAtPercent: number | null = 80) => {
    const settings = { ...base.settings, spendThresholdUsd: limit, costs: { warnAtPercent, kept: [] } };
    const before = { ...base, settings };
    return spendReached.rule(before, fold(before, balance(amount)), settings).map(({ kind, fact }) => [kind, fact]);
  };

  it('is told before the limit at the chosen share, and where the forecast passes it', () => {
    // After 22 days and 13 hours of 30, $500 make about $665 at the end.
    expect(kinds(1000, '500')).toEqual([]);
    expect(kinds(600, '470')).toEqual([['spend-forecast', 'spend/2026-11/600/forecast']]);
    expect(kinds(600, '500')).toEqual([
      ['spend-share', 'spend/2026-11/600/share/80'],
      ['spend-forecast', 'spend/2026-11/600/forecast'],
    ]);
    expect(kinds(1000, '500', 50)).toEqual([['spend-share', 'spend/2026-11/1000/share/50']]);
    expect(kinds(1000, '700', null)).toEqual([]);
    // What has passed the limit is not told of its share as well.
    expect(kinds(600, '600')).toEqual([['spend-threshold', 'spend/2026-11/600']]);
  });

  it('of a day far above the usual is told once for that day and team', () => {
    const day = (date: number, monthToDateUsage: string, hour = 12): StateEvent =>
      fetched('balance', aBalance({ monthToDateUsage, generatedAtMs: Date.UTC(2026, 10, date, hour) }));
    const month = fold(base, ...Array.from({ length: 9 }, (_, index) => day(index + 1, String(5 + index * 10))));
    const after = fold(month, day(10, '130'));
    const [draft, ...others] = spendReached.rule(month, after, base.settings);
    expect(draft).toMatchObject({
      kind: 'spend-day',
      fact: 'spend-day/c1/2026-11-10',
      title: '$45.00 in a day',
      connectionId: 'c1',
    });
    expect(others).toEqual([]);
    expect(spendReached.rule(after, fold(after, day(10, '131', 15)), base.settings)[0]?.fact).toBe(draft?.fact);
    expect(spendReached.rule(month, fold(month, day(10, '95')), base.settings)).toEqual([]);
  });
});

describe('the kinds of notice', () => {
  it('are offered in the order of their words, each with an icon', () => {
    expect(noticeKindViews.map(({ kind, icon }) => [kind, icon])).toEqual([
      ['action-completed', 'done'],
      ['action-errored', 'failed'],
      ['action-slow', 'slow'],
      ['droplet-down', 'down'],
      ['uptime-down', 'down'],
      ['uptime-up', 'done'],
      ['alert-fired', 'alert'],
      ['alert-cleared', 'done'],
      ['spend-threshold', 'spend'],
      ['spend-share', 'spend'],
      ['spend-forecast', 'spend'],
      ['spend-day', 'spend'],
      ['token-refused', 'token'],
      ['coming-up', 'coming'],
    ]);
  });

  it('that interrupt a screen reader are about things that went down or failed', () => {
    expect(noticeKindViews.filter(({ isUrgent }) => isUrgent).map(({ kind }) => kind)).toEqual([
      'action-errored',
      'droplet-down',
      'uptime-down',
    ]);
  });
});
