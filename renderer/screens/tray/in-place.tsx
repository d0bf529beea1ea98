import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import { duration } from '../../../preload/contract/time-words.ts';
import { Button, IconButton } from '../../components/controls/button.tsx';
import { Checkbox } from '../../components/controls/choices.tsx';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { useRow } from '../../hooks/use-view.ts';
import { reasonOf } from '../../readings/action-outcome.ts';
import { factIn } from '../../readings/confirmation-facts.ts';
import { commandWords } from '../../words/commands.ts';
import { asTitle } from '../../words/sentences.ts';
import { trayWords } from '../../words/tray.ts';
import { RunsHere } from './runs-here.tsx';
import type { Stage } from './use-in-place.ts';

const Question = ({
  confirmation,
  onAnswer,
}: {
  confirmation: Confirmation;
  onAnswer: (answer: ConfirmationAnswer | null) => void;
}) => {
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const [isRemembered, setRemembered] = useState(false);
  useEffect(() => {
    const before = document.activeElement;
    cancel.current?.focus({ preventScroll: true });
    cancel.current?.closest('form')?.scrollIntoView?.({ block: 'nearest' });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer({ id: confirmation.id, ...(isRemembered ? { isRemembered } : {}) });
  };
  // Also from the box to tick, in which the keys of the page do nothing.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onAnswer(null);
  };
  const facts = confirmation.lines.filter((line) => factIn(line) !== null);
  return (
    <form
      className="tray-question"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`} className="medium">
        {confirmation.title}
      </h2>
      <div id={`${id}-text`} className="small-text quiet">
        <p>{confirmation.lines.filter((line) => factIn(line) === null).join(' ')}</p>
        {facts.length > 0 && <p className="faint">{facts.join(' ')}</p>}
      </div>
      <div className="row">
        <span className="grow small-text">
          {confirmation.canBeRemembered && (
            <Checkbox isChecked={isRemembered} onChange={setRemembered}>
              {commandWords.doNotAsk}
            </Checkbox>
          )}
        </span>
        <Button ref={cancel} size="small" keys={['Esc']} onClick={() => onAnswer(null)}>
          {commandWords.cancel}
        </Button>
        <Button type="submit" look="primary" size="small">
          {confirmation.confirmLabel}
        </Button>
      </div>
    </form>
  );
};

/** One result with its reason and its next step. */
const Result = ({
  tone,
  title,
  detail,
  onDismiss,
}: {
  tone: 'done' | 'failed' | 'warn';
  title: string;
  detail?: string | undefined;
  onDismiss: () => void;
}) => (
  <div className="tray-result">
    <StatusGlyph name={tone} />
    <span className="two-lines grow">
      <span>{title}</span>
      {detail && <span className="small-text faint">{detail}</span>}
    </span>
    <IconButton icon="close" size="small" label={trayWords.dismiss} onClick={onDismiss} />
  </div>
);

const Started = ({ actionKey, onDismiss }: { actionKey: string | null; onDismiss: () => void }) => {
  const action = useRow('actions', actionKey);
  if (!action) return <Result tone="done" title={trayWords.hasStarted} onDismiss={onDismiss} />;
  switch (action.status) {
    case 'in-progress':
      return <RunsHere action={action} />;
    case 'errored':
      return (
        <Result
          tone="failed"
          title={action.title}
          detail={[reasonOf(action), action.failure?.nextStep].filter(Boolean).join(' ')}
          onDismiss={onDismiss}
        />
      );
    case 'completed':
    case 'unknown': {
      const { completedAtMs, startedAtMs, title } = action;
      const tookMs = completedAtMs === null ? null : completedAtMs - startedAtMs;
      return (
        <Result
          tone={action.status === 'completed' ? 'done' : 'warn'}
          title={tookMs === null ? title : trayWords.took(title, duration(tookMs))}
          onDismiss={onDismiss}
        />
      );
    }
  }
};

/** The question and then the result of a command, below the row where a person asked for it. */
export const InPlaceStage = ({ stage, onDismiss }: { stage: Stage; onDismiss: () => void }) => {
  switch (stage.step) {
    case 'sent':
      // The row or its button turns meanwhile.
      return null;
    case 'asking':
      return <Question key={stage.confirmation.id} confirmation={stage.confirmation} onAnswer={stage.answer} />;
    case 'started':
      return <Started actionKey={stage.actionKey} onDismiss={onDismiss} />;
    case 'done':
      return <Result tone="done" title={asTitle(stage.message)} onDismiss={onDismiss} />;
    case 'failed': {
      const { kind, message, nextStep } = stage.failure;
      const tone = kind === 'outcome-unknown' ? 'warn' : 'failed';
      return <Result tone={tone} title={message} detail={nextStep} onDismiss={onDismiss} />;
    }
  }
};
