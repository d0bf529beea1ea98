import { describe, expect, it, vi } from 'vitest';
import { makeMachine, platforms } from '../machine.ts';

async function makeMenu(platform: (typeof platforms)[number]) {
  const machine = await makeMachine({ platform });
  const { app, BrowserWindow } = await import('electron');
  app.on('window-all-closed', () => {});
  const { setApplicationMenu } = await import('../../../../main/electron/windows/application-menu.ts');
  const deeds = { onCheckForUpdates: vi.fn(), onShowLog: vi.fn(), onShowLicences: vi.fn() };
  setApplicationMenu({ platform, ...deeds });
  const window = new BrowserWindow({ show: true });
  window.focus();
  const shown = () => machine.controls.windows()[0];
  return { ...machine, ...deeds, window, shown };
}

describe.each(platforms)('the application menu on %s', (platform) => {
  it('brings no developer tools', async () => {
    const { controls } = await makeMenu(platform);
    expect(controls.hasDefaultMenu()).toBe(false);
    expect(controls.pressKeys('Ctrl+Shift+I')).toBe(false);
    expect(controls.pressKeys('CommandOrControl+R')).toBe(false);
  });

  it('pastes, and closes the window, by their keys', async () => {
    const { controls, shown } = await makeMenu(platform);
    controls.pressKeys('CommandOrControl+V');
    expect(shown()?.edits).toEqual(['paste']);
    controls.pressKeys('CommandOrControl+W');
    expect(controls.windows()).toEqual([]);
  });

  it('zooms by its keys, without Shift too', async () => {
    const { controls, shown } = await makeMenu(platform);
    controls.pressKeys('CommandOrControl+Plus');
    controls.pressKeys('CommandOrControl+=');
    expect(shown()?.zoomLevel).toBe(1);
    controls.pressKeys('CommandOrControl+-');
    expect(shown()?.zoomLevel).toBe(0.5);
    controls.pressKeys('CommandOrControl+0');
    expect(shown()?.zoomLevel).toBe(0);
  });

  it('shows the log and the licences', async () => {
    const { controls, onShowLog, onShowLicences } = await makeMenu(platform);
    controls.chooseMenuLine(['Help', 'Show log']);
    controls.chooseMenuLine(['Help', 'Licences']);
    expect([onShowLog, onShowLicences].map((deed) => deed.mock.calls.length)).toEqual([1, 1]);
  });

  it('looks for updates where a person of that system expects it', async () => {
    const { controls, onCheckForUpdates } = await makeMenu(platform);
    controls.chooseMenuLine([platform === 'darwin' ? 'Buoy' : 'Help', 'Check for updates…']);
    expect(onCheckForUpdates).toHaveBeenCalledOnce();
  });
});
