import { type FormEvent, useRef, useState } from 'react';
import type { Command } from '../../preload/contract/command.ts';
import type { Failure } from '../../preload/contract/failure.ts';
import { cleanToken } from '../../preload/contract/token-shape.ts';
import { useCommand } from '../hooks/use-command.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { tokenShape } from '../readings/token-shape.ts';
import { firstRunWords } from '../words/settings.ts';
import { stateWords } from '../words/states.ts';
import { Button } from './controls/button.tsx';
import { Copyable } from './controls/copyable.tsx';
import { Field } from './controls/field.tsx';
import { Note } from './feedback/note.tsx';
import { StatusGlyph } from './icons/status-glyph.tsx';

const isOfVault = (failure: Failure): boolean => failure.kind.startsWith('vault-');

const Refusal = ({ failure }: { failure: Failure }) => (
  <>
    <Note
      tone={failure.kind === 'network' || isOfVault(failure) ? 'warn' : 'danger'}
      icon={isOfVault(failure) ? 'lock' : 'alert'}
      lead={failure.message}
    >
      {failure.nextStep}
    </Note>
    {failure.scopes?.map((scope) => (
      <Copyable key={scope} label={stateWords.scope} text={scope} />
    ))}
    {failure.requestId && <Copyable label={stateWords.request} text={failure.requestId} />}
  </>
);

/**
 * Asks for a token. Checks its shape while it is typed or pasted, asks DigitalOcean when it is sent, and shows what is wrong
 * below the field. If the keychain fails, it offers to keep the token for this run only.
 */
export const TokenForm = ({
  commandOf,
  submitLabel,
  onDone,
  isStartingFocused = true,
}: {
  /** The command that carries the token. */
  commandOf: (token: string, isForThisRunOnly: boolean) => Command;
  submitLabel: string;
  onDone: () => void;
  isStartingFocused?: boolean;
}) => {
  const [token, setToken] = useState('');
  const [isShown, setShown] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { run, isBusy } = useCommand();
  useDraft(token !== '');
  const shape = tokenShape(cleanToken(token));
  const wrong = !shape.isFine && (hasTried || !shape.isUnfinished) ? shape.words : null;

  const send = async (isForThisRunOnly: boolean) => {
    setTried(true);
    setFailure(null);
    if (!shape.isFine) return input.current?.focus();
    const end = await run(commandOf(cleanToken(token), isForThisRunOnly), { isFailureShown: true });
    if (end.status === 'failed') setFailure(end.failure);
    else if (end.status !== 'cancelled') {
      setToken('');
      onDone();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };

  return (
    <form onSubmit={submit} className="token-form">
      <Field
        ref={input}
        label={firstRunWords.tokenLabel}
        icon="key"
        type={isShown ? 'text' : 'password'}
        className="mono-field"
        placeholder={firstRunWords.tokenPlaceholder}
        value={token}
        wrong={wrong}
        autoFocus={isStartingFocused}
        data-initial-focus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1024}
        onChange={(event) => {
          setToken(event.target.value);
          setFailure(null);
        }}
        end={
          <button type="button" className="link small-text" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? firstRunWords.hide : firstRunWords.show}
          </button>
        }
      />
      <div role="status" className="token-state">
        {shape.isFine && !failure && (
          <p className="small-text faint row">
            <StatusGlyph name={isBusy ? 'running' : 'done'} />
            {isBusy ? firstRunWords.connecting : firstRunWords.shapeFine}
          </p>
        )}
        {failure && <Refusal failure={failure} />}
      </div>
      {failure && isOfVault(failure) && (
        <div className="token-state">
          <Button onClick={() => void send(true)} isBusy={isBusy}>
            {firstRunWords.keepForRun}
          </Button>
          <p className="small-text faint">{firstRunWords.keepForRunHint}</p>
        </div>
      )}
      <Button type="submit" look="primary" size="large" className="full" isBusy={isBusy} keys={['↵']}>
        {submitLabel}
      </Button>
    </form>
  );
};
