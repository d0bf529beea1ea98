import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../../../preload/contract/schema.ts';
import type { PinRow } from '../../../../../preload/contract/view.ts';
import { Pins } from '../../../../../renderer/screens/overview/pins.tsx';
import { inventedPin, line } from '../../../../doubles/invented/invented-pins.ts';
import { inventedSettings, inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const draw = async (teamId: string | null = null) => {
  const { bridge, page } = await drawPage(<Pins teamId={teamId} />);
  const moves = () => bridge.calls.flatMap((call) => (call.name === 'runCommand' ? [call.args] : []));
  return { bridge, page, moves, user: userEvent.setup() };
};
const names = () =>
  within(screen.getByRole('region', { name: 'Pinned' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the pins of the overview', () => {
  it('are in the person’s own order', async () => {
    const { bridge } = await draw();
    expect(names()).toEqual(['build-runner-02', 'web-01', 'blog']);
    const settings = { ...inventedSettings(), pinned: ['me:387300100', 'hw:387100409'] };
    act(() => bridge.patch({ singles: { settings } }));
    expect(names()).toEqual(['blog', 'web-01']);
  });

  it('move with Alt and an arrow, which is told to screen readers', async () => {
    const { user, page, moves } = await draw();
    act(() => screen.getByRole('link', { name: 'web-01' }).focus());
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(page.announcer.said().polite).toBe('web-01 is now 1 of 3');
    expect(moves()).toEqual([{ command: { kind: 'move-pin', key: 'hw:387100409', place: 0 } }]);
  });

  it('move by their menu, which offers only what is possible', async () => {
    const { user, moves } = await draw();
    await user.click(screen.getByRole('button', { name: 'Move or unpin build-runner-02' }));
    expect(screen.getAllByRole('menuitem').map((line) => line.textContent)).toEqual(['Move rightAlt→', 'Unpin from the tray']);
    await user.click(screen.getByRole('menuitem', { name: /^Move right/ }));
    expect(moves()).toEqual([{ command: { kind: 'move-pin', key: 'hw:387100403', place: 1 } }]);
  });

  it('pass over the pins of other teams', async () => {
    const { user, moves } = await draw('hw');
    expect(names()).toEqual(['build-runner-02', 'web-01']);
    act(() => screen.getByRole('link', { name: 'web-01' }).focus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(moves()).toEqual([]);
  });
});

describe('a pinned thing on the overview', () => {
  const drawWith = async (pin: PinRow) => {
    const view = inventedView();
    const settings = { ...inventedSettings(), pinned: ['hw:387100409', pin.key] };
    const shown = { ...view, singles: { ...view.singles, settings }, tables: { ...view.tables, pins: [pin] } };
    const { bridge, page } = await drawPage(<Pins teamId={null} />, { view: shown });
    const sent = (name: CallName) => bridge.calls.filter((call) => call.name === name).map((call) => call.args);
    return { bridge, page, sent, user: userEvent.setup() };
  };
  const card = () => within(screen.getByRole('link', { name: 'storefront' }).closest('li') as HTMLElement);

  it('is a card with its state and address that leads to its panel', async () => {
    await drawWith(inventedPin());
    expect(names()).toEqual(['web-01', 'storefront']);
    expect(screen.getByRole('link', { name: 'storefront' }).getAttribute('href')).toBe('#/resources/apps_list/hw/storefront');
    expect(card().getByText('Active')).toBeTruthy();
    expect(card().getByText('store.example.com')).toBeTruthy();
  });

  it('offers by its menu what the tray does, and moves and unpins', async () => {
    const { user, sent } = await drawWith(inventedPin());
    await user.click(card().getByRole('button', { name: 'Move or unpin storefront' }));
    expect(screen.getAllByRole('menuitem').map((line) => line.textContent)).toEqual([
      'Move leftAlt←',
      'Copy address',
      'Redeploy',
      'Show',
      'Unpin from the tray',
    ]);
    await user.click(screen.getByRole('menuitem', { name: 'Redeploy' }));
    expect(sent('openJob')).toEqual([
      { name: 'redeploy', thing: { connectionId: 'hw', familyId: 'apps_list', id: 'storefront', parent: {} } },
    ]);
    await user.click(card().getByRole('button', { name: 'Move or unpin storefront' }));
    await user.click(screen.getByRole('menuitem', { name: 'Unpin from the tray' }));
    expect(sent('runCommand')).toEqual([{ command: { kind: 'unpin', key: 'hw:apps_list/storefront' } }]);
  });

  it('asks over the overview for a job that asks, and goes nowhere', async () => {
    const purge = line('purge', 'Purge cache…', { kind: 'route', route: '#/resources/cdn_list_endpoints/hw/e1/purge' });
    const { user, sent, page } = await drawWith(inventedPin({ lines: [purge] }));
    await user.click(card().getByRole('button', { name: 'Move or unpin storefront' }));
    await user.click(screen.getByRole('menuitem', { name: 'Purge cache…' }));
    expect(sent('openJob')).toEqual([
      { name: 'purge', thing: { connectionId: 'hw', familyId: 'cdn_list_endpoints', id: 'e1', parent: {} } },
    ]);
    expect(page.router.hash()).toBe('');
  });

  it('says what is gone, and what is old in place of its address', async () => {
    const { bridge } = await drawWith(inventedPin({ standing: 'gone', stateText: 'No longer there', note: 'It is not listed.' }));
    expect(card().getByText('No longer there')).toBeTruthy();
    act(() =>
      bridge.patch({ tables: { pins: { set: [inventedPin({ standing: 'stale', note: 'Read 20 min ago.' })], remove: [] } } }),
    );
    expect(card().getByText('Read 20 min ago.')).toBeTruthy();
  });
});
