import { describe, expect, it } from 'vitest';
import { powerOnButton } from '../../../../main/core/notices/buttons.ts';
import type { NoticeDraft } from '../../../../main/core/notices/definition.ts';
import { isSilenced, type TellingOptions, tell } from '../../../../main/core/notices/limits.ts';
import { type Settings, settingsSchema } from '../../../../preload/contract/settings.ts';

const nowMs = new Date(2026, 10, 23, 14, 8).getTime();
const draft = (fields: Partial<NoticeDraft> = {}): NoticeDraft => ({
  fact: 'completed/c1:1',
  kind: 'action-completed',
  name: 'web-01',
  title: 'web-01 is back',
  body: 'Reboot, Harbour Works',
  connectionId: 'c1',
  about: null,
  buttons: [],
  route: '#/droplets/c1:101',
  atMs: nowMs,
  ...fields,
});
const drafts = (count: number, fields: Partial<NoticeDraft> = {}) =>
  Array.from({ length: count }, (_, index) => draft({ fact: `f${index}`, name: `web-${index}`, ...fields }));
const notices = (fields: Partial<Settings['notices']> = {}) => ({ ...settingsSchema.parse({}).notices, ...fields });
const options = (fields: Partial<TellingOptions> = {}): TellingOptions => ({
  settings: notices(),
  nowMs,
  told: new Set(),
  snoozes: new Map(),
  history: [],
  isAfterAbsence: false,
  ...fields,
});

describe('limits of notices', () => {
  it('pass on a single fact unchanged', () => {
    const { notices: rows, facts } = tell([draft()], options());
    expect(rows).toMatchObject([{ key: 'completed/c1:1', title: 'web-01 is back', count: 1, isSilent: false, isRead: false }]);
    expect(facts).toEqual(['completed/c1:1']);
  });

  it('show a fact once, even if it comes twice at the same time', () => {
    expect(tell([draft()], options({ told: new Set(['completed/c1:1']) }))).toEqual({ notices: [], facts: [] });
    expect(tell([draft(), draft()], options()).notices).toHaveLength(1);
  });

  it('combine four or more facts of one kind', () => {
    expect(tell(drafts(3), options()).notices).toHaveLength(3);
    const { notices: rows, facts } = tell(drafts(4), options());
    expect(rows).toMatchObject([{ title: '4 actions finished', body: 'web-0, web-1, web-2 and web-3', count: 4 }]);
    expect(facts).toHaveLength(4);
  });

  it('keep the facts of a burst one by one, fifty at most, with their buttons', () => {
    const about = { matter: 'down/c1:101', isOver: false };
    const buttons = [powerOnButton('c1:101')] as const;
    const [burst] = tell(drafts(60, { kind: 'droplet-down', about, buttons }), options()).notices;
    expect([burst?.count, burst?.parts.length, burst?.matter]).toEqual([60, 50, null]);
    expect(burst?.parts[0]).toMatchObject({ key: 'f0', title: 'web-01 is back', matter: 'down/c1:101', buttons });
    expect(burst?.buttons.map(({ label }) => label)).toEqual(['Show']);
  });

  it('say what lasts, and not what has ended', () => {
    const matter = 'uptime/c1/u1';
    const told = (isOver: boolean) => tell([draft({ about: { matter, isOver } })], options()).notices[0]?.matter;
    expect([told(false), told(true)]).toEqual([matter, null]);
  });

  it('keep a snoozed matter off the desktop, and out of a burst of others', () => {
    const about = { matter: 'down/c1:101', isOver: false };
    const snoozes = new Map([['down/c1:101', nowMs + 1]]);
    const mixed = [...drafts(3), draft({ fact: 'x', about }), draft({ fact: 'y', about: { ...about, isOver: true } })];
    const { notices: rows } = tell(mixed, options({ snoozes }));
    expect(rows.map((row) => [row.key, row.isSilent])).toEqual([
      ['x', true],
      ['y', true],
      ['f0', false],
      ['f1', false],
      ['f2', false],
    ]);
    expect(tell([draft({ about })], options({ snoozes: new Map([['down/c1:101', nowMs]]) })).notices[0]?.isSilent).toBe(false);
  });

  it('keep kinds separate in a burst', () => {
    const mixed = [...drafts(4), ...drafts(4, { kind: 'action-errored' }).map((one) => ({ ...one, fact: `e${one.fact}` }))];
    expect(tell(mixed, options()).notices.map((row) => row.title)).toEqual(['4 actions finished', '4 actions failed']);
  });

  it('combine everything that was found after an absence', () => {
    const { notices: rows } = tell(drafts(2), options({ isAfterAbsence: true }));
    expect(rows).toMatchObject([{ title: '2 actions finished while Buoy was away', count: 2, connectionId: 'c1' }]);
  });

  it('stay silent when the rest of a burst comes one by one', () => {
    const history = tell(drafts(3), options()).notices;
    const fourth = tell([draft({ fact: 'x4' })], options({ history })).notices;
    const fifth = tell([draft({ fact: 'x5' })], options({ history: [...fourth, ...history] })).notices;
    expect([fourth[0]?.isSilent, fifth[0]?.isSilent]).toEqual([false, true]);
    const later = tell([draft({ fact: 'x6' })], options({ history: [...fourth, ...history], nowMs: nowMs + 61_000 })).notices;
    expect(later[0]?.isSilent).toBe(false);
  });

  it('keep silenced notices in the history, and count their facts as told', () => {
    const { notices: rows, facts } = tell([draft()], options({ settings: notices({ isOn: false }) }));
    expect(rows).toMatchObject([{ isSilent: true }]);
    expect(facts).toHaveLength(1);
  });
});

describe('silence', () => {
  const at = (hours: number, minutes: number) => new Date(2026, 10, 23, hours, minutes).getTime();
  const quiet = (from: string, to: string) => notices({ quietHours: { isOn: true, from, to } });

  it.each([
    ['switched off', notices({ isOn: false }), nowMs, true],
    ['this kind switched off', notices({ muted: ['action-completed'] }), nowMs, true],
    ['another kind switched off', notices({ muted: ['uptime-up'] }), nowMs, false],
    ['snoozed', notices({ snoozedUntilMs: nowMs + 1 }), nowMs, true],
    ['snooze over', notices({ snoozedUntilMs: nowMs }), nowMs, false],
    ['quiet hours over midnight, before it', quiet('22:00', '07:00'), at(23, 0), true],
    ['quiet hours over midnight, after it', quiet('22:00', '07:00'), at(6, 59), true],
    ['quiet hours over midnight, at their end', quiet('22:00', '07:00'), at(7, 0), false],
    ['quiet hours over midnight, by day', quiet('22:00', '07:00'), at(14, 0), false],
    ['quiet hours by day', quiet('09:00', '17:00'), at(12, 0), true],
    ['quiet hours by day, at night', quiet('09:00', '17:00'), at(18, 0), false],
    ['quiet hours with equal ends: always', quiet('08:00', '08:00'), at(3, 0), true],
    ['quiet hours switched off', { ...notices(), quietHours: { isOn: false, from: '00:00', to: '23:59' } }, nowMs, false],
  ])('%s', (_case, settings, atMs, expected) => {
    expect(isSilenced('action-completed', settings, atMs)).toBe(expected);
  });
});
