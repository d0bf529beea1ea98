import { useEffect, useRef, useState } from 'react';
import { asksNothing } from '../../../preload/contract/asks-nothing.ts';
import type { Command, Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import type { Failure } from '../../../preload/contract/failure.ts';
import type { MenuDeed } from '../../../preload/contract/view.ts';
import { usePage } from '../../page/page.ts';

/** How far a command has come that was asked for at a row. */
export type Stage =
  | { step: 'sent' }
  | { step: 'asking'; confirmation: Confirmation; answer: (answer: ConfirmationAnswer | null) => void }
  | { step: 'started'; actionKey: string | null }
  | { step: 'done'; message: string }
  | { step: 'failed'; failure: Failure };

/** The one command that is shown at its row, and the function that runs another there. */
export interface InPlace {
  stageOf: (rowId: string) => Stage | null;
  isAsking: boolean;
  /** Key of the action that is shown at its row; `null`: none. */
  actionKey: string | null;
  /**
   * Runs a command and shows its question and its result at the row. `route` is the place in the window to which a question leads
   * that wants a name typed: the popover asks no such question.
   */
  run: (rowId: string, command: Command, route: string) => Promise<void>;
  /** Runs a job that asks nothing, and shows its result at the row. Should it ask after all, it does so in the window. */
  runJob: (rowId: string, deed: Extract<MenuDeed, { kind: 'job' }>) => Promise<void>;
  /** Takes the question back. */
  cancel: () => void;
  dismiss: () => void;
}

/** Runs commands whose question and result are shown in place. A question still open when the page goes counts as cancelled. */
export const useInPlace = (): InPlace => {
  const { bridge, commands, announcer, show, copy } = usePage();
  const [shown, setShown] = useState<{ rowId: string; stage: Stage } | null>(null);
  const open = useRef<((answer: ConfirmationAnswer | null) => void) | null>(null);
  const cancel = () => open.current?.(null);
  useEffect(() => () => open.current?.(null), []);

  const askAt = (rowId: string, route: string) => (confirmation: Confirmation) =>
    new Promise<ConfirmationAnswer | null>((resolve) => {
      if (confirmation.typeToConfirm !== null) {
        void show(route);
        return resolve(null);
      }
      const answer = (given: ConfirmationAnswer | null) => {
        open.current = null;
        setShown(given === null ? null : { rowId, stage: { step: 'sent' } });
        resolve(given);
      };
      open.current = answer;
      setShown({ rowId, stage: { step: 'asking', confirmation, answer } });
    });
  // Meanwhile another row may have taken the place.
  const finishAt = (rowId: string) => (stage: Stage | null) =>
    setShown((now) => (now?.rowId === rowId ? stage && { rowId, stage } : now));
  const fail = (rowId: string, failure: Failure) => {
    const { message, nextStep } = failure;
    announcer.say([message, nextStep].filter(Boolean).join(' '), { isUrgent: failure.kind !== 'outcome-unknown' });
    finishAt(rowId)({ step: 'failed', failure });
  };
  const run: InPlace['run'] = async (rowId, command, route) => {
    cancel();
    setShown({ rowId, stage: { step: 'sent' } });
    const end = await commands.run(command, { isFailureShown: true, isSuccessShown: true, ask: askAt(rowId, route) });
    const finish = finishAt(rowId);
    if (end.status === 'done' && end.message !== null) {
      announcer.say(end.message);
      finish({ step: 'done', message: end.message });
    } else if (end.status === 'started') finish({ step: 'started', actionKey: end.actionKeys[0] ?? null });
    else if (end.status === 'failed' && end.failure.kind !== 'aborted') fail(rowId, end.failure);
    else finish(null);
  };
  const runJob: InPlace['runJob'] = async (rowId, { name, thing, route }) => {
    cancel();
    setShown({ rowId, stage: { step: 'sent' } });
    const opened = await bridge.openJob({ name, thing });
    if (!opened.ok) return fail(rowId, opened.failure);
    const finish = finishAt(rowId);
    if (!asksNothing(opened.value)) {
      finish(null);
      return show(route);
    }
    const ran = await bridge.runJob({ id: opened.value.id, values: {} });
    if (!ran.ok) return fail(rowId, ran.failure);
    const { message, actionKeys, copy: copied } = ran.value;
    if (copied !== null) {
      // That it was copied is said by what copies it.
      finish(null);
      return copy(copied.text, copied.what);
    }
    announcer.say(message);
    finish(actionKeys.length > 0 ? { step: 'started', actionKey: actionKeys[0] ?? null } : { step: 'done', message });
  };
  return {
    stageOf: (rowId) => (shown?.rowId === rowId ? shown.stage : null),
    isAsking: shown?.stage.step === 'asking',
    actionKey: shown?.stage.step === 'started' ? shown.stage.actionKey : null,
    run,
    runJob,
    cancel,
    dismiss: () => setShown(null),
  };
};
