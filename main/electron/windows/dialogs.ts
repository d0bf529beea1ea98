import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Failure } from '../../../preload/contract/failure.ts';
import { dollars } from '../../../preload/contract/number-words.ts';
import { hostWords } from '../../core/words/host.ts';

/** A box over a window that the person does not see would not be seen either. */
const open = (parent: BrowserWindow | null, options: MessageBoxOptions) =>
  parent?.isVisible() && !parent.isMinimized() ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options);

/**
 * Asks one question with two buttons: the verb, and a way out. Resolves to whether the verb was chosen and the box was
 * ticked.
 */
async function ask(
  parent: BrowserWindow | null,
  options: MessageBoxOptions,
  verb: string,
  { isCancelFirst, cancelLabel = hostWords.cancelLabel }: { isCancelFirst: boolean; cancelLabel?: string },
) {
  // Both ids are always given: Electron guesses them from English labels, and Esc must never choose the verb.
  const full: MessageBoxOptions = {
    ...options,
    buttons: [verb, cancelLabel],
    defaultId: isCancelFirst ? 1 : 0,
    cancelId: 1,
    noLink: true,
  };
  const answer = await open(parent, full);
  return { isChosen: answer.response === 0, isTicked: answer.checkboxChecked };
}

/** Asks before something that can do harm; `null`: the person cancelled. Enter and Esc both cancel. */
export async function askToConfirm(parent: BrowserWindow | null, confirmation: Confirmation): Promise<ConfirmationAnswer | null> {
  const { isChosen, isTicked } = await ask(
    parent,
    {
      type: 'warning',
      message: confirmation.title,
      detail: confirmationDetail(confirmation),
      ...(confirmation.canBeRemembered ? { checkboxLabel: hostWords.rememberLabel } : {}),
    },
    confirmation.confirmLabel,
    { isCancelFirst: true },
  );
  if (!isChosen) return null;
  return { id: confirmation.id, ...(confirmation.canBeRemembered ? { isRemembered: isTicked } : {}) };
}

/** Asks about something harmless, such as an update. Enter chooses the verb. */
export async function askPlainly(parent: BrowserWindow | null, message: string, detail: string, verb: string): Promise<boolean> {
  const options: MessageBoxOptions = { type: 'info', message, ...(detail === '' ? {} : { detail }) };
  return (await ask(parent, options, verb, { isCancelFirst: false })).isChosen;
}

/** Asks what closing the window means where no tray shows Buoy; `null`: the person cancelled. Enter quits, Esc cancels. */
export async function askWhetherToStay(parent: BrowserWindow): Promise<'quit' | 'stay' | null> {
  const { response } = await open(parent, {
    type: 'question',
    message: hostWords.closeWithoutTray,
    detail: hostWords.closeWithoutTrayDetail,
    buttons: [hostWords.quitLabel, hostWords.stayLabel, hostWords.cancelLabel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 0 ? 'quit' : response === 1 ? 'stay' : null;
}

/** Asks whether to load a page that hangs again. `signal` takes the question away; the answer is then to wait. */
export async function askToReload(parent: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: hostWords.pageHangs,
    detail: hostWords.pageHangsDetail,
    signal,
  };
  const answer = await ask(parent, options, hostWords.reloadPage, { isCancelFirst: true, cancelLabel: hostWords.waitForPage });
  return answer.isChosen;
}

export async function showFailure(failure: Failure): Promise<void> {
  await show('error', failure.message, failure.nextStep ?? '');
}

export async function showNote(message: string): Promise<void> {
  await show('info', message, '');
}

async function show(type: 'error' | 'info', message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({
    type,
    message,
    ...(detail === '' ? {} : { detail }),
    buttons: [hostWords.closeLabel],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
}

/** Effect, what is deleted, what stays and what that costs, each on a line of its own. */
export function confirmationDetail(confirmation: Confirmation): string {
  const stays = confirmation.stays.map(({ text, priceMonthlyUsd }) =>
    priceMonthlyUsd === null ? text : hostWords.staysAt(text, dollars(priceMonthlyUsd)),
  );
  return [
    ...confirmation.lines,
    ...(confirmation.goes.length > 0 ? [hostWords.goesHead, ...confirmation.goes] : []),
    ...(stays.length > 0 ? [hostWords.staysHead, ...stays] : []),
  ].join('\n');
}
