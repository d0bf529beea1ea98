import type { BrowserWindow } from 'electron';
import type { Buoy } from '../../core/buoy.ts';
import { hostWords } from '../../core/words/host.ts';
import { askPlainly, askWhetherToStay } from './dialogs.ts';

/** The main window, as far as closing it goes. */
export interface ClosingWindow {
  window: BrowserWindow;
  /** Its page holds something that was typed and not sent. */
  hasDraft: boolean;
  hide(): void;
}

export interface ClosingOptions {
  buoy: Pick<Buoy, 'closing'> & { calls: Pick<Buoy['calls'], 'runCommand'> };
  quit(): void;
}

/** Does what closing the main window means at that moment: it hides, Buoy quits, or the person is asked which, once. */
export function createClosing({ buoy, quit }: ClosingOptions): (closing: ClosingWindow) => void {
  let isAsking = false;

  /** Resolves to whether Buoy quits; `null`: the window stays open. */
  async function decide({ window, hasDraft }: ClosingWindow): Promise<boolean | null> {
    if (buoy.closing() === 'ask') {
      const answer = await askWhetherToStay(window);
      if (answer === null) return null;
      await buoy.calls.runCommand({ command: { kind: 'update-settings', patch: { withoutTray: { closing: answer } } } });
      if (answer === 'stay') return false;
    }
    if (!hasDraft) return true;
    return (await askPlainly(window, hostWords.quitWithDraft, hostWords.quitWithDraftDetail, hostWords.quitLabel)) ? true : null;
  }

  return (closing) => {
    if (buoy.closing() === 'hide') return closing.hide();
    // A second attempt to close leads to the same question, which is still open.
    if (isAsking) return;
    isAsking = true;
    void decide(closing)
      .then((quits) => {
        if (quits) quit();
        else if (quits === false && !closing.window.isDestroyed()) closing.hide();
      })
      .finally(() => {
        isAsking = false;
      });
  };
}
