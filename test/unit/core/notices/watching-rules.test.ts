import { describe, expect, it } from 'vitest';
import type { AlertState } from '../../../../main/core/fetched/alert-state.ts';
import type { UptimeState } from '../../../../main/core/fetched/uptime.ts';
import { alertChanged } from '../../../../main/core/notices/alert.ts';
import type { NoticeDefinition } from '../../../../main/core/notices/definition.ts';
import { uptimeChanged } from '../../../../main/core/notices/uptime.ts';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import type { State } from '../../../../main/core/state/state.ts';
import { calm, withFlap } from '../../../../main/core/watching/flapping.ts';
import { fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet } from '../../../doubles/invented/facts.ts';
import { aCheck, anAlert, anUptime, aPolicy, policiesOf } from '../../../doubles/invented/invented-watching.ts';

const droplets = (atMs: number, ...all: ReturnType<typeof aDroplet>[]): StateEvent => fetched('droplets', all, atMs);
const base = fold(loadedState(), droplets(startMs, aDroplet()));

/** Titles and bodies that a rule makes from a step. */
const said = ({ rule }: Pick<NoticeDefinition, 'rule'>, previous: State, ...events: StateEvent[]) =>
  rule(previous, fold(previous, ...events), previous.settings).map(({ kind, title, body }) => [kind, title, body]);

describe('an uptime check', () => {
  const check = (fields: Partial<UptimeState> = {}): UptimeState => anUptime({ name: 'shop', changedAtMs: startMs, ...fields });
  const uptime = (...checks: UptimeState[]): StateEvent => fetched('uptime', checks);
  const isDown = check({ status: 'down', downIn: ['eu_west'], changedAtMs: startMs + 60_000 });

  it('is told when it goes down and when it comes back', () => {
    const up = fold(base, uptime(check()));
    expect(said(uptimeChanged, up, uptime(isDown))).toEqual([
      [
        'uptime-down',
        'shop does not answer',
        'Harbour Works · https://shop.example.com · seen from Western Europe · since 14:09',
      ],
    ]);
    const back = check({ changedAtMs: startMs + 180_000 });
    expect(said(uptimeChanged, fold(up, uptime(isDown)), uptime(back))).toEqual([
      ['uptime-up', 'shop answers again', 'Harbour Works · https://shop.example.com · it was down for 2 min'],
    ]);
    const outage = { region: 'eu_west', startedAtMs: startMs + 60_000, endedAtMs: startMs + 150_000 };
    expect(said(uptimeChanged, fold(up, uptime(isDown)), uptime({ ...back, previousOutage: outage }))[0]?.[2]).toContain(
      'it was down for 1 min 30 s',
    );
  });

  it('is told as one outage where no region has an answer in between', () => {
    const down = fold(base, uptime(check()), uptime(isDown));
    const checking = check({ status: 'unknown', changedAtMs: startMs + 90_000, downSinceMs: isDown.downSinceMs });
    expect(said(uptimeChanged, down, uptime(checking))).toEqual([]);
    const between = fold(down, uptime(checking));
    expect(said(uptimeChanged, between, uptime({ ...isDown, changedAtMs: startMs + 100_000 }))).toEqual([]);
    expect(said(uptimeChanged, between, uptime(check({ changedAtMs: startMs + 180_000 })))).toEqual([
      ['uptime-up', 'shop answers again', 'Harbour Works · https://shop.example.com · it was down for 2 min'],
    ]);
  });

  it('is told if it is down at the first look, but not if it is up', () => {
    expect(said(uptimeChanged, base, uptime(isDown))).toHaveLength(1);
    expect(said(uptimeChanged, base, uptime(check()))).toEqual([]);
  });

  it('is not told while it is disabled or being checked', () => {
    expect(said(uptimeChanged, base, uptime({ ...isDown, isEnabled: false }))).toEqual([]);
    const muted = fold(base, fetched('checks', [aCheck({ isEnabled: false })]));
    expect(said(uptimeChanged, muted, uptime(isDown))).toEqual([]);
    expect(said(uptimeChanged, fold(base, uptime(isDown)), uptime(check({ status: 'unknown' })))).toEqual([]);
  });
});

describe('an uptime check that comes and goes', () => {
  it('makes one notice, with how often, and none that it is up for now', () => {
    let now = fold(base, fetched('uptime', [anUptime()]));
    const told: unknown[] = [];
    let flaps = calm;
    for (let minute = 0; minute < 60; minute += 10) {
      const atMs = startMs + minute * 60_000;
      flaps = withFlap(flaps, atMs);
      for (const status of ['down', 'up'] as const) {
        const event = fetched('uptime', [anUptime({ status, changedAtMs: atMs, lookedAtMs: atMs, flaps })]);
        told.push(...said(uptimeChanged, now, event).map(([kind, title]) => [kind, title]));
        now = fold(now, event);
      }
    }
    const [down, up] = [
      ['uptime-down', 'shop.example.com does not answer'],
      ['uptime-up', 'shop.example.com answers again'],
    ];
    expect(told).toEqual([down, up, down, up, ['uptime-down', 'shop.example.com does not answer: 3 times in the last hour']]);
  });
});

