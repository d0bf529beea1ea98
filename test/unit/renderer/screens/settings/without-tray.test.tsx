import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../../../preload/contract/settings.ts';
import type { FullView } from '../../../../../preload/contract/view.ts';
import { SettingsScreen } from '../../../../../renderer/screens/settings/settings-screen.tsx';
import { settingsWords } from '../../../../../renderer/words/settings.ts';
import { inventedView } from '../../../../doubles/invented/invented-view.ts';
import { drawPage } from '../../draw-page.tsx';

const viewWith = (isTrayMissing: boolean, closing: Settings['withoutTray']['closing'] = 'ask'): FullView => {
  const view = inventedView();
  const { meta, settings } = view.singles;
  const singles = {
    ...view.singles,
    settings: { ...settings, withoutTray: { closing, isSaid: true } },
    meta: { ...meta, missingTray: isTrayMissing ? ('gnome' as const) : null },
  };
  return { ...view, singles };
};

describe('the settings on a desktop without a tray', () => {
  it('let the person choose what closing the window does', async () => {
    const { bridge } = await drawPage(<SettingsScreen />, { view: viewWith(true) });
    await userEvent.click(screen.getByText(settingsWords.closings.stay));
    const command = { kind: 'update-settings', patch: { withoutTray: { closing: 'stay' } } };
    expect(bridge.calls.at(-1)).toMatchObject({ name: 'runCommand', args: { command } });
  });

  it.each([
    [false, 'quit', settingsWords.startAtLoginHint],
    [true, 'quit', settingsWords.startAtLoginShown],
    [true, 'stay', settingsWords.startAtLoginUnseen],
  ] as const)('say how a start at login looks, tray missing: %s, closing: %s', async (isTrayMissing, closing, hint) => {
    await drawPage(<SettingsScreen />, { view: viewWith(isTrayMissing, closing) });
    expect(screen.getByText(hint)).toBeTruthy();
    expect(screen.queryByText(settingsWords.closingHint) !== null).toBe(isTrayMissing);
  });

  it('lead to the tray menu, with a tray too', async () => {
    const { page } = await drawPage(<SettingsScreen />, { view: viewWith(false) });
    await userEvent.click(screen.getByRole('button', { name: settingsWords.trayMenuOpen }));
    expect(page.router.hash()).toBe('#/tray');
  });
});
