import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuoy } from '../../../../../main/core/buoy.ts';
import type { DocumentName } from '../../../../../main/core/ports.ts';
import { maximumConnections } from '../../../../../main/core/state/saved/connections.ts';
import { createAttentionRows } from '../../../../../main/core/view/attention.ts';
import { facts } from '../../../../doubles/core/core-on-demo.ts';
import { filesOf, openKeptStore } from '../../../../doubles/core/kept-store.ts';
import { createMemoryPorts } from '../../../../doubles/core/memory-ports.ts';
import { fetched, startMs } from '../../../../doubles/core/states.ts';
import { aDroplet } from '../../../../doubles/invented/facts.ts';
import { aNotice } from '../../../../doubles/invented/notices.ts';

function never(why: string): never {
  throw new Error(why);
}

const documents = ['settings', 'connections', 'history', 'durations', 'last-view', 'spending'] as const;
const connections = { version: 1, connections: [{ id: 'c1', label: 'Harbour' }] };

/** Opens these documents, writes them all again, and returns them as they are then. */
async function reopened(given: Partial<Record<DocumentName, unknown>>) {
  const opened = await openKeptStore(filesOf(given));
  const rewrite = async () => {
    for (const name of documents) await opened.keeper.write(name);
  };
  const onDisk = (name: DocumentName) => JSON.parse(opened.files.get(name) ?? 'null');
  await rewrite();
  return { ...opened, state: opened.store.state, rewrite, onDisk };
}

const uptime = (checkId: string, status: string) => ({
  checkId,
  name: 'shop',
  target: 'https://shop.example.com',
  isEnabled: true,
  status,
  downIn: [],
  changedAtMs: null,
});
const view = (fields: object) => ({ version: 1, pause: { untilMs: null }, connections: [{ id: 'c1', ...fields }] });

describe('one value that this version does not know', () => {
  it('costs no other notice, and stays in the file', async () => {
    const rows = Array.from({ length: 301 }, (_, index) => ({ ...aNotice(), key: `n${index}` }));
    const odd = { ...rows[7], kind: 5 };
    const notices = rows.with(7, odd as never);
    const toldFacts = ['a', 7, 'b'];
    const { state, onDisk } = await reopened({
      history: {
        version: 1,
        notices,
        toldFacts,
        snoozes: [
          ['m', 5],
          ['n', 'x'],
        ],
      },
    });
    expect([state().notices.length, [...state().snoozes]]).toEqual([300, [['m', 5]]]);
    expect(state().toldFacts.has('b')).toBe(true);
    expect(onDisk('history').notices).toHaveLength(301);
    expect(onDisk('history').notices).toContainEqual(odd);
    expect(onDisk('history').toldFacts).toContain(7);
    expect(onDisk('history').snoozes).toEqual([
      ['m', 5],
      ['n', 'x'],
    ]);
  });

  it('costs no other setting, and gives way only to what the person sets there', async () => {
    const settings = {
      appearance: 'sepia',
      polling: 'often',
      notices: { muted: ['uptime-up', 5], quietHours: { isOn: true, from: '21:30', to: 'dawn' } },
      pinned: ['c1:101', null],
      holidays: ['12-24'],
    };
    const { state, store, onDisk, rewrite } = await reopened({ settings });
    expect(state().settings).toMatchObject({
      appearance: 'system',
      polling: { intervalSeconds: 60 },
      notices: { muted: ['uptime-up'], quietHours: { isOn: true, from: '21:30', to: '07:00' } },
      pinned: ['c1:101'],
    });
    expect(onDisk('settings')).toMatchObject(settings);
    const { quietHours, ...notices } = state().settings.notices;
    store.dispatch({
      type: 'settings-changed',
      settings: {
        ...state().settings,
        appearance: 'dark',
        pinned: [],
        notices: { ...notices, quietHours: { ...quietHours, to: '08:00' } },
      },
    });
    await rewrite();
    expect(onDisk('settings')).toMatchObject({
      appearance: 'dark',
      polling: 'often',
      notices: { muted: ['uptime-up', 5], quietHours: { isOn: true, from: '21:30', to: '08:00' } },
      pinned: [null],
      holidays: ['12-24'],
    });
  });

  it('costs no other pinned thing, and stays beside what is pinned later', async () => {
    const pin = (key: string) => ({ key, connectionId: 'c1', familyId: 'apps_list', parent: {}, itemId: key, name: key });
    const unknown = { key: 'c1:apps_list/x', place: 'elsewhere' };
    const settings = { pinned: ['c1:apps_list/a'], pinnedThings: [{ ...pin('c1:apps_list/a'), colour: 'blue' }, unknown] };
    const { state, store, onDisk, rewrite } = await reopened({ settings });
    expect(state().settings.pinnedThings).toEqual([pin('c1:apps_list/a')]);
    const pinnedThings = [...state().settings.pinnedThings, pin('c1:apps_list/b')];
    store.dispatch({ type: 'settings-changed', settings: { ...state().settings, pinnedThings } });
    await rewrite();
    expect(onDisk('settings').pinnedThings).toEqual([
      { ...pin('c1:apps_list/a'), colour: 'blue' },
      pin('c1:apps_list/b'),
      unknown,
    ]);
  });

  it('costs no pause and no other check, until the checks are read again', async () => {
    const known = uptime('u1', 'up');
    const unknown = uptime('u2', 'wobbling');
    const { state, store, onDisk, rewrite } = await reopened({
      connections,
      'last-view': view({ uptime: [known, unknown], fetchedAtMs: { uptime: 5 }, weather: { isSunny: true } }),
    });
    expect([state().pause, state().connections.get('c1')?.uptime.size]).toEqual([{ untilMs: null }, 1]);
    expect(onDisk('last-view').connections[0]).toMatchObject({ uptime: [known, unknown], weather: { isSunny: true } });
    store.dispatch(fetched('uptime', []));
    await rewrite();
    expect(onDisk('last-view').connections[0]).toMatchObject({ uptime: [], weather: { isSunny: true } });
  });

  it('costs neither the label of another connection nor the row itself', async () => {
    const rows = [{ id: 'c1', label: 5 }, { id: 'NOT AN ID' }, { id: 'c2', label: 'Quay', colour: 'blue' }];
    const { state, keeper, onDisk } = await reopened({ connections: { version: 1, connections: rows, order: 'by name' } });
    expect([...state().connections.values()].map(({ id, label }) => [id, label])).toEqual([
      ['c1', null],
      ['c2', 'Quay'],
    ]);
    await keeper.commit('connections', [{ type: 'connection-removed', connectionId: 'c2' }]);
    expect(onDisk('connections')).toEqual({ version: 1, connections: [rows[0], rows[1]], order: 'by name' });
  });

  it('costs no other kind of action that was learned', async () => {
    const samples = [
      ['reboot//', [5000]],
      ['resize//', 'long'],
      ['snapshot//', [1]],
    ];
    const { state, onDisk } = await reopened({ durations: { version: 1, samples } });
    expect([...state().durations.keys()]).toEqual(['reboot//', 'snapshot//']);
    expect(onDisk('durations').samples).toContainEqual(['resize//', 'long']);
  });

  it('is said once, however often Buoy starts', async () => {
    const given = { history: { version: 1, notices: [5], toldFacts: [], snoozes: [] } };
    const first = await reopened(given);
    const rows = () => [...createAttentionRows()(first.state(), startMs).values()].filter((row) => row.key === 'not-understood');
    expect(rows()).toMatchObject([{ detail: expect.stringContaining('history.json') }]);
    const again = await openKeptStore(first.files);
    expect(again.store.state().notUnderstood).toEqual([]);
  });
});

