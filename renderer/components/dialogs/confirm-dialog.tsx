import { type FormEvent, useState } from 'react';
import type { Confirmation, ConfirmationAnswer } from '../../../preload/contract/command.ts';
import { factIn } from '../../readings/confirmation-facts.ts';
import { commandWords } from '../../words/commands.ts';
import { moneyAMonth } from '../../words/money.ts';
import { Button } from '../controls/button.tsx';
import { Checkbox } from '../controls/choices.tsx';
import { Field } from '../controls/field.tsx';
import { Icon } from '../icons/icon.tsx';
import { StatusGlyph } from '../icons/status-glyph.tsx';
import { Dialog } from './dialog.tsx';

const Lines = ({ lines }: { lines: readonly string[] }) => {
  const facts = lines.flatMap((line) => {
    const fact = factIn(line);
    return fact ? [fact] : [];
  });
  return (
    <>
      {lines
        .filter((line) => factIn(line) === null)
        .map((line) => (
          <p key={line} className="quiet">
            {line}
          </p>
        ))}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

/** What will be deleted, what stays, and what that costs. */
const Leftovers = ({ confirmation }: { confirmation: Confirmation }) => {
  const staysUsd = confirmation.staysMonthlyUsd ?? '0';
  const isFree = Number(staysUsd) === 0;
  return (
    <div className="leave">
      {confirmation.goes.length > 0 && (
        <div className="leave-line">
          <span className="faint nowrap">{commandWords.goesAway}</span>
          <ul className="grow right">
            {confirmation.goes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {confirmation.stays.length > 0 && (
        <>
          <div className="leave-line">
            <span className="faint grow">{isFree ? commandWords.staysFree : commandWords.stays}</span>
            {!isFree && (
              <span className="tabular warn medium row">
                <StatusGlyph name="warn" className="tiny" />
                {moneyAMonth(staysUsd)}
              </span>
            )}
          </div>
          <ul>
            {confirmation.stays.map(({ text, priceMonthlyUsd }) => (
              <li key={text} className="leave-line quiet">
                <span className="grow">{text}</span>
                {priceMonthlyUsd !== null && <span className="tabular">{moneyAMonth(priceMonthlyUsd)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

/**
 * Asks the core's question before something that can do harm. The focus starts on Cancel, or in the field if a name must be
 * typed.
 */
export const ConfirmDialog = ({
  confirmation,
  onAnswer,
}: {
  confirmation: Confirmation;
  onAnswer: (answer: ConfirmationAnswer | null) => void;
}) => {
  const [typed, setTyped] = useState('');
  const [isRemembered, setRemembered] = useState(false);
  const { typeToConfirm, level } = confirmation;
  const isDestructive = level === 'destructive';
  const isReady = typeToConfirm === null || typed === typeToConfirm;
  const cancel = () => onAnswer(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onAnswer({
      id: confirmation.id,
      ...(typeToConfirm === null ? {} : { typed }),
      ...(isRemembered ? { isRemembered } : {}),
    });
  };
  const [typeLead, typeEnd] = commandWords.typeToGoOn;
  return (
    <Dialog label={confirmation.title} onClose={cancel}>
      <form onSubmit={submit}>
        <h2 className="large-text row title">
          {isDestructive && <Icon name="trash" className="danger" />}
          {confirmation.title}
        </h2>
        <Lines lines={confirmation.lines} />
        {(confirmation.goes.length > 0 || confirmation.stays.length > 0) && <Leftovers confirmation={confirmation} />}
        {typeToConfirm !== null && (
          <div className="type-to">
            <p className="small-text" aria-hidden="true">
              {typeLead}
              <b>{typeToConfirm}</b>
              {typeEnd}
            </p>
            <Field
              label={`${typeLead}${typeToConfirm}${typeEnd}`}
              isLabelHidden
              value={typed}
              data-initial-focus
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        )}
        <div className="row buttons end">
          {confirmation.canBeRemembered && (
            <span className="grow">
              <Checkbox isChecked={isRemembered} onChange={setRemembered}>
                {commandWords.doNotAsk}
              </Checkbox>
            </span>
          )}
          <Button onClick={cancel} keys={['Esc']} data-initial-focus={typeToConfirm === null ? true : undefined}>
            {isDestructive ? commandWords.keepIt : commandWords.cancel}
          </Button>
          <Button
            type="submit"
            look={isDestructive ? (isReady ? 'red' : 'plain') : 'primary'}
            className={isReady ? undefined : 'off'}
            aria-disabled={!isReady || undefined}
          >
            {confirmation.confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
