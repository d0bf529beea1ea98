import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Desktop } from '../../../../preload/contract/view.ts';
import { BottomTabs } from '../../../../renderer/shell/bottom-tabs.tsx';
import { frameWords } from '../../../../renderer/words/views.ts';
import { inventedView } from '../../../doubles/invented/invented-view.ts';
import { drawPage } from '../draw-page.tsx';

async function openMore(tray: boolean, missingTray: Desktop | null) {
  const view = inventedView();
  const { meta } = view.singles;
  view.singles = { ...view.singles, meta: { ...meta, capabilities: { ...meta.capabilities, tray }, missingTray } };
  const drawn = await drawPage(<BottomTabs />, { view });
  await userEvent.click(screen.getByRole('button', { name: frameWords.more }));
  return drawn;
}

describe('More, in the narrow window', () => {
  it.each([
    ['on a host with a tray', true, null, []],
    ['on a host that has none, such as the browser', false, null, [frameWords.trayMenu]],
    ['on a desktop that shows none', false, 'other', [frameWords.trayMenu, frameWords.quit]],
  ] as const)('offers what a tray would, %s', async (_where, tray, missingTray, names) => {
    await openMore(tray, missingTray);
    const lines = screen.getAllByRole('menuitem').map((line) => line.textContent);
    expect(lines.filter((line) => line === frameWords.trayMenu || line === frameWords.quit)).toEqual(names);
  });

  it('leads to the tray menu', async () => {
    const { page } = await openMore(false, 'gnome');
    await userEvent.click(screen.getByRole('menuitem', { name: frameWords.trayMenu }));
    expect(page.router.hash()).toBe('#/tray');
  });

  it('quits', async () => {
    const { bridge } = await openMore(false, 'gnome');
    await userEvent.click(screen.getByRole('menuitem', { name: frameWords.quit }));
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'quit' });
  });
});
