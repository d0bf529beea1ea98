import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
// Loaded before the tests, so that no test waits for the code of a screen.
import '../../../../renderer/palette/palette.tsx';
import '../../../../renderer/screens/droplets/droplets-screen.tsx';
import '../../../../renderer/screens/activity/activity-screen.tsx';
import '../../../../renderer/screens/overview/overview-screen.tsx';
import '../../../../renderer/screens/first-run/first-run-screen.tsx';
import '../../../../renderer/shell/shortcuts-dialog.tsx';
import type { CommandResult } from '../../../../preload/contract/command.ts';
import { type Outcome, success } from '../../../../preload/contract/failure.ts';
import { App } from '../../../../renderer/shell/app.tsx';
import { paletteWords } from '../../../../renderer/words/palette.ts';
import { firstRunWords } from '../../../../renderer/words/settings.ts';
import { frameWords } from '../../../../renderer/words/views.ts';
import { emptyView, inventedView } from '../../../doubles/invented/invented-view.ts';
import { drawPage } from '../draw-page.tsx';

describe('App', () => {
  it('shows the first run if nothing is connected, and the overview once something is', async () => {
    const { bridge } = await drawPage(<App />, { view: emptyView() });
    expect(await screen.findByRole('heading', { name: 'Welcome aboard' })).toBeTruthy();
    await act(async () => bridge.patch({ tables: { connections: { set: inventedView().tables.connections, remove: [] } } }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Overview' })).toBeTruthy();
  });

  it('says at the first run too that files could not be read, since the connections may be among them', async () => {
    const view = emptyView();
    view.singles = { ...view.singles, meta: { ...view.singles.meta, setAside: ['/home/mara/connections.corrupt-1.json'] } };
    await drawPage(<App />, { view });
    expect((await screen.findByText('One of Buoy’s files could not be read.')).closest('.note')?.textContent).toContain(
      'It is kept at /home/mara/connections.corrupt-1.json',
    );
  });

  it('leaves a person where they went before connecting was answered', async () => {
    const { bridge, page } = await drawPage(<App />, { view: emptyView() });
    const answer = Promise.withResolvers<Outcome<CommandResult>>();
    bridge.answerWith(() => answer.promise);
    const field = await screen.findByPlaceholderText(firstRunWords.tokenPlaceholder);
    const user = userEvent.setup();
    await user.type(field, `dop_v1_${'0123456789abcdef'.repeat(4)}`);
    await user.click(screen.getByRole('button', { name: firstRunWords.connect }));
    await act(async () => bridge.patch({ tables: { connections: { set: inventedView().tables.connections, remove: [] } } }));
    await act(async () => page.router.go('#/droplets'));
    await act(async () => answer.resolve(success({ status: 'done', message: 'Connected' })));
    expect(page.router.hash()).toBe('#/droplets');
  });

  it('does not treat an account that was not read yet as a first run', async () => {
    const view = emptyView();
    view.singles = { ...view.singles, meta: { ...view.singles.meta, isLoaded: false } };
    await drawPage(<App />, { view });
    expect(screen.queryByRole('heading', { name: 'Welcome aboard' })).toBeNull();
  });

  it('opens the palette with Ctrl K', async () => {
    await drawPage(<App />);
    await userEvent.keyboard('{Control>}k{/Control}');
    // Found by its placeholder: searching the whole page by role takes seconds on a busy machine.
    expect(await screen.findByPlaceholderText(paletteWords.placeholder)).toBe(document.activeElement);
  });

  it('leaves the keys of the window alone on the tray’s page, where typing searches', async () => {
    const { page, bridge } = await drawPage(<App />, { hash: '#/tray' });
    await screen.findByRole('heading', { level: 1, name: '3 need attention' });
    await userEvent.keyboard('{Control>}2{/Control}{Control>}k{/Control}r');
    expect(page.router.hash()).toBe('#/tray');
    expect(screen.queryByPlaceholderText(paletteWords.placeholder)).toBeNull();
    expect(bridge.calls.filter(({ name }) => name === 'runCommand')).toEqual([]);
    expect((document.activeElement as HTMLInputElement).value).toBe('r');
  });

  it('changes views with Ctrl and a number', async () => {
    const { page } = await drawPage(<App />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}2{/Control}');
    expect(page.router.hash()).toBe('#/droplets');
    expect(await screen.findByRole('heading', { level: 1, name: 'Droplets' })).toBeTruthy();
  });

  it('says whose requests are left, where several teams are shown', async () => {
    const { bridge } = await drawPage(<App />);
    const [one, two] = inventedView().tables.connections.filter(({ budget }) => budget !== null);
    if (!one?.budget || !two?.budget) throw new Error('Two teams with a budget are needed');
    const few = { ...two, budget: { ...two.budget, remaining: 12 } };
    await act(async () => bridge.patch({ tables: { connections: { set: [few], remove: [] } } }));
    expect(screen.getByText(`Least left, ${two.monogram}`)).toBeTruthy();
    const others = inventedView().tables.connections.flatMap(({ id }) => (id === one.id ? [] : [id]));
    await act(async () => bridge.patch({ tables: { connections: { set: [], remove: others } } }));
    expect(screen.getByText('Requests left')).toBeTruthy();
  });

  it('lists the keys with ?', async () => {
    await drawPage(<App />);
    await userEvent.keyboard('?');
    expect(await screen.findByText('Keyboard shortcuts', { selector: 'h2' })).toBeTruthy();
  });

  it.each([
    ['on a host with a tray', { tray: true }, null, []],
    ['on a host that has none, such as the browser', { tray: false }, null, [frameWords.trayMenu]],
    ['on a desktop that shows none', { tray: false }, 'gnome', [frameWords.trayMenu, frameWords.quit]],
  ] as const)('offers in its side bar what a tray would, %s', async (_where, part, missingTray, names) => {
    const view = inventedView();
    const capabilities = { ...view.singles.meta.capabilities, ...part };
    view.singles = { ...view.singles, meta: { ...view.singles.meta, capabilities, missingTray } };
    const { bridge } = await drawPage(<App />, { view, hash: '#/overview' });
    await screen.findByRole('heading', { level: 1, name: 'Overview' });
    const offered = [frameWords.trayMenu, frameWords.quit].filter((name) => screen.queryByText(name) !== null);
    expect(offered).toEqual(names);
    if (names.length < 2) return;
    expect(screen.getByText(frameWords.trayMenu).getAttribute('href')).toBe('#/tray');
    await userEvent.click(screen.getByText(frameWords.quit));
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'quit' });
  });

  it('says that it is offline and how old the data is, and disables commands with the reason', async () => {
    const view = inventedView();
    view.singles = { ...view.singles, meta: { ...view.singles.meta, isOnline: false } };
    await drawPage(<App />, { view, hash: '#/overview' });
    expect(await screen.findByText('Offline.')).toBeTruthy();
    expect(screen.getByText(/Showing data from \d+ s ago/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Power on' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows the core’s question and sends the answer', async () => {
    const { page, bridge } = await drawPage(<App />);
    const run = page.commands.run({ kind: 'droplet-action', dropletKeys: ['hw:387100409'], type: 'power_cycle' });
    await userEvent.click(await screen.findByRole('button', { name: 'Power cycle' }));
    await act(async () => {
      await run;
    });
    expect(bridge.calls.filter((call) => call.name === 'runCommand')).toHaveLength(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes where the host sends it', async () => {
    const { bridge } = await drawPage(<App />);
    await act(async () => bridge.emit('navigate', { route: '#/activity/notices' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Activity' })).toBeTruthy();
  });
});
