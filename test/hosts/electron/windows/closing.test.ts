import { describe, expect, it } from 'vitest';
import type { Closing } from '../../../../main/core/view/closing.ts';
import { hostWords } from '../../../../main/core/words/host.ts';
import type { Command } from '../../../../preload/contract/command.ts';
import { makeMachine, settle } from '../machine.ts';

async function makeClosing(closing: Closing, hasDraft = false) {
  const machine = await makeMachine();
  const { app, BrowserWindow } = await import('electron');
  app.on('window-all-closed', () => {});
  const { createClosing } = await import('../../../../main/electron/windows/closing.ts');
  const done: string[] = [];
  const commands: Command[] = [];
  const window = new BrowserWindow({ show: true });
  const runCommand = async ({ command }: { command: Command }) => {
    commands.push(command);
    return { ok: true, value: { status: 'done', message: null } } as const;
  };
  const close = createClosing({ buoy: { closing: () => closing, calls: { runCommand } }, quit: () => void done.push('quit') });
  const press = async (button?: string) => {
    machine.controls.answerDialog(button === undefined ? {} : { button });
    await settle();
  };
  return {
    ...machine,
    done,
    commands,
    press,
    window,
    close: () => close({ window, hasDraft, hide: () => void done.push('hide') }),
  };
}

const chose = (closing: 'quit' | 'stay'): Command => ({ kind: 'update-settings', patch: { withoutTray: { closing } } });

describe('closing the window', () => {
  it('hides it at once where Buoy goes on in the tray', async () => {
    const { close, done, controls } = await makeClosing('hide');
    close();
    expect(done).toEqual(['hide']);
    expect(controls.dialogs()).toEqual([]);
  });

  it('quits at once where the person chose that', async () => {
    const { close, done, controls } = await makeClosing('quit');
    close();
    await settle();
    expect(done).toEqual(['quit']);
    expect(controls.dialogs()).toEqual([]);
  });

  it('asks before it quits over something that was typed and not sent', async () => {
    const { close, done, press, controls } = await makeClosing('quit', true);
    close();
    await settle();
    expect(controls.dialogs()[0]?.options).toMatchObject({ detail: hostWords.quitWithDraftDetail, cancelId: 1 });
    await press();
    expect(done).toEqual([]);
    close();
    await settle();
    await press(hostWords.quitLabel);
    expect(done).toEqual(['quit']);
  });

  it.each([
    [hostWords.quitLabel, ['quit'], [chose('quit')]],
    [hostWords.stayLabel, ['hide'], [chose('stay')]],
    [undefined, [], []],
  ])('asks once without a tray, and does and keeps the answer: %s', async (button, wanted, kept) => {
    const { close, done, press, commands, controls } = await makeClosing('ask');
    close();
    close();
    await settle();
    expect(controls.dialogs()).toHaveLength(1);
    expect(controls.dialogs()[0]?.options).toMatchObject({ defaultId: 0, cancelId: 2, message: hostWords.closeWithoutTray });
    await press(button);
    expect(done).toEqual(wanted);
    expect(commands).toEqual(kept);
  });

  it('asks in a box of its own when the window is minimised, where a box over it would not be seen', async () => {
    const { close, window, press, controls } = await makeClosing('ask');
    window.minimize();
    close();
    await settle();
    expect(controls.dialogs()).toMatchObject([{ hasParent: false }]);
    await press();
  });

  it('hides nothing when the window went while it asked', async () => {
    const { close, done, press, window } = await makeClosing('ask');
    close();
    await settle();
    window.destroy();
    await press(hostWords.stayLabel);
    expect(done).toEqual([]);
  });
});
