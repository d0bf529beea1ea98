import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { comingUp } from '../../../../main/core/notices/coming-up.ts';
import { tell } from '../../../../main/core/notices/limits.ts';
import type { ConnectionState, State } from '../../../../main/core/state/state.ts';
import { createComingRows } from '../../../../main/core/view/coming-rows.ts';
import { comingLines } from '../../../../main/core/view/tray/coming-lines.ts';
import { aCertificate, aSource, inDays, sourcesOf } from '../../../doubles/core/date-sources.ts';
import { loadedState, startMs } from '../../../doubles/core/states.ts';

const dayMs = 86_400_000;
const withCertificate = (endsAtMs: number, isRenewed = false, fields: Partial<ConnectionState> = {}): State =>
  loadedState({ dates: sourcesOf(aSource('certificate', [aCertificate('shop', endsAtMs, isRenewed)])), ...fields });

/** What is told hour by hour, each fact once as the watch does it. */
function toldOver(state: State, days: number, settings: Partial<State['settings']> = {}) {
  let told = new Set<string>();
  const said: string[] = [];
  for (let nowMs = startMs; nowMs < startMs + days * dayMs; nowMs += 3_600_000) {
    const next = { ...state, toldFacts: told, settings: { ...state.settings, ...settings } };
    const drafts = comingUp.timed?.(next, nowMs) ?? [];
    const { notices, facts } = tell(drafts, {
      settings: next.settings.notices,
      nowMs,
      told,
      snoozes: new Map(),
      history: [],
      isAfterAbsence: false,
    });
    said.push(...notices.filter(({ isSilent }) => !isSilent).map(({ title }) => title));
    told = new Set([...told, ...facts]);
  }
  return said;
}

describe('notices of what is coming up', () => {
  it('come once at each lead time, and none after it ended', () => {
    expect(toldOver(withCertificate(inDays(40)), 50)).toEqual([
      'Certificate shop ends in 30 days',
      'Certificate shop ends in 7 days',
      'Certificate shop ends in 1 day',
    ]);
  });

  it('come once for what is found late', () => {
    expect(toldOver(withCertificate(inDays(5)), 3)).toEqual(['Certificate shop ends in 5 days']);
  });

  it('of what renews itself come only once it should have', () => {
    expect(toldOver(withCertificate(inDays(40), true), 41)).toEqual([
      'Certificate shop ends in 7 days',
      'Certificate shop ends in 1 day',
    ]);
  });

  it('do not come where the person wants none of that kind', () => {
    const coming = { ...loadedState().settings.coming, certificates: 0 };
    expect(toldOver(withCertificate(inDays(10)), 11, { coming })).toEqual([]);
  });

  it('stay off the desktop in quiet hours, and are not told later', () => {
    const quiet = { isOn: true, from: '00:00', to: '00:00' };
    const { notices } = loadedState().settings;
    expect(toldOver(withCertificate(inDays(10)), 11, { notices: { ...notices, quietHours: quiet } })).toEqual([]);
  });

  it('begin anew for a certificate that was renewed', () => {
    const told = new Set((comingUp.timed?.(withCertificate(inDays(5)), startMs) ?? []).map(({ fact }) => fact));
    const renewed = { ...withCertificate(inDays(6)), toldFacts: told };
    expect(comingUp.timed?.(renewed, startMs)).toHaveLength(1);
    expect(comingUp.timed?.({ ...withCertificate(inDays(5)), toldFacts: told }, startMs)).toEqual([]);
  });

  it('lead to the thing', () => {
    const [draft] = comingUp.timed?.(withCertificate(inDays(5)), startMs) ?? [];
    expect(draft).toMatchObject({ route: '#/resources/certificates_list/c1/shop', body: 'Harbour Works · yours to renew' });
  });
});

describe('the tray’s lines of what is coming up', () => {
  beforeEach(() => vi.stubEnv('TZ', 'America/New_York'));
  afterEach(() => vi.unstubAllEnvs());
  const lines = (state: State) =>
    comingLines(createComingRows()(state, startMs).values(), startMs).map(({ label, detail }) => [label, detail]);

  it('are there only for what is near', () => {
    expect(lines(withCertificate(inDays(31)))).toEqual([]);
    expect(lines(withCertificate(inDays(9)))).toEqual([
      ['Coming up', null],
      ['Certificate shop ends', 'in 9 days'],
    ]);
    expect(lines(withCertificate(inDays(-3)))[1]).toEqual(['Certificate shop ended', '3 days ago']);
    expect(lines(withCertificate(inDays(-31)))).toEqual([]);
  });

  it('are four at most, the earliest first, with how many more there are', () => {
    const many = Array.from({ length: 9 }, (_, index) => aCertificate(`site-${index}`, inDays(20 - index)));
    const found = lines(loadedState({ dates: sourcesOf(aSource('certificate', many)) }));
    expect(found[1]).toEqual(['Certificate site-8 ends', 'in 12 days']);
    expect(found.slice(5)).toEqual([['5 more in Buoy', null]]);
  });
});
