import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { CallName } from '../../../../../preload/contract/schema.ts';
import type { FullView } from '../../../../../preload/contract/view.ts';
import { TrayScreen } from '../../../../../renderer/screens/tray/tray-screen.tsx';
import { manyDroplets } from '../../../../doubles/invented/invented-droplets.ts';
import { emptyView, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = async (view: FullView = inventedView(), hash = '#/tray') => {
  const { bridge, page } = await drawPage(<TrayScreen />, { hash, view });
  const sent = (name: CallName) => bridge.calls.filter((call) => call.name === name).map((call) => call.args);
  return { bridge, page, sent, user: userEvent.setup() };
};
const rowsOf = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('button')
    .map((row) => row.textContent);
const row = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`) as HTMLElement;
const focusedRow = () => (document.activeElement as HTMLElement | null)?.dataset.row;
const search = () => screen.getByRole('combobox', { name: 'Search everything' });
const results = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the lists of the popover', () => {
  it('shows the pins in the person’s order, then what is wrong, what runs, and the teams', async () => {
    await draw();
    expect(screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)).toEqual([
      'Pinned',
      'Needs attention',
      'Running',
      'Coming up',
      'Teams',
    ]);
    expect(rowsOf('Pinned').map((text) => text?.slice(0, 6))).toEqual(['build-', 'web-01', 'blogAc']);
    expect(rowsOf('Needs attention')[0]).toMatch(/^cache-01 is down/);
    expect(rowsOf('Running')[0]).toMatch(/^Taking a snapshot of api-01.*left/);
  });

  it('keeps what needs a person in sight of a closed team, and lists that first when it is open', async () => {
    const { user } = await draw();
    const teams = within(screen.getByRole('region', { name: 'Teams' }));
    const droplets = () => teams.getAllByRole('button').flatMap(({ dataset }) => dataset.droplet ?? []);
    expect(row('team/hw').textContent).toMatch(/^HWHarbour Works.*2 issues$/);
    expect(row('team/tp').textContent).toMatch(/all well$/);
    expect(droplets()).toEqual(['hw:387100404']);
    await user.click(row('team/hw'));
    expect(droplets().slice(0, 3)).toEqual(['hw:387100404', 'hw:387100400', 'hw:387100401']);
    expect(droplets()).toHaveLength(14);
    await user.click(row('team/hw'));
    expect(droplets()).toHaveLength(1);
  });

  it('lists the droplets themselves when there is one team', async () => {
    const view = inventedView();
    view.tables.connections = view.tables.connections.filter(({ id }) => id === 'me');
    view.tables.droplets = view.tables.droplets.filter(({ connectionId }) => connectionId === 'me');
    await draw(view);
    expect(screen.queryByRole('heading', { name: 'Teams' })).toBeNull();
    expect(rowsOf('Droplets')).toHaveLength(2);
  });

  it('lists 40 of 10,000 droplets, and leads to the window for all', async () => {
    const view = inventedView();
    view.tables.droplets = manyDroplets(10_000);
    const { user, sent } = await draw(view);
    await user.click(row('team/hw'));
    expect(screen.getAllByRole('button', { name: /^node-/ })).toHaveLength(40);
    await user.click(screen.getByRole('button', { name: 'All 10,000 in Buoy' }));
    expect(sent('showWindow')).toEqual([{ route: '#/droplets' }]);
  });

  it('runs the command of what is wrong at its row, and says there why it was refused', async () => {
    const { user, sent, bridge } = await draw();
    bridge.answerWith(() => ({
      ok: false,
      failure: { kind: 'busy', message: 'cache-01 is busy.', nextStep: 'Try again when it is done.' },
    }));
    await user.click(screen.getByRole('button', { name: 'Power on: cache-01 is down' }));
    expect(sent('runCommand')).toEqual([
      { command: { kind: 'droplet-action', dropletKeys: ['hw:387100404'], type: 'power_on' } },
    ]);
    const list = screen.getByRole('region', { name: 'Needs attention' });
    expect(list.textContent).toContain('cache-01 is busy.Try again when it is done.');
    await user.click(within(list).getByRole('button', { name: 'Dismiss' }));
    expect(list.textContent).not.toContain('busy');
  });

  it('offers what can be done about the state', async () => {
    const view = emptyView();
    view.singles.tray = {
      ...view.singles.tray,
      title: 'No account yet',
      remedies: view.singles.tray.menu
        .slice(0, 1)
        .map((node) => ({ ...node, id: 'add', label: 'Add a token…', deed: { kind: 'route', route: '#/welcome' } })),
    };
    const { user, sent } = await draw(view);
    expect(screen.getByRole('heading', { level: 1, name: 'No account yet' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add a token…' }));
    expect(sent('showWindow')).toEqual([{ route: '#/welcome' }]);
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('shows a place on this page if the host has no other window', async () => {
    const { user, page } = await draw();
    Object.assign(page.bridge, { showWindow: async () => ({ ok: false, failure: { kind: 'not-supported', message: '' } }) });
    await user.click(screen.getByRole('button', { name: 'Open Buoy' }));
    expect(page.router.hash()).toBe('#/overview');
  });

  it('has the month’s money, pauses, and quits where the host can', async () => {
    const { user, sent } = await draw();
    expect(screen.getByRole('button', { name: /\$820\.16 in November.*82\s% of \$1,000/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    await user.click(screen.getByRole('menuitem', { name: 'Until I resume' }));
    expect(sent('runCommand')).toEqual([{ command: { kind: 'pause-polling', untilMs: null } }]);
    await user.click(screen.getByRole('button', { name: 'Quit Buoy' }));
    expect(sent('quit')).toEqual([{}]);
  });
});

describe('the keys of the popover', () => {
  it('goes through the rows with the arrows, Home and End, before anything has the focus too', async () => {
    const { user } = await draw();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focusedRow()).toBe('pinned/hw:387100409');
    await user.keyboard('{End}');
    expect(focusedRow()).toBe('team/me');
    await user.keyboard('{Home}');
    expect(focusedRow()).toBe('pinned/hw:387100403');
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(search());
  });

  it('opens a team with → and goes back to it with ←', async () => {
    const { user } = await draw();
    act(() => row('team/me').focus());
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focusedRow()).toMatch(/^droplet\/me:/);
    await user.keyboard('{ArrowLeft}');
    expect(focusedRow()).toBe('team/me');
    await user.keyboard('{ArrowLeft}');
    expect(row('team/me').getAttribute('aria-expanded')).toBe('false');
  });

  it('opens a droplet’s page with →, and returns to its row with ←', async () => {
    const { user, page } = await draw();
    act(() => row('pinned/hw:387100409').focus());
    await user.keyboard('{ArrowRight}');
    expect(page.router.hash()).toBe('#/tray/hw:387100409');
    expect(screen.getByRole('heading', { level: 1, name: 'web-01' })).toBeTruthy();
    await user.keyboard('{ArrowLeft}');
    expect(page.router.hash()).toBe('#/tray');
    expect(focusedRow()).toBe('pinned/hw:387100409');
  });

  it('moves a pin with Alt and an arrow, says where it is, and stays at the ends', async () => {
    const { user, page, sent } = await draw();
    act(() => row('pinned/hw:387100409').focus());
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(page.announcer.said().polite).toBe('web-01 is now 3 of 3');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    act(() => row('pinned/hw:387100403').focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(sent('runCommand')).toEqual([
      { command: { kind: 'move-pin', key: 'hw:387100409', place: 2 } },
      { command: { kind: 'move-pin', key: 'hw:387100409', place: 0 } },
    ]);
  });

  it('copies the address of the row with Ctrl C, and opens SSH with Ctrl S', async () => {
    const { user, sent } = await draw();
    act(() => row('pinned/hw:387100409').focus());
    await user.keyboard('{Control>}c{/Control}{Control>}s{/Control}');
    expect(sent('copyText')).toEqual([{ text: '203.0.113.21' }]);
    expect(sent('openTerminal')).toEqual([{ address: '203.0.113.21' }]);
  });

  it('puts the popover away with Esc', async () => {
    const { user, sent } = await draw();
    await user.keyboard('{Escape}');
    expect(sent('closeTray')).toEqual([{}]);
  });
});

describe('the search of the popover', () => {
  it('starts as one types, marks what fits, and counts', async () => {
    const { user } = await draw();
    await user.keyboard('web');
    expect(document.activeElement).toBe(search());
    expect(results().map((text) => text?.slice(0, 14))).toEqual([
      'web-01Active20',
      'web-02Rebootin',
      'web-03Active20',
      'staging-web-01',
      'docs-01Activew',
    ]);
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['web', 'web', 'web', 'web', 'web']);
    expect(screen.getByRole('status').textContent).toBe('5 of 23 droplets');
  });

  it('finds reserved and IPv6 addresses, and shows the one that fits', async () => {
    const { user } = await draw();
    await user.keyboard('198.51.100.5');
    expect(results()).toEqual([expect.stringContaining('198.51.100.5')]);
    await user.clear(search());
    await user.keyboard('2f:1::21');
    expect(results()).toEqual([expect.stringMatching(/^web-01.*2001:db8:2f:1::21/)]);
  });

  it('goes through the results with the arrows while the field keeps the focus', async () => {
    const { user, sent, page } = await draw();
    await user.keyboard('web{ArrowDown}{ArrowDown}');
    const [, , third] = screen.getAllByRole('option');
    expect(third?.getAttribute('aria-selected')).toBe('true');
    expect(search().getAttribute('aria-activedescendant')).toBe(third?.id);
    await user.keyboard('{Control>}c{/Control}');
    expect(sent('copyText')).toEqual([{ text: '203.0.113.23' }]);
    await user.keyboard('{Enter}');
    expect(page.router.hash()).toBe('#/tray/hw:387100411');
  });

  it('is still there after a look at a result', async () => {
    const { user } = await draw();
    await user.keyboard('web{ArrowDown}{Enter}');
    expect(screen.getByRole('heading', { level: 1, name: 'web-02' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(search());
    expect(screen.getAllByRole('option', { selected: true })[0]?.textContent).toMatch(/^web-02/);
  });

  it('is started by / without searching for it, and cleared by Esc before that closes the popover', async () => {
    const { user, sent } = await draw();
    await user.keyboard('/');
    expect([document.activeElement, search().getAttribute('value')]).toEqual([search(), '']);
    await user.keyboard('zebra');
    expect(screen.getByText('Nothing matches')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { name: 'Pinned' })).toBeTruthy();
    expect(sent('closeTray')).toEqual([]);
    await user.keyboard('{Escape}');
    expect(sent('closeTray')).toEqual([{}]);
  });

  it('shows the first 50 of many, and their number', async () => {
    const view = inventedView();
    view.tables.droplets = manyDroplets(10_000);
    const { user } = await draw(view);
    await user.keyboard('node-0');
    expect(screen.getAllByRole('option')).toHaveLength(50);
    expect(screen.getByRole('status').textContent).toBe('9,999 of 10,000 droplets');
  });
});

describe('the search of the popover among all else', () => {
  const app = { id: 'app-1', spec: { name: 'storefront' } };
  const offers = [
    { name: 'redeploy', label: 'Redeploy', level: 'normal', isMain: true, offReason: null, keywords: 'deploy' },
    { name: 'restart', label: 'Restart…', level: 'disruptive', isMain: false, offReason: null, keywords: '' },
  ] as const;
  const form = { id: 'job-1', title: '', lines: [], fields: [], goes: [], stays: [], typeToConfirm: null, submitLabel: '' };
  const opened = (level: 'normal' | 'disruptive') => ({ ok: true, value: { ...form, level, hasPrice: false } }) as const;
  const done = { message: 'storefront is being deployed.', actionKeys: [], copy: null, secret: null, downloadId: null };

  /** The popover with one app, which the window has read. */
  async function drawWithApp() {
    const view = inventedView();
    const freshness = { fetchedAtMs: view.nowMs, isFetching: false, isStale: false, failure: null };
    const state = { key: 'hw:apps_list', connectionId: 'hw', familyId: 'apps_list', count: 1, freshness, revision: 1 };
    const resources = [{ ...state, note: null, isSingle: false }];
    const drawn = await draw({ ...view, tables: { ...view.tables, resources } });
    const { bridge } = drawn;
    vi.spyOn(bridge, 'readResources').mockResolvedValue({ ok: true, value: { revision: 1, fetchedAtMs: 1, items: [app] } });
    vi.spyOn(bridge, 'readJobHints').mockResolvedValue({
      ok: true,
      value: offers.map(({ name, label, keywords }) => ({ familyId: 'apps_list', name, label, keywords, isNew: false })),
    });
    vi.spyOn(bridge, 'offerJobs').mockResolvedValue({ ok: true, value: [...offers] });
    vi.spyOn(bridge, 'openJob').mockImplementation(async ({ name }) => opened(name === 'redeploy' ? 'normal' : 'disruptive'));
    vi.spyOn(bridge, 'runJob').mockResolvedValue({ ok: true, value: { ...done, route: null, again: null } });
    const shown = vi.spyOn(bridge, 'showWindow').mockResolvedValue({ ok: true, value: null });
    return { ...drawn, shown };
  }

  it('finds a thing of another family, and Enter shows it in the window', async () => {
    const { user, shown } = await drawWithApp();
    await user.keyboard('storef');
    expect(await screen.findByRole('option', { name: /storefront.*Apps/, selected: true })).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(shown).toHaveBeenCalledWith({ route: '#/resources/apps_list/hw/app-1' });
  });

  it('runs a job that asks nothing where it stands, and leads to the window for one that asks', async () => {
    const { user, shown } = await drawWithApp();
    await user.keyboard('redeploy storefront');
    await screen.findByRole('option', { name: /^Redeploy/ });
    await user.keyboard('{Enter}');
    expect(await screen.findByText('storefront is being deployed')).toBeTruthy();
    expect(shown).not.toHaveBeenCalled();
    await user.clear(search());
    await user.keyboard('restart storefront');
    await user.click(await screen.findByRole('option', { name: /^Restart/ }));
    await waitFor(() => expect(shown).toHaveBeenCalledWith({ route: '#/resources/apps_list/hw/app-1/restart' }));
  });
});
