import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fetchedKinds } from '../../../../main/core/fetched/all.ts';
import type { DocumentName } from '../../../../main/core/ports.ts';
import { toSaved } from '../../../../main/core/state/saved/connections.ts';
import { toDurations } from '../../../../main/core/state/saved/durations.ts';
import { toHistory } from '../../../../main/core/state/saved/history.ts';
import { toLastView } from '../../../../main/core/state/saved/last-view.ts';
import { restore } from '../../../../main/core/state/saved/restore.ts';
import { createStore } from '../../../../main/core/state/store.ts';
import { createMemoryPorts } from '../../../doubles/core/memory-ports.ts';

/**
 * Written by version 0.1.0 on the demo account: a team with a droplet that is down, one under suspicion, and a running
 * snapshot.
 */
const names = ['settings', 'connections', 'history', 'durations', 'last-view'] as const satisfies readonly DocumentName[];
const folder = new URL('../../../fixtures/saved/0.1.0/', import.meta.url);
const written = new Map<DocumentName, string>(names.map((name) => [name, readFileSync(new URL(`${name}.json`, folder), 'utf8')]));
const parsed = (name: DocumentName) => JSON.parse(written.get(name) ?? 'null');

async function restored(files: ReadonlyMap<DocumentName, string>) {
  const openTransport = () => {
    throw new Error('Nothing is asked in this test');
  };
  const ports = createMemoryPorts({ openTransport, files: new Map(files) });
  const found = await restore(ports.documents, ports.log);
  const store = createStore((error) => {
    throw error;
  });
  store.dispatch({ type: 'restored', restored: found.restored });
  return { ...found, state: store.state(), logged: ports.logged };
}

/** The saved view with one connection, changed. */
const viewWith = (change: (view: Record<string, unknown>) => void): ReadonlyMap<DocumentName, string> => {
  const view = parsed('last-view');
  change(view.connections[0]);
  return new Map([...written, ['last-view', JSON.stringify(view)]]);
};

/** What later versions write for each connection besides: data that 0.1.0 did not fetch, so it starts empty. */
const addedSince = {
  reservedIps: [],
  pins: [],
  checks: [],
  policies: { all: [], others: { 'load-balancer': null, database: null, 'autoscale-pool': null } },
  dates: [],
};

type Row = Record<string, unknown>;
/** A view without the fields that later versions added to rows of checks and alerts. */
function asOf010<V extends object>(view: V): V {
  const fields = (kind: string) => Object.keys(parsed('last-view').connections[0][kind][0]);
  const cut = (kind: 'uptime' | 'alerts') => {
    const rows = (view as Record<string, unknown>)[kind] as Row[] | undefined;
    return rows?.map((row) => Object.fromEntries(fields(kind).map((name) => [name, row[name]])));
  };
  return { ...view, uptime: cut('uptime'), alerts: cut('alerts') };
}

describe('the documents of 0.1.0', () => {
  it('are restored completely: written again, they are the same', async () => {
    const { state, untouchable, logged } = await restored(written);
    expect([untouchable, logged]).toEqual([[], []]);
    expect(state.settings).toMatchObject(parsed('settings'));
    expect(toSaved(state)).toEqual(parsed('connections'));
    expect(toHistory(state)).toMatchObject(parsed('history'));
    expect(toDurations(state.durations)).toEqual(parsed('durations'));
    const view = parsed('last-view');
    const { connections, ...rest } = toLastView(state);
    expect({ ...rest, connections: connections.map(asOf010) }).toEqual({
      ...view,
      connections: [{ ...view.connections[0], ...addedSince }],
    });
  });

  it('open with notices that have no buttons, and are about nothing that lasts', async () => {
    const { state } = await restored(written);
    const own = { buttons: [], parts: [], matter: null, name: '' };
    expect(state.notices).toMatchObject([own, own, own]);
    expect(state.snoozes.size).toBe(0);
  });

  it('keep pause, suspicions, downs and history', async () => {
    const { state } = await restored(written);
    const [connection] = state.connections.values();
    expect(state.pause).toEqual({ untilMs: null });
    expect([connection?.suspicions.size, connection?.downs.size, state.notices.length]).toEqual([1, 1, 3]);
    expect(connection?.runningOn.size).toBe(1);
  });

  it.each(fetchedKinds)('without %s get its default, and everything else stays', async (kind) => {
    const { state, logged } = await restored(viewWith((view) => Reflect.deleteProperty(view, kind)));
    const { connections, ...rest } = toLastView(state);
    const { connections: before, ...restBefore } = parsed('last-view');
    const { [kind]: _lost, fetchedAtMs, ...others } = asOf010(connections[0] as object) as Record<string, unknown>;
    const { [kind]: _had, fetchedAtMs: agesBefore, ...othersBefore } = { ...before[0], ...addedSince };
    expect([rest, others, logged]).toEqual([restBefore, othersBefore, []]);
    const { [kind]: _age, ...ages } = agesBefore;
    expect(fetchedAtMs).toEqual(ages);
  });

  it.each(['downs', 'suspicions', 'lastWorkedAtMs', 'fetchedAtMs'])('without %s keep the droplets', async (field) => {
    const { state } = await restored(viewWith((view) => Reflect.deleteProperty(view, field)));
    expect([...state.connections.values()][0]?.droplets.size).toBe(parsed('last-view').connections[0].droplets.length);
  });
});
