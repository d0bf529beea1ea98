import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StateEvent } from '../../../../main/core/state/events.ts';
import { initialState, newConnection, type State } from '../../../../main/core/state/state.ts';
import { createViewOf } from '../../../../main/core/view/view.ts';
import type { TrayView } from '../../../../preload/contract/view.ts';
import { anyHistory } from '../../../doubles/core/random-events.ts';
import { fetched, fold, loadedState, nothingElse, startMs } from '../../../doubles/core/states.ts';
import { allNodes, trayText } from '../../../doubles/core/tray-text.ts';
import { desktopCapabilities } from '../../../doubles/invented/capabilities.ts';
import { aBalance, aDroplet, anAccount, anAction } from '../../../doubles/invented/facts.ts';

const trayOf = (state: State, nowMs = startMs): TrayView =>
  createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities })(state, nowMs).singles
    .tray;

const droplets = (...all: ReturnType<typeof aDroplet>[]): StateEvent => fetched('droplets', all);
const actions = (atMs: number, ...all: ReturnType<typeof anAction>[]): StateEvent => fetched('actions', all, atMs);
const well = fold(
  loadedState(),
  droplets(aDroplet(), aDroplet({ id: 102, name: 'api-01', publicV6: [] })),
  ...nothingElse(),
  fetched('balance', aBalance()),
);

describe('the tray of a healthy team', () => {
  it('reads from the answer to the details', () => {
    expect(trayText(trayOf(well))).toEqual([
      'All well | 2 droplets · updated just now',
      '# All well · read just now',
      '---',
      '# Droplets',
      'api-01 · Active',
      '  Copy 203.0.113.21',
      '  Copy 10.0.0.2',
      '  Copy SSH command',
      '  ---',
      '  (fra1 · 2 vCPU, 4 GB · $24.00 a month)',
      '  (Tags: web, prod)',
      '  ---',
      '  Reboot',
      '  Power cycle…',
      '  Shut down…',
      '  Power off…',
      '  Take snapshot',
      '  ---',
      '  Show in Buoy',
      'web-01 · Active',
      '  Copy 203.0.113.21',
      '  Copy 2001:db8:2f:1::21',
      '  Copy 10.0.0.2',
      '  Copy SSH command',
      '  ---',
      '  (fra1 · 2 vCPU, 4 GB · $24.00 a month)',
      '  (Tags: web, prod)',
      '  ---',
      '  Reboot',
      '  Power cycle…',
      '  Shut down…',
      '  Power off…',
      '  Take snapshot',
      '  ---',
      '  Show in Buoy',
      '---',
      'November $820.16 · about $1,092 by 30 Nov',
      '---',
      'Open Buoy',
      'Refresh',
      'Pause',
      '  For 1 hour',
      '  Until tomorrow',
      '  Until resumed',
      'Quit Buoy',
    ]);
  });

  it('says the same a minute later, so that no menu is redrawn', () => {
    const viewOf = createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities });
    const tray = viewOf(well, startMs + 1000).singles.tray;
    expect(viewOf(well, startMs + 66_000).singles.tray).toBe(tray);
  });

  it('loses the ellipsis of power cycle when it no longer asks', () => {
    const state = { ...well, settings: { ...well.settings, isPowerCycleConfirmed: false } };
    expect(trayText(trayOf(state))).toContain('  Power cycle');
  });

  it('offers power on for a droplet that is off, and says that it is billed', () => {
    const text = trayText(trayOf(fold(loadedState(), droplets(aDroplet({ status: 'off' })), actions(startMs))));
    expect(text).toContain('web-01 · Off, still billed');
    expect(text).toContain('  Power on');
    expect(text).not.toContain('  Reboot');
  });
});

describe('a droplet in the menu', () => {
  const menuOf = (state: State) => trayOf(state).menu.find((node) => node.label === 'web-01');
  const offOf = (state: State) => (menuOf(state)?.children ?? []).filter((node) => /^(reboot|power_|shut|snap)/.test(node.id));

  it('offers its reserved addresses, marked as such, after its public one', () => {
    const addresses = ['198.51.100.5', '2001:db8:5::7'];
    const state = fold(loadedState(), droplets(aDroplet()), fetched('reservedIps', [{ dropletId: 101, addresses }]));
    expect(
      menuOf(state)
        ?.children.filter((node) => node.id.startsWith('copy/'))
        .map((node) => node.label),
    ).toEqual([
      'Copy 203.0.113.21',
      'Copy 198.51.100.5, reserved',
      'Copy 2001:db8:5::7, reserved',
      'Copy 2001:db8:2f:1::21',
      'Copy 10.0.0.2',
    ]);
  });

  it('says that it is locked, and turns its actions off below the reason', () => {
    const state = fold(loadedState(), droplets(aDroplet({ isLocked: true })), actions(startMs));
    expect(menuOf(state)?.detail).toBe('Active, locked');
    expect(trayText(trayOf(state))).toContain('  (Locked by DigitalOcean)');
    expect(offOf(state).map(({ isEnabled }) => isEnabled)).toEqual([false, false, false, false, false]);
  });

  it('says that it has no address, "yet" only while it is made, and copies none of one that is archived', () => {
    const none = { publicV4: [], publicV6: [], privateV4: [] };
    const linesOf = (own: Parameters<typeof aDroplet>[0]) =>
      menuOf(fold(loadedState(), droplets(aDroplet(own)), actions(startMs)))?.children.map(({ label }) => label) ?? [];
    expect(linesOf({ ...none, status: 'active' })[0]).toBe('No address');
    expect(linesOf({ ...none, status: 'new' })[0]).toBe('No address yet');
    expect(linesOf({ status: 'archive' }).filter((label) => /^Copy|address|Reboot/.test(label))).toEqual([]);
  });

  it('turns its actions off while one runs, below its name', () => {
    const state = fold(loadedState(), droplets(aDroplet({ isLocked: true })), actions(startMs, anAction({ id: 3 })));
    expect(trayText(trayOf(state))).toContain('  (Rebooting)');
    expect(trayText(trayOf(state))).not.toContain('  (Locked by DigitalOcean)');
    expect(offOf(state).every(({ isEnabled }) => !isEnabled)).toBe(true);
  });

  it('stands where the person put its pin', () => {
    const state = fold(
      loadedState(),
      droplets(aDroplet({ id: 1, name: 'a' }), aDroplet({ id: 2, name: 'b' }), aDroplet({ id: 3, name: 'c' })),
    );
    const pinned = (...keys: string[]) => {
      const text = trayText(trayOf({ ...state, settings: { ...state.settings, pinned: keys } }));
      return text.filter((line) => /^[abc] ·/.test(line)).map((line) => line[0]);
    };
    expect(pinned('c1:3', 'c1:1')).toEqual(['c', 'a', 'b']);
    expect(pinned('c1:1', 'gone:9', 'c1:3')).toEqual(['a', 'c', 'b']);
  });

  it('keeps its row while the reserved addresses that are read stay the same', () => {
    const viewOf = createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities });
    const read = (addresses: string[]) => fetched('reservedIps', [{ dropletId: 101, addresses }]);
    const state = fold(loadedState(), droplets(aDroplet()), read(['198.51.100.5']));
    const { droplets: table } = viewOf(state, startMs).tables;
    expect(viewOf(fold(state, read(['198.51.100.5'])), startMs).tables.droplets).toBe(table);
    expect([...viewOf(fold(state, read([])), startMs).tables.droplets.values()][0]?.reservedIps).toEqual([]);
  });
});

