import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../../../preload/contract/schema.ts';
import type { DropletRow, FullView } from '../../../../../preload/contract/view.ts';
import { TrayScreen } from '../../../../../renderer/screens/tray/tray-screen.tsx';
import { action } from '../../../../doubles/invented/invented-actions.ts';
import { inventedNow, second } from '../../../../doubles/invented/invented-time.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { aConfirmation } from '../../../../doubles/invented/questions.ts';
import { drawPage } from '../../draw-page.tsx';

const web01 = 'hw:387100409';

const draw = async (view: FullView = inventedView(), key = web01) => {
  const { bridge, page } = await drawPage(<TrayScreen />, { hash: `#/tray/${key}`, view });
  const sent = (name: CallName) => bridge.calls.filter((call) => call.name === name).map((call) => call.args);
  return { bridge, page, sent, user: userEvent.setup() };
};
const changed = (change: Partial<DropletRow>): FullView => {
  const view = inventedView();
  view.tables.droplets = view.tables.droplets.map((row) => (row.key === web01 ? { ...row, ...change } : row));
  return view;
};
const actions = () => screen.getByRole('region', { name: 'Actions' });
const deed = (name: string | RegExp) => within(actions()).getByRole('button', { name });
const powerCycle = { kind: 'droplet-action', dropletKeys: [web01], type: 'power_cycle' };
const reboot = { ...powerCycle, type: 'reboot' };

