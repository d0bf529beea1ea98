import { describe, expect, it } from 'vitest';
import { placePopover } from '../../../../main/electron/windows/popover-position.ts';
import { makeMachine, settle } from '../machine.ts';
import { makePages } from '../pages.ts';

const icon = { x: 1500, y: 0, width: 24, height: 24 };

async function makePopover() {
  const machine = await makeMachine({ platform: 'darwin' });
  const { app } = await import('electron');
  app.on('window-all-closed', () => {});
  const pages = await makePages(machine);
  const { createPopover } = await import('../../../../main/electron/windows/popover.ts');
  const popover = createPopover(pages.host, () => false);
  const only = () => {
    const [first] = machine.controls.windows();
    if (first === undefined) throw new Error('There is no popover');
    return first;
  };
  return { ...machine, popover, only };
}

describe('the popover', () => {
  it('opens the tray page under the icon', async () => {
    const { popover, only } = await makePopover();
    popover.toggle(icon);
    await settle();
    expect(only()).toMatchObject({ kind: 'popover', isVisible: true, url: 'app://bundle/index.html#/tray' });
    expect(only().bounds).toEqual({ x: 1332, y: 30, width: 360, height: 420 });
  });

  it('hides when another window becomes active', async () => {
    const { popover, only, controls } = await makePopover();
    popover.toggle(icon);
    await settle();
    controls.blurWindow(only().id);
    expect(only().isVisible).toBe(false);
  });

  it('is seen while another program is in full screen on macOS, also while the main window is open', async () => {
    const { popover, only, controls } = await makePopover();
    controls.setDesktop({ isOtherFullScreen: true });
    popover.toggle(icon);
    await settle();
    expect(only().isSeen).toBe(true);
  });

  it('does not open again by the click that took its focus away', async () => {
    const { popover, only, controls, clock } = await makePopover();
    popover.toggle(icon);
    await settle();
    controls.blurWindow(only().id);
    popover.toggle(icon);
    expect(only().isVisible).toBe(false);
    clock.advance(251);
    popover.toggle(icon);
    expect(only().isVisible).toBe(true);
  });

  it('takes the height that its own page asks for, within limits', async () => {
    const { popover, only } = await makePopover();
    popover.toggle(icon);
    await settle();
    const { BrowserWindow } = await import('electron');
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no popover');
    popover.fit(window.webContents, 300.4);
    expect(only().bounds.height).toBe(301);
    popover.fit(window.webContents, 4000);
    expect(only().bounds.height).toBe(640);
  });

  it('frees its memory after two minutes hidden, and opens again', async () => {
    const { popover, only, controls, clock } = await makePopover();
    popover.toggle(icon);
    await settle();
    popover.hide();
    clock.advance(120_000);
    expect(controls.windows()).toEqual([]);
    popover.toggle(icon);
    await settle();
    expect(only().isVisible).toBe(true);
  });
});

describe('the place of the popover', () => {
  const area = { x: 0, y: 0, width: 1920, height: 1040 };
  it.each([
    ['below an icon at the top', { x: 900, y: 0, width: 24, height: 24 }, { x: 732, y: 30 }],
    ['above an icon at the bottom', { x: 1700, y: 1040, width: 24, height: 40 }, { x: 1532, y: 734 }],
    ['inside the right edge', { x: 1910, y: 0, width: 10, height: 24 }, { x: 1560, y: 30 }],
    ['inside the left edge', { x: 0, y: 1000, width: 10, height: 24 }, { x: 0, y: 694 }],
  ])('is %s', (_where, iconBounds, expected) => {
    expect(placePopover(iconBounds, area, 300)).toEqual({ ...expected, width: 360, height: 300 });
  });
});
