import { describe, expect, it } from 'vitest';
import { slowAfterMs } from '../../../../main/core/state/slow-limits.ts';
import { dropletActionTypes } from '../../../../preload/contract/command.ts';
import { fetched, fold, loadedState, startMs } from '../../../doubles/core/states.ts';
import { aDroplet, anAction } from '../../../doubles/invented/facts.ts';

const minute = 60_000;
const ofDroplet = (type: string, diskGb: number | null = 80) => slowAfterMs({ type, resourceType: 'droplet', diskGb });

describe('the limit of an action of whose kind nothing was learned', () => {
  it.each(dropletActionTypes)('is ten minutes at least, and known: %s', (type) => {
    expect(ofDroplet(type)).toBeGreaterThanOrEqual(10 * minute);
    expect(ofDroplet(type, 10)).toBeLessThanOrEqual(ofDroplet(type, 640));
    expect(ofDroplet(type, 40)).not.toBe(ofDroplet('a_type_of_tomorrow', 40));
  });

  it.each(['snapshot', 'backup', 'resize', 'restore', 'rebuild'])('grows with the disk: %s', (type) => {
    expect(ofDroplet(type, 320)).toBe(4 * ofDroplet(type, 80));
    expect(ofDroplet(type, 1)).toBe(30 * minute);
    expect(ofDroplet(type, null)).toBe(ofDroplet(type, 160));
  });

  it('does not fall below what DigitalOcean says of a snapshot of a full disk', () => {
    expect(ofDroplet('snapshot', 80)).toBe(80 * 3 * minute);
  });

  it.each(['a_type_of_tomorrow', 'constructor', '__proto__', ''])('is four hours for a type that is not known: %j', (type) => {
    expect(ofDroplet(type)).toBe(240 * minute);
    expect(slowAfterMs({ type, resourceType: 'app', diskGb: null })).toBe(240 * minute);
  });

  it('takes no limit of a droplet for another resource', () => {
    expect(slowAfterMs({ type: 'create', resourceType: 'database', diskGb: null })).toBe(240 * minute);
    expect(slowAfterMs({ type: 'attach', resourceType: 'volume', diskGb: null })).toBe(10 * minute);
  });
});

describe('a running action of whose kind nothing was learned', () => {
  const running = anAction({ startedAtMs: startMs });
  const during = fold(loadedState(), fetched('droplets', [aDroplet()]), fetched('actions', [running]));
  const isSlow = (atMs: number) =>
    [...fold(during, fetched('actions', [running], atMs)).connections.values()][0]?.actions.get('c1:9001')?.isSlow;

  it('becomes slow after its limit, not before', () => {
    expect(isSlow(startMs + 10 * minute)).toBe(false);
    expect(isSlow(startMs + 10 * minute + 1)).toBe(true);
  });

  it('goes by the disk of its droplet', () => {
    const snapshot = anAction({ type: 'snapshot', startedAtMs: startMs });
    const at = (diskGb: number, afterMs: number) => {
      const state = fold(loadedState(), fetched('droplets', [aDroplet({ diskGb })]), fetched('actions', [snapshot]));
      const later = fold(state, fetched('actions', [snapshot], startMs + afterMs));
      return [...later.connections.values()][0]?.actions.get('c1:9001')?.isSlow;
    };
    expect([at(25, 76 * minute), at(80, 76 * minute)]).toEqual([true, false]);
  });

  it('goes by what was learned as soon as that is known', () => {
    const done = (id: number) => anAction({ id, status: 'completed', startedAtMs: startMs, completedAtMs: startMs + 30_000 });
    const learned = fold(during, fetched('actions', [running, done(1), done(2)]));
    const later = fold(learned, { type: 'time-passed', atMs: startMs + 2 * minute });
    expect([...later.connections.values()][0]?.actions.get('c1:9001')?.isSlow).toBe(true);
  });
});
