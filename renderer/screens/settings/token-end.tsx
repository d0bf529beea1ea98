import { type FormEvent, useState } from 'react';
import { startOfDate, untilOrAgo } from '../../../preload/contract/time-words.ts';
import type { ConnectionRow } from '../../../preload/contract/view.ts';
import { Field } from '../../components/controls/field.tsx';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { SaveButtons } from '../../components/dialogs/save-buttons.tsx';
import { useCommand } from '../../hooks/use-command.ts';
import { useDraft } from '../../hooks/use-draft.ts';
import { comingWords } from '../../words/coming.ts';

/** When a token ends, in words; `null`: nobody entered it. */
export const tokenEndOf = ({ tokenEndsOn }: Pick<ConnectionRow, 'tokenEndsOn'>, nowMs: number): string | null => {
  if (tokenEndsOn === null) return null;
  const atMs = startOfDate(tokenEndsOn);
  const until = untilOrAgo({ atMs, endsAtMs: null, isDay: true }, nowMs);
  return until.endsWith('ago') ? comingWords.tokenEnded(until) : comingWords.tokenEndsIn(until);
};

/** Asks for the day on which a token ends, because the API does not tell it. */
export const TokenEndDialog = ({ connection, onClose }: { connection: ConnectionRow; onClose: () => void }) => {
  const before = connection.tokenEndsOn ?? '';
  const [day, setDay] = useState(before);
  const [wrong, setWrong] = useState<string | null>(null);
  const { run, isBusy } = useCommand();
  useDraft(day !== before);
  const title = comingWords.tokenEndTitle(connection.label);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const end = await run(
      { kind: 'set-token-end', connectionId: connection.id, endsOn: day === '' ? null : day },
      { isFailureShown: true },
    );
    if (end.status === 'failed') setWrong(end.failure.message);
    else onClose();
  };
  return (
    <Dialog label={title} onClose={onClose}>
      <form className="form" onSubmit={(event) => void save(event)}>
        <h2 className="large-text">{title}</h2>
        <Field
          label={comingWords.tokenEndLabel}
          type="date"
          value={day}
          hint={comingWords.tokenEndHint}
          wrong={wrong}
          min="2000-01-01"
          max="2999-12-31"
          data-initial-focus
          onChange={(event) => setDay(event.target.value)}
        />
        <SaveButtons isBusy={isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
};