describe('an alert', () => {
  const quiet = fold(base, fetched('policies', policiesOf([aPolicy()])));
  const alert = (judgement: AlertState['judgement'], firingSinceMs: number | null, changedAtMs: number): StateEvent => {
    const latest = { atMs: changedAtMs, value: judgement === 'firing' ? 91 : 40 };
    return fetched('alerts', [anAlert({ judgement, firingSinceMs, changedAtMs, latest })], changedAtMs);
  };
  const fires = alert('firing', startMs - 420_000, startMs);
  const clears = alert('fine', null, startMs + 600_000);

  it('is told when it fires and when it clears, with its value, its limit and since when', () => {
    expect(said(alertChanged, quiet, fires)).toEqual([
      ['alert-fired', 'CPU above 80 % on web-01', 'Harbour Works · now 91 % · since 14:01'],
    ]);
    expect(said(alertChanged, fold(quiet, fires), clears)).toEqual([
      ['alert-cleared', 'No longer: CPU above 80 % on web-01', 'Harbour Works · now 40 % · it fired since 14:01, for 17 min'],
    ]);
  });

  it('leads to the chart that shows it, and to the panel of its thing where none does', () => {
    const route = (state: State, event: StateEvent) => alertChanged.rule(state, fold(state, event), state.settings)[0]?.route;
    expect(route(quiet, fires)).toBe('#/monitoring/charts/droplet/cpu/things/c1:101');
    const thing = { kind: 'load-balancer' as const, id: 'lb-1', name: 'shop-front' };
    const others = { 'load-balancer': [{ id: 'lb-1', name: 'shop-front', tags: [], engine: null }] };
    const about = fold(base, fetched('policies', policiesOf([aPolicy()], others)));
    const event = (type: string) =>
      fetched('alerts', [
        anAlert({ type, thing, key: 'p1/lb-1', firingSinceMs: startMs, judgement: 'firing', changedAtMs: startMs }),
      ]);
    expect(route(about, event('v1/insights/lbaas/high_http_request_response_time_95p'))).toBe(
      '#/monitoring/charts/load-balancer/response-time/things/c1:lb-1',
    );
    expect(route(about, event('v1/insights/lbaas/increase_in_http_error_rate_count_5xx'))).toBe(
      '#/monitoring/charts/load-balancer/errors/things/c1:lb-1',
    );
  });

  it('is not told while nothing changes', () => {
    expect(said(alertChanged, fold(quiet, fires), fires)).toEqual([]);
    expect(said(alertChanged, quiet, alert('fine', null, startMs))).toEqual([]);
  });

  it('is neither told as over nor again when it is unknown for a while', () => {
    const unknown = alert('unknown', startMs - 420_000, startMs);
    expect(said(alertChanged, fold(quiet, fires), unknown)).toEqual([]);
    expect(said(alertChanged, fold(quiet, fires, unknown), fires)).toEqual([]);
    expect(said(alertChanged, fold(quiet, fires, unknown), clears)).toHaveLength(1);
  });

  it('is not told of a policy or a thing that is gone', () => {
    expect(said(alertChanged, fold(quiet, fetched('policies', policiesOf([]))), fires)).toEqual([]);
    expect(said(alertChanged, fold(quiet, fetched('policies', policiesOf([aPolicy({ isEnabled: false })]))), fires)).toEqual([]);
    expect(said(alertChanged, fold(quiet, fetched('droplets', [])), fires)).toEqual([]);
  });

  it('makes one notice when it comes and goes, with how often', () => {
    let now = quiet;
    const told: unknown[] = [];
    let flaps = calm;
    for (let minute = 0; minute < 80; minute += 10) {
      const atMs = startMs + minute * 60_000;
      flaps = withFlap(flaps, atMs);
      for (const state of [
        anAlert({ judgement: 'firing', firingSinceMs: atMs, changedAtMs: atMs, flaps }),
        anAlert({ changedAtMs: atMs + 60_000, flaps }),
      ]) {
        told.push(...said(alertChanged, now, fetched('alerts', [state])).map(([, title]) => title));
        now = fold(now, fetched('alerts', [state]));
      }
    }
    const [title, over] = ['CPU above 80 % on web-01', 'No longer: CPU above 80 % on web-01'];
    expect(told).toEqual([title, over, title, over, `${title}: 3 times in the last hour`]);
  });
});
