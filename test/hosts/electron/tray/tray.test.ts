import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TrayView, trayFaces } from '../../../../preload/contract/view.ts';
import { collectGarbage } from '../../../doubles/collect-garbage.ts';
import { makeMachine, platforms, settle } from '../machine.ts';

const iconFolder = join(import.meta.dirname, '../../../../assets/generated/tray');

const view = (part: Partial<TrayView> = {}): TrayView => ({
  face: 'ok',
  title: 'All is well',
  subtitle: '3 droplets',
  badge: '2',
  remedies: [],
  menu: [
    {
      id: 'open',
      type: 'item',
      label: 'Open Buoy',
      detail: null,
      isEnabled: true,
      deed: { kind: 'route', route: '#/' },
      children: [],
    },
  ],
  ...part,
});

async function makeTray(platform: (typeof platforms)[number], desktop = 'KDE', isDarkBar = true) {
  const machine = await makeMachine({ platform, isDarkBar });
  const { createTray } = await import('../../../../main/electron/tray/tray.ts');
  const { menuTemplate } = await import('../../../../main/electron/tray/menu-template.ts');
  const deeds: unknown[] = [];
  const clicks: unknown[] = [];
  const tray = createTray(
    {
      platform,
      desktop,
      iconFolder,
      log: machine.log,
      clock: machine.clock,
      template: (shown) => menuTemplate(shown.menu, (deed) => deeds.push(deed)),
      onClick: (icon) => clicks.push(icon),
    },
    view(),
  );
  return { ...machine, tray, deeds, clicks };
}

describe.each(platforms)('the tray on %s', (platform) => {
  it('shows a different icon for every face', async () => {
    const { tray, controls, log } = await makeTray(platform);
    const icons = trayFaces.map((face) => {
      tray.draw(view({ face }));
      return controls.tray()?.icon;
    });
    expect(new Set(icons).size).toBe(trayFaces.length);
    expect(log.warnings).toEqual([]);
    expect(controls.tray()?.isTemplate).toBe(platform === 'darwin');
  });

  it('opens a menu whose lines do what the view says', async () => {
    const { controls, deeds } = await makeTray(platform);
    expect(controls.trayMenu().map((line) => line.label)).toEqual(['Open Buoy']);
    controls.chooseTrayLine(['Open Buoy']);
    expect(deeds).toEqual([{ kind: 'route', route: '#/' }]);
  });

  it('shows the newest menu after a change of the view', async () => {
    const { tray, controls, clock } = await makeTray(platform);
    const [line] = view().menu;
    if (line === undefined) throw new Error('No line');
    tray.draw(view({ menu: [{ ...line, label: 'Open & look', detail: '2 down' }] }));
    clock.advance(200);
    expect(controls.trayMenu().map((shown) => shown.label)).toEqual(['Open & look   2 down']);
  });

  it('shows the state in its tooltip, and beside the icon only on macOS', async () => {
    const { controls } = await makeTray(platform);
    expect(controls.tray()).toMatchObject({ toolTip: 'All is well\n3 droplets', title: platform === 'darwin' ? '2' : '' });
  });

  it('tells a left click, with the place of the icon where the desktop knows it', async () => {
    const { controls, clicks } = await makeTray(platform);
    controls.setDesktop({ hasActivatingTray: true });
    controls.clickTray();
    expect(clicks).toHaveLength(1);
    expect(clicks[0] === null).toBe(platform === 'linux');
  });
});

describe('the tray', () => {
  it('is still there after garbage collection', async () => {
    const { tray, controls } = await makeTray('linux');
    await collectGarbage();
    expect(controls.tray()).not.toBeNull();
    tray.draw(view({ title: 'Busy' }));
    expect(controls.tray()?.toolTip).toContain('Busy');
  });

  it('sets no new menu on Linux if only the face or the tooltip changed, because that would close the open one', async () => {
    const { tray, controls, clock } = await makeTray('linux');
    tray.draw(view({ face: 'busy', title: 'Rebooting web-01' }));
    tray.draw(view({ face: 'ok' }));
    clock.advance(60_000);
    expect(controls.tray()?.menusSet).toBe(1);
  });

  it.each(['linux', 'win32'] as const)('is redrawn in the other ink on %s when the bar turns light', async (platform) => {
    const { controls } = await makeTray(platform);
    expect(controls.tray()?.icon).toContain('on-dark');
    controls.setDesktop({ isDarkBar: false });
    await settle();
    expect(controls.tray()?.icon).toContain('on-light');
  });

  it('stays in light ink on GNOME, whose bar is dark in both themes', async () => {
    const { controls } = await makeTray('linux', 'ubuntu:GNOME', false);
    expect(controls.tray()?.icon).toContain('on-dark');
  });

  it('tells each of two quick clicks on macOS', async () => {
    const { controls, clicks } = await makeTray('darwin');
    controls.doubleClickTray();
    expect(clicks).toHaveLength(2);
  });

  it('cuts the tooltip to what Windows shows', async () => {
    const { tooltip } = await import('../../../../main/electron/tray/tray.ts');
    expect(tooltip({ title: 'x'.repeat(200), subtitle: 'y' })).toHaveLength(127);
  });
});