describe('a droplet’s page in the popover', () => {
  it('says what it is and how it is, and has the focus', async () => {
    await draw();
    const page = screen.getByRole('region', { name: 'Droplet web-01' });
    expect(document.activeElement).toBe(page);
    expect(page.querySelector('header')?.textContent).toBe('web-01ActiveHarbour Works\u00a0· fra1 · 2 vCPU, 4 GB · $24');
  });

  it('copies each of its addresses, and opens SSH to the first', async () => {
    const { user, sent } = await draw();
    const rows = within(screen.getByRole('region', { name: 'Addresses' })).getAllByRole('button');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Public IPv4203.0.113.21C',
      'Reserved198.51.100.5',
      'Public IPv62001:db8:2f:1::21',
      'Private192.0.2.21',
      'Open SSH as rootS',
    ]);
    await user.click(screen.getByRole('button', { name: /^Reserved/ }));
    await user.keyboard('cs');
    expect(sent('copyText')).toEqual([{ text: '198.51.100.5' }, { text: '203.0.113.21' }]);
    expect(sent('openTerminal')).toEqual([{ address: '203.0.113.21' }]);
  });

  it('is used with the arrows, and left with Esc', async () => {
    const { user, page } = await draw();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('198.51.100.5');
    await user.keyboard('{End}');
    expect(document.activeElement?.textContent).toContain('are in Buoy');
    await user.keyboard('{Escape}');
    expect(page.router.hash()).toBe('#/tray');
  });

  it('says how long an action usually takes, and leads to the window for the rest', async () => {
    const { user, sent } = await draw();
    expect(deed(/^Take snapshot/).textContent).toBe('Take snapshotusually 4 min');
    expect(deed(/^Shut down…/).textContent).toBe('Shut down…stays billed');
    await user.click(deed(/are in Buoy/));
    expect(sent('showWindow')).toEqual([{ route: `#/droplets/${web01}` }]);
  });

  it('offers power on to a droplet that is off', async () => {
    await draw(inventedView(), 'hw:387100403');
    expect(
      within(actions())
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['Power on', 'Take snapshot']);
  });

  it('asks in place of the row, with the focus on Cancel, and runs nothing when Esc takes it back', async () => {
    const { user, sent, page } = await draw();
    const row = deed(/^Power cycle…/);
    await user.click(row);
    const question = screen.getByRole('form', { name: 'Power cycle web-01?' });
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: /^Cancel/ }));
    expect(question.textContent).toContain('Team: Harbour Works.');
    await user.keyboard('{ArrowLeft}{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(row);
    expect(page.router.hash()).toBe(`#/tray/${web01}`);
    expect(sent('runCommand')).toEqual([{ command: powerCycle }]);
  });

  it('takes the question back with Esc from the box that ends such questions, too', async () => {
    const { user, page } = await draw();
    await user.click(deed(/^Power cycle…/));
    act(() => screen.getByRole('checkbox').focus());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    expect(page.router.hash()).toBe(`#/tray/${web01}`);
  });

  it('answers the question, also not to be asked again', async () => {
    const { user, sent } = await draw();
    await user.click(deed(/^Power cycle…/));
    await user.click(screen.getByRole('checkbox', { name: 'Do not ask again' }));
    await user.click(within(screen.getByRole('form')).getByRole('button', { name: 'Power cycle' }));
    expect(sent('runCommand')).toEqual([
      { command: powerCycle },
      { command: powerCycle, confirmation: { id: 'power-cycle', isRemembered: true } },
    ]);
  });

  it('takes a question back when its page is left', async () => {
    const { user, page, sent } = await draw();
    await user.click(deed(/^Power cycle…/));
    await act(async () => page.router.go('#/tray'));
    expect(sent('runCommand')).toHaveLength(1);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('leads to the window for a question that wants a name typed', async () => {
    const { user, bridge, sent } = await draw();
    const confirmation = aConfirmation({ level: 'destructive', typeToConfirm: 'web-01' });
    bridge.answerWith(() => ({ ok: true, value: { status: 'needs-confirmation', confirmation } }));
    await user.click(deed(/^Power cycle…/));
    expect(sent('showWindow')).toEqual([{ route: `#/droplets/${web01}` }]);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('shows at the row how an action goes on and ends, and no toast', async () => {
    const { user, bridge, page } = await draw();
    bridge.answerWith(() => ({
      ok: true,
      value: { status: 'started', message: 'Rebooting web-01', actionKeys: ['hw:950'], failures: [] },
    }));
    const running = action({
      key: 'hw:950',
      type: 'reboot',
      title: 'Rebooting web-01',
      resourceName: 'web-01',
      startedAtMs: inventedNow,
      usualMs: 30 * second,
    });
    await user.click(deed(/^Reboot/));
    act(() => bridge.patch({ tables: { actions: { set: [running], remove: [] } } }));
    expect(actions().textContent).toMatch(/Rebooting web-01.* left/);
    const ended = {
      ...running,
      status: 'completed' as const,
      title: 'Rebooted web-01',
      completedAtMs: inventedNow + 23 * second,
    };
    act(() => bridge.patch({ tables: { actions: { set: [ended], remove: [] } } }));
    expect(actions().textContent).toContain('Rebooted web-01 in 23 s');
    expect(page.announcer.said().polite).toMatch(/^Rebooted web-01/);
    expect(page.toasts.list()).toEqual([]);
  });

  it('shows at the row why an action failed, and what to do next', async () => {
    const { user, bridge, page } = await draw();
    const failure = { kind: 'busy' as const, message: 'web-01 is busy.', nextStep: 'Try again when it is done.' };
    bridge.answerWith(() => ({ ok: false, failure }));
    await user.click(deed(/^Reboot/));
    expect(actions().textContent).toContain('web-01 is busy.Try again when it is done.');
    expect(page.announcer.said().assertive).toBe('web-01 is busy. Try again when it is done.');
    expect(page.toasts.list()).toEqual([]);
  });

  it.each<[string, FullView, string]>([
    ['is locked', changed({ isLocked: true }), 'DigitalOcean has locked it'],
    ['is busy', changed({ actionKey: 'hw:903', condition: 'running', conditionText: 'Rebooting' }), 'Rebooting is not done yet'],
    [
      'cannot be reached',
      { ...inventedView(), singles: { ...inventedView().singles, meta: { ...inventedView().singles.meta, isOnline: false } } },
      'Off until you are back online',
    ],
  ])('switches its actions off with the reason while it %s', async (_, view, reason) => {
    const { user, sent } = await draw(view);
    const row = deed(/^Reboot/);
    expect(row.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(row.getAttribute('aria-describedby') ?? '')?.textContent).toBe(reason);
    await user.click(row);
    expect(sent('runCommand')).toEqual([]);
  });

  it('says so when the droplet is gone', async () => {
    const { bridge, user, page } = await draw();
    act(() => bridge.patch({ tables: { droplets: { set: [], remove: [web01] } } }));
    expect(screen.getByRole('heading', { level: 1, name: 'This droplet is gone' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(page.router.hash()).toBe('#/tray');
  });

  it('goes to the search with /', async () => {
    const { user } = await draw();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search everything' }));
  });

  it('pins and unpins with P', async () => {
    const { user, sent } = await draw();
    await user.keyboard('p');
    expect(sent('runCommand')).toEqual([{ command: { kind: 'pin-droplet', dropletKey: web01, isPinned: false } }]);
  });

  it('runs a reboot at once', async () => {
    const { user, sent } = await draw();
    await user.click(deed(/^Reboot/));
    expect(sent('runCommand')).toEqual([{ command: reboot }]);
    expect(actions().textContent).toContain('It has started');
  });
});
