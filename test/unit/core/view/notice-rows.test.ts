import { describe, expect, it } from 'vitest';
import { powerOnButton, showButton, snoozeButton } from '../../../../main/core/notices/buttons.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { createAttentionRows } from '../../../../main/core/view/attention.ts';
import { pressedDeed } from '../../../../main/core/view/notice-buttons.ts';
import { createNoticeRows } from '../../../../main/core/view/notice-rows.ts';
import type { Notice } from '../../../../preload/contract/notice.ts';
import { fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aBalance, aDroplet, anAction } from '../../../doubles/invented/facts.ts';
import { aNotice } from '../../../doubles/invented/notices.ts';

const minute = 60_000;
const matter = 'down/c1:101';
const downNotice = (sinceMs: number, fields: Partial<Notice> = {}) =>
  aNotice({
    key: `${matter}/${sinceMs}`,
    kind: 'droplet-down',
    atMs: sinceMs,
    title: 'web-01 is down',
    matter,
    buttons: [powerOnButton('c1:101'), snoozeButton(matter)],
    ...fields,
  });

const active = fold(loadedState(), fetched('droplets', [aDroplet()]), fetched('actions', []));
const off = fold(
  active,
  fetched('droplets', [aDroplet({ status: 'off' })], startMs + minute),
  fetched('actions', [], startMs + minute),
);
const withNotices = (state: State, ...notices: Notice[]): State => ({ ...state, notices });

const rowsOf = (state: State) => [...createNoticeRows()(state, createAttentionRows()(state, startMs + 2 * minute)).values()];
const labels = (state: State) => rowsOf(state)[0]?.buttons.map(({ label }) => label);

describe('a notice that lasts', () => {
  it('is still true as long as its matter needs a person', () => {
    expect(rowsOf(withNotices(off, downNotice(startMs + minute)))).toMatchObject([{ isStillTrue: true }]);
    expect(rowsOf(withNotices(active, downNotice(startMs + minute)))).toMatchObject([{ isStillTrue: false }]);
  });

  it('is still true only in its newest telling', () => {
    const rows = rowsOf(withNotices(off, downNotice(startMs + minute), downNotice(startMs - 60 * minute)));
    expect(rows.map((row) => row.isStillTrue)).toEqual([true, false]);
  });

  it('offers what ends it until it has ended', () => {
    expect(labels(withNotices(off, downNotice(startMs)))).toEqual(['Power on', 'Snooze 1 h']);
    expect(labels(withNotices(active, downNotice(startMs)))).toEqual([]);
  });

  it('keeps a way when it has ended', () => {
    const notice = downNotice(startMs, { buttons: [showButton('#/monitoring'), snoozeButton(matter)] });
    expect(labels(withNotices(active, notice))).toEqual(['Show']);
  });

  it('says until when it is snoozed, and offers to end that', () => {
    const snoozed = fold(withNotices(off, downNotice(startMs)), {
      type: 'matter-snoozed',
      matter,
      untilMs: startMs + 60 * minute,
    });
    expect(rowsOf(snoozed)).toMatchObject([{ snoozedUntilMs: startMs + 60 * minute }]);
    expect(labels(snoozed)).toEqual(['Power on', 'End snooze']);
    expect(labels(fold(snoozed, { type: 'snooze-ended', matter }))).toEqual(['Power on', 'Snooze 1 h']);
  });

  it('is still true in a burst if one of its parts is', () => {
    const { key, title, body, route, atMs, buttons } = downNotice(startMs);
    const burst = aNotice({
      key: 'together/x',
      kind: 'droplet-down',
      count: 4,
      parts: [
        { key, title, body, route, atMs, matter, buttons },
        { key: 'down/c1:7/1', title: 'db-01 is down', body, route, atMs, matter: 'down/c1:7', buttons: [powerOnButton('c1:7')] },
      ],
    });
    const [row] = rowsOf(withNotices(off, burst));
    expect(row?.isStillTrue).toBe(true);
    expect(row?.parts.map((part) => part.buttons.map(({ label }) => label))).toEqual([['Power on', 'Snooze 1 h'], []]);
  });

  it('is from 0.1.0, which wrote no matter, and stands by its day without buttons', () => {
    expect(rowsOf(withNotices(off, downNotice(startMs, { matter: null, buttons: [] })))).toMatchObject([
      { isStillTrue: false, buttons: [] },
    ]);
  });
});

describe('a failed action', () => {
  const errored = anAction({ status: 'errored', startedAtMs: startMs, completedAtMs: startMs + 1000 });
  const notice = aNotice({
    key: 'errored/c1:9001',
    kind: 'action-errored',
    buttons: [showButton('#/activity'), powerOnButton('c1:101')],
  });
  const failed = withNotices(fold(active, fetched('actions', [errored])), notice);

  it('may be tried again until another action was started on its droplet', () => {
    expect(labels(failed)).toEqual(['Show', 'Power on']);
    const next = anAction({ id: 9002, startedAtMs: startMs + minute });
    expect(labels(fold(failed, fetched('actions', [errored, next])))).toEqual(['Show']);
  });

  it('is not tried again when its team was removed', () => {
    expect(labels(fold(failed, { type: 'connection-removed', connectionId: 'c1' }))).toEqual(['Show']);
  });
});

