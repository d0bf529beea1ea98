import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { TrayAnswer, TrayHost } from '../../../../main/electron/system/tray-host.ts';
import type { TrayMenuOptions } from '../../../../main/electron/tray/show-tray.ts';
import type { TrayView } from '../../../../preload/contract/view.ts';
import type { TrayPlace } from '../../../doubles/desktop/tray-registry.ts';
import { inventedTray } from '../../../doubles/invented/invented-tray.ts';
import { makeMachine, settle } from '../machine.ts';

const iconFolder = join(import.meta.dirname, '../../../../assets/generated/tray');

async function show(trayPlace: TrayPlace, first: TrayAnswer) {
  const machine = await makeMachine({ trayPlace });
  const { showTray } = await import('../../../../main/electron/tray/show-tray.ts');
  const settled = Promise.withResolvers<void>();
  const said = { answer: first, tell: () => {} };
  const noteUsed = vi.fn();
  const drawn = { draw: (_view: TrayView) => {} };
  const window = { show: vi.fn() };
  const host: Partial<TrayHost> = {
    answer: () => said.answer,
    settled: settled.promise,
    noteUsed,
    subscribe(listener) {
      said.tell = () => listener(true);
      return () => {};
    },
  };
  const buoy = {
    calls: {},
    tray: inventedTray,
    subscribeTray(listener: (view: TrayView) => void) {
      drawn.draw = listener;
      return () => {};
    },
  };
  showTray({
    platform: 'linux',
    desktop: '',
    iconFolder,
    log: machine.log,
    clock: machine.clock,
    buoy,
    host,
    window,
    popover: {},
    run: async () => {},
    onCheckForUpdates: null,
  } as unknown as TrayMenuOptions);
  return {
    ...machine,
    noteUsed,
    window,
    draw: (view: TrayView) => drawn.draw(view),
    async answerFirst() {
      settled.resolve();
      await settle();
    },
    async become(place: TrayPlace, answer: TrayAnswer) {
      await machine.controls.setTrayPlace(place);
      said.answer = answer;
      said.tell();
    },
  };
}

describe('the one tray', () => {
  it('is made when the desktop has answered, so that Electron finds the host it asks for', async () => {
    const { controls, answerFirst } = await show('there', 'there');
    await settle();
    expect(controls.tray()).toBeNull();
    await answerFirst();
    expect(controls.tray()?.isSeen).toBe(true);
  });

  it('stays the same while the shell starts again, because Electron registers it again', async () => {
    const { controls, answerFirst, become } = await show('there', 'there');
    await answerFirst();
    controls.setDesktop({ hasActivatingTray: true });
    const before = controls.tray()?.menusSet;
    await become('gone', 'missing');
    await become('there', 'there');
    expect(controls.tray()).toMatchObject({ isSeen: true, menusSet: before });
  });

  it('is made again once, not at every host', async () => {
    const { controls, answerFirst, become, draw, clock } = await show('gone', 'missing');
    await answerFirst();
    await become('there', 'there');
    draw({ ...inventedTray(), menu: inventedTray().menu.slice(0, 2) });
    clock.advance(1000);
    const before = controls.tray()?.menusSet;
    expect(before).toBe(2);
    await become('gone', 'missing');
    await become('there', 'there');
    expect(controls.tray()).toMatchObject({ isSeen: true, menusSet: before });
  });

  it.each([
    ['missing', 'gone'],
    ['unknown', 'no-host'],
  ] as const)('is made again at the first host when the answer was at first: %s', async (first, place) => {
    const { controls, answerFirst, become, draw } = await show(place, first);
    await answerFirst();
    expect(controls.tray()?.isSeen).toBe(false);
    draw({ ...inventedTray(), title: 'Older' });
    await become('there', 'there');
    expect(controls.tray()?.isSeen).toBe(true);
    draw({ ...inventedTray(), title: 'Newest', subtitle: '' });
    expect(controls.tray()?.toolTip).toBe('Newest');
  });

  it('tells that it was used, by a click as by a line of its menu', async () => {
    const { controls, answerFirst, noteUsed, window } = await show('there', 'there');
    await answerFirst();
    controls.setDesktop({ hasActivatingTray: true });
    controls.clickTray();
    expect(window.show).toHaveBeenCalledOnce();
    expect(noteUsed).toHaveBeenCalledOnce();
    controls.chooseTrayLine(['Open Buoy']);
    await settle();
    expect(noteUsed).toHaveBeenCalledTimes(2);
  });
});