describe('a version that is older or newer', () => {
  it.each(documents)('finds in %s everything that it wrote, whatever this one did meanwhile', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), async (others) => {
        const own = { version: 1, connections: [], notices: [], toldFacts: [], snoozes: [], samples: [] };
        const { onDisk } = await reopened({ [name]: { ...others, ...own } });
        expect(onDisk(name)).toMatchObject(JSON.parse(JSON.stringify(others)));
      }),
      { numRuns: 60 },
    );
  });

  it('finds its own number of the form again, where this one adds to it', async () => {
    const { onDisk } = await reopened({ history: { version: 2, notices: [aNotice()], toldFacts: ['a'], snoozes: [] } });
    expect(onDisk('history')).toMatchObject({ version: 2, notices: [aNotice()] });
  });
});

describe('a document of another shape', () => {
  it.each([[[]], ['text'], [5], [true]])('is moved aside if it is %j, and its place taken', async (value) => {
    for (const name of documents) {
      const { ports, store, untouchable } = await openKeptStore(filesOf({ [name]: value }));
      expect([ports.aside, untouchable]).toEqual([[JSON.stringify(value)], []]);
      expect(store.state().setAside).toEqual([`/home/ops/${name}.corrupt.json`]);
    }
  });

  it('is named beside the others that are moved aside too', async () => {
    const { store } = await openKeptStore(filesOf({ settings: 5, history: [] }));
    expect(store.state().setAside).toEqual(['/home/ops/settings.corrupt.json', '/home/ops/history.corrupt.json']);
    const rows = [...createAttentionRows()(store.state(), startMs).values()];
    expect(rows.map(({ title }) => title)).toEqual(['Buoy could not read 2 of its files']);
  });

  it('is moved aside if it is nested so deep that it could not be written again', async () => {
    const text = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const { ports } = await openKeptStore(new Map([['settings', text]]));
    expect(ports.aside).toEqual([text]);
  });
});

describe('a list of 50,000 connections', () => {
  it('is read, started with and written in a time that grows with its length alone, and none is lost', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => ({ id: `c${index}`, label: `Team ${index}` }));
    const files = filesOf({ connections: { version: 1, connections: rows } });
    const ports = createMemoryPorts({ files, openTransport: () => never('No token, so nothing is asked') });
    const startedAt = process.cpuUsage();
    const buoy = createBuoy(ports, facts);
    await buoy.start();
    await ports.clock.advance(60_000);
    const view = await buoy.calls.openView({});
    const renamed = { kind: 'rename-connection', connectionId: 'c7', label: 'Quay' } as const;
    expect(await buoy.calls.runCommand({ command: renamed })).toMatchObject({ ok: true });
    await buoy.stop();
    // Some 2 s here; it was 28 minutes.
    expect(process.cpuUsage(startedAt).user / 1_000_000).toBeLessThan(20);
    expect(view).toMatchObject({ ok: true, value: { tables: { connections: { length: maximumConnections } } } });
    const written = JSON.parse(files.get('connections') ?? 'null').connections;
    expect(written).toHaveLength(50_000);
    expect([written[7], written[49_999]]).toEqual([{ id: 'c7', label: 'Quay' }, rows[49_999]]);
  });
});

it('keeps droplets of a view whose other droplets it cannot read', async () => {
  const droplet = aDroplet();
  const odd = { ...aDroplet({ id: 102 }), vcpus: 'many' };
  const { state, onDisk } = await reopened({
    connections,
    'last-view': view({ droplets: [droplet, odd], fetchedAtMs: { droplets: 5 } }),
  });
  expect(state().connections.get('c1')?.droplets.size).toBe(1);
  expect(onDisk('last-view').connections[0].droplets).toEqual([droplet, odd]);
});
