import { describe, expect, it } from 'vitest';
import type { WindowPlace } from '../../../../main/electron/windows/bounds-memory.ts';
import type { Controls } from '../../../standin/control.ts';
import type { StandinProfile } from '../../../standin/profile.ts';
import { makeMachine, settle } from '../machine.ts';
import { makePages } from '../pages.ts';

async function makeWindow(profile: Partial<StandinProfile> = {}, remembered: WindowPlace | null = null) {
  const machine = await makeMachine(profile);
  const { app } = await import('electron');
  app.on('window-all-closed', () => {});
  const pages = await makePages(machine);
  const kept: WindowPlace[] = remembered === null ? [] : [remembered];
  const quitting = { isOn: false };
  const { createMainWindow } = await import('../../../../main/electron/windows/main-window.ts');
  const memory = { read: () => kept.at(-1) ?? null, keep: (place: WindowPlace) => void kept.push(place) };
  const window = createMainWindow({
    host: pages.host,
    memory,
    isQuitting: () => quitting.isOn,
    onClose: ({ hide }) => hide(),
  });
  const only = () => {
    const [first] = machine.controls.windows();
    if (first === undefined) throw new Error('There is no window');
    return first;
  };
  return { ...machine, ...pages, window, kept, quitting, only };
}

describe('the main window', () => {
  it('is created at 1200 x 800 and shown once its page has painted', async () => {
    const { window, only } = await makeWindow();
    window.show('#/droplets');
    expect(window.isVisible()).toBe(false);
    await settle();
    expect(only()).toMatchObject({ isVisible: true, isFocused: true, url: 'app://bundle/index.html#/droplets' });
    expect(only().bounds).toMatchObject({ width: 1200, height: 800 });
  });

  it('is shown half a second after loading if Wayland never reports the first paint', async () => {
    const { window, only, clock } = await makeWindow({ isReadyToShowWithheld: true });
    window.show(null);
    await settle();
    expect(only().isVisible).toBe(false);
    clock.advance(500);
    expect(only().isVisible).toBe(true);
  });

  it('hides when closed, and is destroyed after two minutes hidden', async () => {
    const { window, only, controls, clock } = await makeWindow();
    window.show(null);
    await settle();
    controls.closeWindow(only().id);
    expect(only().isVisible).toBe(false);
    clock.advance(119_999);
    expect(controls.windows()).toHaveLength(1);
    clock.advance(1);
    expect(controls.windows()).toEqual([]);
    expect(window.current()).toBeNull();
  });

  it('stays if it is shown again within the two minutes', async () => {
    const { window, only, controls, clock } = await makeWindow();
    window.show(null);
    await settle();
    controls.closeWindow(only().id);
    clock.advance(60_000);
    window.show(null);
    clock.advance(600_000);
    expect(only().isVisible).toBe(true);
  });

  it('is created again at the wanted route after it was destroyed', async () => {
    const { window, only, controls } = await makeWindow();
    window.show(null);
    await settle();
    controls.destroyWindow(only().id);
    window.show('#/billing');
    await settle();
    expect(only()).toMatchObject({ isVisible: true, url: 'app://bundle/index.html#/billing' });
  });

  it('survives being destroyed while it is loading', async () => {
    const { window, only, controls, clock, log } = await makeWindow();
    window.show(null);
    controls.destroyWindow(only().id);
    await settle();
    clock.advance(600_000);
    expect(controls.windows()).toEqual([]);
    expect(log.warnings).toEqual([]);
  });

  it('tells a listening page where to go instead of reloading it', async () => {
    const { window, only, listening, navigated, paper } = await makeWindow();
    window.show(null);
    await settle();
    listening.add(window.current()?.webContents);
    window.show('#/activity');
    expect(navigated).toEqual(['#/activity']);
    expect(paper.get(only().contentsId)?.visited).toHaveLength(1);
  });

  it('changes the address of a page that is not listening yet', async () => {
    const { window, only, paper, log } = await makeWindow();
    window.show('#/');
    window.show('#/activity');
    await settle();
    expect(paper.get(only().contentsId)?.visited.at(-1)).toBe('app://bundle/index.html#/activity');
    expect(log.warnings).toEqual([]);
  });

  it('closes when Buoy quits', async () => {
    const { window, only, controls, quitting } = await makeWindow();
    window.show(null);
    await settle();
    quitting.isOn = true;
    controls.closeWindow(only().id);
    expect(controls.windows()).toEqual([]);
  });

  it('reloads after a crash, up to three times in five minutes, and then closes', async () => {
    const { window, only, controls, paper } = await makeWindow();
    window.show(null);
    await settle();
    const page = paper.get(only().contentsId);
    for (let crash = 0; crash < 3; crash += 1) {
      controls.crashWindow(only().id);
      await settle();
    }
    expect(page?.visited).toHaveLength(4);
    controls.crashWindow(only().id);
    await settle();
    expect(controls.windows()).toEqual([]);
  });

  it('opens where it was left, cut to a display that is still there', async () => {
    const { window, only } = await makeWindow({}, { x: 1500, y: 100, width: 1000, height: 900, shape: 'normal' });
    window.show(null);
    expect(only().bounds).toEqual({ x: 920, y: 100, width: 1000, height: 900 });
  });

  it('remembers its place once it has not moved for a second', async () => {
    const { window, only, controls, clock, kept } = await makeWindow();
    window.show(null);
    await settle();
    controls.moveWindow(only().id, { x: 10, y: 40, width: 700, height: 600 });
    controls.moveWindow(only().id, { x: 20, y: 40, width: 700, height: 600 });
    expect(kept).toEqual([]);
    clock.advance(1000);
    expect(kept).toEqual([{ x: 20, y: 40, width: 700, height: 600, shape: 'normal' }]);
  });

  it.each([
    ['maximised', (controls: Controls, id: number) => controls.maximiseWindow(id)],
    ['in full screen', (controls: Controls, id: number) => controls.setFullScreen(id, true)],
  ])('opens %s again when it was left so, after it was destroyed too', async (_how, enlarge) => {
    const { window, only, controls, clock, kept } = await makeWindow();
    window.show(null);
    await settle();
    enlarge(controls, only().id);
    await settle();
    const { isMaximised, isFullScreen } = only();
    controls.closeWindow(only().id);
    await settle();
    clock.advance(120_000);
    expect(controls.windows()).toEqual([]);
    window.show(null);
    await settle();
    expect(only()).toMatchObject({ isMaximised, isFullScreen });
    expect(kept.at(-1)).toMatchObject({ width: 1200, height: 800 });
  });

  it('opens in its normal size after it was made smaller', async () => {
    const { window, only, controls, clock } = await makeWindow({}, { x: 0, y: 0, width: 900, height: 700, shape: 'maximised' });
    window.show(null);
    await settle();
    expect(only().isMaximised).toBe(true);
    controls.unmaximiseWindow(only().id);
    clock.advance(1000);
    controls.closeWindow(only().id);
    window.show(null);
    expect(only().isMaximised).toBe(false);
  });

  it('asks whether to wait or to load again when its page hangs, and loads it once when asked to', async () => {
    const { window, only, controls, paper } = await makeWindow();
    window.show(null);
    await settle();
    controls.hangWindow(only().id, true);
    controls.hangWindow(only().id, true);
    await settle();
    expect(controls.dialogs()).toMatchObject([{ hasParent: true, options: { buttons: ['Load again', 'Wait'], defaultId: 1 } }]);
    controls.answerDialog({ button: 'Load again' });
    await settle();
    expect(paper.get(only().contentsId)?.visited).toHaveLength(2);
  });

  it('takes that question away when its page answers again, and asks nothing of a window that is hidden', async () => {
    const { window, only, controls, paper } = await makeWindow();
    window.show(null);
    await settle();
    controls.hangWindow(only().id, true);
    await settle();
    controls.hangWindow(only().id, false);
    await settle();
    expect(controls.dialogs()).toEqual([]);
    controls.closeWindow(only().id);
    controls.hangWindow(only().id, true);
    await settle();
    expect(controls.dialogs()).toEqual([]);
    expect(paper.get(only().contentsId)?.visited).toHaveLength(1);
  });

  it('offers to cut, copy and paste by mouse in a field, to copy what is marked, and nothing elsewhere', async () => {
    const { window, only, controls } = await makeWindow();
    window.show(null);
    await settle();
    const { id } = only();
    expect(controls.openContextMenu(id, { isEditable: false })).toBeNull();
    const labels = (lines: { label: string }[] | null) => lines?.map(({ label }) => label);
    expect(labels(controls.openContextMenu(id, { isEditable: false, selectionText: 'web-01' }))).toEqual(['Copy']);
    const lines = controls.openContextMenu(id, { isEditable: true });
    expect(lines?.map(({ label, isEnabled }) => [label, isEnabled])).toEqual([
      ['Cut', false],
      ['Copy', false],
      ['Paste', true],
      ['', true],
      ['Select All', true],
    ]);
    controls.chooseContextLine('Paste');
    expect(only().edits).toEqual(['paste']);
  });

  it('is kept while its page holds a draft, and goes two minutes after that was sent', async () => {
    const { window, only, controls, clock } = await makeWindow();
    window.show(null);
    await settle();
    const contents = window.current()?.webContents;
    if (contents === undefined) throw new Error('There is no page');
    window.noteDraft(contents, true);
    controls.closeWindow(only().id);
    clock.advance(600_000);
    expect(controls.windows()).toHaveLength(1);
    window.noteDraft(contents, false);
    clock.advance(120_000);
    expect(controls.windows()).toEqual([]);
  });

  it('is not kept for a draft that went with its document', async () => {
    const { window, only, controls, clock } = await makeWindow();
    window.show(null);
    await settle();
    const contents = window.current()?.webContents;
    if (contents === undefined) throw new Error('There is no page');
    window.noteDraft(contents, true);
    contents.reload();
    await settle();
    controls.closeWindow(only().id);
    clock.advance(120_000);
    expect(controls.windows()).toEqual([]);
  });
});

