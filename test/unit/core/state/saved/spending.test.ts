import { describe, expect, it } from 'vitest';
import type { DocumentName } from '../../../../../main/core/ports.ts';
import { filesOf, openKeptStore } from '../../../../doubles/core/kept-store.ts';
import { fetched } from '../../../../doubles/core/states.ts';
import { aBalance } from '../../../../doubles/invented/facts.ts';

const connections = { version: 1, connections: [{ id: 'c1', label: 'Harbour' }] };
const point = (key: string, usedUsd: string) => ({ key, usedUsd, accountUsd: '0.00', atMs: Date.parse(`${key}T12:00:00Z`) });
const spending = (...teams: unknown[]) => ({ version: 1, teams });
const onDisk = (files: Map<DocumentName, string>) => JSON.parse(files.get('spending') ?? 'null');

describe('what Buoy saw of the spending', () => {
  it('is kept over a restart, one point a day', async () => {
    const first = await openKeptStore(filesOf({ connections }));
    for (const [day, monthToDateUsage] of [
      [21, '700.10'],
      [22, '750.20'],
      [22, '760.30'],
    ] as const) {
      first.store.dispatch(fetched('balance', aBalance({ monthToDateUsage, generatedAtMs: Date.UTC(2026, 10, day, 13) })));
    }
    first.store.dispatch(fetched('balance', aBalance({ monthToDateUsage: '760.30', generatedAtMs: Date.UTC(2026, 10, 22, 19) })));
    await first.ports.clock.advance(6 * 3_600_000);
    const again = await openKeptStore(first.files);
    expect(again.store.state().spending.get('c1')).toEqual([
      { key: '2026-11-21', usedUsd: '700.10', accountUsd: '0.00', atMs: Date.UTC(2026, 10, 21, 13) },
      { key: '2026-11-22', usedUsd: '760.30', accountUsd: '0.00', atMs: Date.UTC(2026, 10, 22, 19) },
    ]);
  });

  it('is kept with since when things were seen unused, which goes with the team', async () => {
    const first = await openKeptStore(filesOf({ connections }));
    const atMs = Date.UTC(2026, 10, 12);
    const look = { familyIds: ['volumes_list'], keys: ['volumes_list:v1'], atMs };
    first.store.dispatch({ type: 'unused-seen', connectionId: 'c1', look });
    await first.ports.clock.advance(6 * 3_600_000);
    const again = await openKeptStore(first.files);
    expect(again.store.state().unusedSince.get('c1')).toEqual([{ key: 'volumes_list:v1', sinceMs: atMs, seenMs: atMs }]);
    again.store.dispatch({ type: 'connection-removed', connectionId: 'c1' });
    await again.ports.clock.advance(10_000);
    expect(onDisk(again.files)).toEqual(spending());
  });

  it('says nothing of a balance of which nobody knows the day', async () => {
    const { store } = await openKeptStore(filesOf({ connections }));
    store.dispatch(fetched('balance', aBalance({ isDated: false })));
    expect(store.state().spending.size).toBe(0);
  });

  it('goes with its team, also from the file', async () => {
    const given = spending({ id: 'c1', points: [point('2026-11-21', '7')] });
    const { store, files, ports } = await openKeptStore(filesOf({ connections, spending: given }));
    store.dispatch({ type: 'connection-removed', connectionId: 'c1' });
    await ports.clock.advance(10_000);
    expect(onDisk(files)).toEqual(spending());
  });

  it('of a team that was disconnected without it is not read back', async () => {
    const gone = { id: 'gone', points: [point('2026-11-21', '7')] };
    const { store, files, keeper } = await openKeptStore(filesOf({ connections, spending: spending(gone) }));
    await keeper.write('spending');
    expect([store.state().spending.size, onDisk(files)]).toEqual([0, spending()]);
  });

  it('stays in the file when nobody can tell which teams there are', async () => {
    const given = spending({ id: 'c1', points: [point('2026-11-21', '7')] });
    const other = { version: 2, connections: 'elsewhere' };
    const { files, keeper } = await openKeptStore(filesOf({ connections: other, spending: given }));
    await keeper.write('spending');
    expect(onDisk(files)).toEqual(given);
  });

  it('is set aside when it is no document at all, and the others are not touched', async () => {
    const { store, restored } = await openKeptStore(filesOf({ connections, spending: [1, 2] }));
    expect(restored.setAside).toEqual([expect.stringContaining('spending')]);
    expect([...store.state().connections.keys()]).toEqual(['c1']);
  });

  it('loses a point that is none, and no other', async () => {
    const odd = { ...point('2026-11-20', '7'), usedUsd: 'much' };
    const given = spending({ id: 'c1', points: [odd, point('2026-11-21', '8')] });
    const { store, files, keeper } = await openKeptStore(filesOf({ connections, spending: given }));
    expect(store.state().spending.get('c1')).toEqual([point('2026-11-21', '8')]);
    await keeper.write('spending');
    expect(onDisk(files).teams[0].points).toContainEqual(odd);
  });
});