describe('the tray while an action runs', () => {
  it('changes every five seconds, not with every answer', () => {
    const done = (id: number) =>
      anAction({ id, status: 'completed', startedAtMs: startMs - 600_000, completedAtMs: startMs - 570_000 });
    const busy = fold(well, actions(startMs, done(1), done(2), anAction({ id: 3, startedAtMs: startMs })));
    const viewOf = createViewOf({ version: '0.1.0', platform: 'linux', desktop: 'other', capabilities: desktopCapabilities });
    const trays = Array.from({ length: 100 }, (_, index) => viewOf(busy, startMs + index * 100).singles.tray);
    expect(new Set(trays).size).toBe(2);
  });
});

describe('the tray of several teams and many droplets', () => {
  const second: StateEvent = {
    type: 'connection-added',
    connection: {
      ...newConnection({ id: 'c2', label: 'Tidepool', isDemo: false, isForThisRunOnly: false }),
      account: anAccount(),
      balance: aBalance({ monthToDateUsage: '131.74' }),
    },
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => aDroplet({ id: index, name: `w-${1000 + index}` }));

  it('names the teams, each with its cost of the month', () => {
    const text = trayText(
      trayOf(
        fold(
          well,
          second,
          { ...droplets(aDroplet({ id: 7, name: 'ci-01' })), connectionId: 'c2' } as StateEvent,
          ...nothingElse('c2'),
        ),
      ),
    );
    expect(text[0]).toBe('All well | 3 droplets in 2 teams · updated just now');
    expect(text.filter((line) => line.startsWith('#'))).toEqual(['# All well · read just now', '# Harbour Works', '# Tidepool']);
    expect(text).toContain('November $951.90 · about $1,267 by 30 Nov');
    expect(text).toContain('  Tidepool $131.74 · about $175 by 30 Nov');
  });

  it('lists up to 25 droplets, and for more only 25 with a link to all', () => {
    const lines = (state: State) => trayText(trayOf(state)).filter((line) => /^w-\d+ /.test(line));
    expect(lines(fold(loadedState(), droplets(...many(25))))).toHaveLength(25);
    const cut = fold(loadedState(), droplets(...many(500)));
    expect(lines(cut)).toHaveLength(25);
    expect(trayText(trayOf(cut))).toContain('All 500 in the window');
    expect(trayText(trayOf(fold(loadedState(), droplets(...many(25)))))).not.toContain('All 25 in the window');
  });

  it('keeps pinned droplets and droplets in trouble when it shortens the list', () => {
    const cut = fold(loadedState(), droplets(...many(500)), actions(startMs, anAction({ resourceId: 490 })));
    const state = { ...cut, settings: { ...cut.settings, pinned: ['c1:499'] } };
    const text = trayText(trayOf(state));
    expect(text.slice(text.indexOf('# Pinned')).at(1)).toContain('w-1499');
    expect(text).toContain('w-1490 · Rebooting');
  });

  it('leaves room for a small team beside a large one', () => {
    const state = fold(loadedState(), second, droplets(...many(500)), {
      ...droplets(aDroplet({ id: 7, name: 'ci-01' })),
      connectionId: 'c2',
    } as StateEvent);
    expect(trayText(trayOf(state))).toContain('ci-01 · Active');
  });
});

describe('any tray', () => {
  it('has unique ids, at most two levels, and no clickable line that does nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { menu } = trayOf(fold({ ...initialState, isLoaded: true }, ...history));
        const nodes = allNodes(menu);
        expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
        for (const node of menu) for (const child of node.children) expect(child.children).toEqual([]);
        for (const node of nodes) {
          if (node.type === 'item' && node.isEnabled) expect(node.deed !== null || node.children.length > 0).toBe(true);
          expect(node.children.length > 0 && node.deed !== null).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