describe('the main window on macOS', () => {
  async function inFullScreen() {
    const made = await makeWindow({ platform: 'darwin' });
    made.window.show(null);
    await settle();
    made.controls.setFullScreen(made.only().id, true);
    await settle();
    return made;
  }

  it('is in full screen again when it is shown after it left that to hide', async () => {
    const { window, only, controls, clock } = await inFullScreen();
    controls.closeWindow(only().id);
    await settle();
    clock.advance(1000);
    window.show(null);
    await settle();
    expect(only()).toMatchObject({ isVisible: true, isFullScreen: true });
  });

  it.each([
    ['covered by another one', (controls: Controls, id: number) => controls.coverWindow(id, true)],
    ['minimised', (controls: Controls, id: number) => controls.minimiseWindow(id)],
  ])('stays, with its Dock icon, while it is %s for an hour', async (_how, leave) => {
    const { window, only, controls, clock } = await makeWindow({ platform: 'darwin', isAgent: true });
    window.show(null);
    await settle();
    clock.advance(5000);
    leave(controls, only().id);
    clock.advance(3_600_000);
    expect(controls.windows()).toHaveLength(1);
    expect(controls.isDockShown()).toBe(true);
  });

  it('leaves full screen before it hides, since a black Space would stay otherwise', async () => {
    const { only, controls, clock } = await inFullScreen();
    controls.closeWindow(only().id);
    await settle();
    expect(controls.defects()).toEqual([]);
    expect(only()).toMatchObject({ isVisible: false, isFullScreen: false });
    clock.advance(120_000);
    expect(controls.windows()).toEqual([]);
  });

  it('stays when it is asked for while it leaves full screen', async () => {
    const { window, only, controls } = await inFullScreen();
    controls.closeWindow(only().id);
    window.show(null);
    await settle();
    expect(only().isVisible).toBe(true);
  });

  it('has its Dock icon only while it is open, and asks for it once', async () => {
    const { window, only, controls, clock } = await makeWindow({ platform: 'darwin', isAgent: true });
    expect(controls.isDockShown()).toBe(false);
    window.show(null);
    await settle();
    window.show('#/activity');
    clock.advance(5000);
    controls.closeWindow(only().id);
    expect(controls.dockLog()).toEqual(['show', 'hide']);
  });

  it('loses its Dock icon when it is closed within a second, which macOS ignores at first', async () => {
    const { window, only, controls, clock } = await makeWindow({ platform: 'darwin', isAgent: true });
    window.show(null);
    await settle();
    controls.closeWindow(only().id);
    expect(controls.isDockShown()).toBe(true);
    clock.advance(1100);
    expect(controls.isDockShown()).toBe(false);
  });
});