describe('notices of one kind and team that came soon after each other', () => {
  const done = (index: number, atMs: number, fields: Partial<Notice> = {}) =>
    aNotice({ key: `completed/c1:${index}`, name: `web-0${index}`, title: `web-0${index} is back`, atMs, ...fields });
  const nightly = (count: number, gapMs = 4 * minute) =>
    Array.from({ length: count }, (_, index) => done(count - index, startMs - index * gapMs));

  it('are one row that opens to them, from four on', () => {
    expect(rowsOf(withNotices(active, ...nightly(3)))).toHaveLength(3);
    const [row, ...others] = rowsOf(withNotices(active, ...nightly(4)));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      title: '4 actions finished',
      body: 'web-04, web-03, web-02 and web-01',
      count: 4,
      atMs: startMs,
    });
    expect(row?.parts.map((part) => part.title)).toEqual([
      'web-04 is back',
      'web-03 is back',
      'web-02 is back',
      'web-01 is back',
    ]);
  });

  it.each([
    ['droplet-down', '1 droplet went down, 4 times in all', '4 droplets went down'],
    ['uptime-down', '1 check did not answer, 4 times in all', '4 checks did not answer'],
    ['uptime-up', '1 check answered again, 4 times in all', '4 checks answered again'],
    ['alert-fired', '4 alerts fired', '4 alerts fired'],
  ])('say of how many things they are, and that it is over: %s', (kind, ofOne, ofFour) => {
    const titles = [
      nightly(4).map((notice) => ({ ...notice, kind, name: 'web-01' })),
      nightly(4).map((notice) => ({ ...notice, kind })),
    ].map((run) => rowsOf(withNotices(active, ...run)).map(({ title }) => title));
    expect(titles).toEqual([[ofOne], [ofFour]]);
  });

  it('stay the same row while it grows, so that it stays open', () => {
    const [before] = rowsOf(withNotices(active, ...nightly(4)));
    const [after] = rowsOf(withNotices(active, done(9, startMs + minute), ...nightly(4)));
    expect([after?.key, after?.count]).toEqual([before?.key, 5]);
  });

  it('stay apart over a longer gap, in other teams and as other kinds', () => {
    expect(rowsOf(withNotices(active, ...nightly(4, 11 * minute)))).toHaveLength(4);
    const mixed = nightly(4).map((one, index) => ({ ...one, connectionId: index % 2 === 0 ? 'c1' : 'c2' }));
    expect(rowsOf(withNotices(active, ...mixed))).toHaveLength(4);
    const kinds = nightly(4).map((one, index) => ({ ...one, kind: index % 2 === 0 ? 'uptime-up' : 'action-completed' }));
    expect(rowsOf(withNotices(active, ...kinds))).toHaveLength(4);
  });

  it('leave out what is still true, and kinds that another version wrote', () => {
    const rows = rowsOf(withNotices(off, downNotice(startMs), ...nightly(4)));
    expect(rows.map((row) => [row.isStillTrue, row.count])).toEqual([
      [true, 1],
      [false, 4],
    ]);
    expect(rowsOf(withNotices(active, ...nightly(4).map((one) => ({ ...one, kind: 'of-tomorrow' }))))).toHaveLength(4);
  });
});

describe('the table of notices', () => {
  it('stays the same object while nothing in it changes', () => {
    const notices = createNoticeRows();
    const attention = createAttentionRows();
    const at = (state: State, nowMs: number) => notices(state, attention(state, nowMs));
    const state = withNotices(off, downNotice(startMs));
    const first = at(state, startMs + 2 * minute);
    expect(at({ ...state }, startMs + 3 * minute)).toBe(first);
    expect(at(fold(state, fetched('balance', aBalance())), startMs + 3 * minute)).toBe(first);
  });
});

describe('a button that was pressed on the desktop', () => {
  const pressed = (state: State, index: number, key = `${matter}/${startMs}`) => pressedDeed(state, startMs + minute, key, index);

  it('does what it says while that is still true', () => {
    const state = withNotices(off, downNotice(startMs));
    expect(pressed(state, 0)).toEqual({
      kind: 'command',
      command: { kind: 'droplet-action', dropletKeys: ['c1:101'], type: 'power_on' },
    });
    expect(pressed(state, 1)).toEqual({ kind: 'command', command: { kind: 'snooze-matter', matter, minutes: 60 } });
  });

  it.each([
    ['what it says is over', withNotices(active, downNotice(startMs)), 0],
    ['the notice is gone', off, 0],
    ['there is no such button', withNotices(off, downNotice(startMs)), 2],
  ])('does nothing when %s', (_why, state, index) => {
    expect(pressed(state, index)).toBeNull();
  });
});
