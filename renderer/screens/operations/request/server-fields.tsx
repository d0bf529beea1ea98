import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Operation } from '../../../../preload/contract/catalogue.ts';
import type { Failure } from '../../../../preload/contract/failure.ts';
import { Button, IconButton } from '../../../components/controls/button.tsx';
import { Field } from '../../../components/controls/field.tsx';
import { Dialog } from '../../../components/dialogs/dialog.tsx';
import { usePage } from '../../../page/page.ts';
import { readChosenFile } from '../../../page/read-file.ts';
import { operationWords } from '../../../words/operations.ts';
import type { Draft } from './request.ts';

/** Names of the saved keys. The keys themselves never reach the page. */
function useCredentials(isWanted: boolean) {
  const { bridge } = usePage();
  const [names, setNames] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(async () => {
    const outcome = await bridge.listCredentials({});
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) setNames(outcome.value);
  }, [bridge]);
  useEffect(() => {
    if (isWanted) void read();
  }, [isWanted, read]);
  return { names, failure, read };
}

const AddKeyDialog = ({ onClose, onAdded }: { onClose: () => void; onAdded: (name: string) => void }) => {
  const { bridge } = usePage();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || secret.trim() === '' || isBusy) return;
    setBusy(true);
    const outcome = await bridge.saveCredential({ name: name.trim(), secret: secret.trim() });
    setBusy(false);
    if (outcome.ok) onAdded(name.trim());
    else setWrong([outcome.failure.message, outcome.failure.nextStep].filter(Boolean).join(' '));
  };
  // Rendered outside the operation's form, because HTML forbids a form inside a form.
  return createPortal(
    <Dialog label={operationWords.addKeyTitle} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <h2 className="large-text">{operationWords.addKeyTitle}</h2>
        <Field
          label={operationWords.keyName}
          hint={operationWords.keyNameHint}
          value={name}
          maxLength={80}
          data-initial-focus
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={operationWords.keySecret}
          hint={operationWords.keyHint}
          wrong={wrong}
          type="password"
          value={secret}
          autoComplete="new-password"
          spellCheck={false}
          onChange={(event) => setSecret(event.target.value)}
        />
        <div className="row buttons end">
          <Button onClick={onClose}>{operationWords.cancel}</Button>
          <Button type="submit" look="primary" isBusy={isBusy}>
            {operationWords.saveKey}
          </Button>
        </div>
      </form>
    </Dialog>,
    document.body,
  );
};

const addKey = '\u0000add';

const KeyField = ({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) => {
  const { bridge, commands } = usePage();
  const { names, failure, read } = useCredentials(true);
  const [isAdding, setAdding] = useState(false);
  const { credentialName } = draft;
  const remove = async (name: string) => {
    const outcome = await bridge.removeCredential({ name });
    if (!outcome.ok) return commands.tell(outcome.failure);
    onDraft({ ...draft, credentialName: null });
    await read();
  };
  return (
    <div className="op-field">
      <div className="op-label">
        <label htmlFor="op-key" className="op-label-text">
          {operationWords.key}
        </label>
      </div>
      <div className="row">
        <select
          id="op-key"
          className="field tall op-select grow"
          value={credentialName ?? ''}
          onChange={(event) => {
            if (event.target.value === addKey) setAdding(true);
            else onDraft({ ...draft, credentialName: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{operationWords.noKey}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={addKey}>{operationWords.addKey}</option>
        </select>
        {credentialName !== null && (
          <IconButton icon="trash" label={operationWords.removeKey(credentialName)} onClick={() => void remove(credentialName)} />
        )}
      </div>
      <p className="small-text faint">{failure ? `${failure.message} ${failure.nextStep ?? ''}` : operationWords.keyHint}</p>
      {isAdding && (
        <AddKeyDialog
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false);
            onDraft({ ...draft, credentialName: name });
            void read();
          }}
        />
      )}
    </div>
  );
};

/** Whether a request can be sent to an address: HTTPS, or HTTP to this machine. */
export const isGoodAddress = (text: string): boolean => {
  const url = URL.parse(text.trim());
  return (
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)))
  );
};

/** Address and key of a request that does not go to DigitalOcean's API. */
export const ServerFields = ({
  operation,
  draft,
  isTried,
  onDraft,
}: {
  operation: Operation;
  draft: Draft;
  isTried: boolean;
  onDraft: (draft: Draft) => void;
}) => {
  const { server } = operation;
  if (server === 'api') return null;
  const isAgent = server === 'agent';
  const isWrong = (isTried || draft.otherBaseUrl !== '') && !isGoodAddress(draft.otherBaseUrl);
  return (
    <>
      {server !== 'inference' && (
        <div data-wrong={isWrong && isTried ? '' : undefined}>
          <Field
            label={isAgent ? operationWords.agentAddress : operationWords.uploadAddress}
            hint={isAgent ? operationWords.agentAddressHint : operationWords.uploadAddressHint}
            wrong={isWrong ? operationWords.addressNeeded : null}
            value={draft.otherBaseUrl}
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onDraft({ ...draft, otherBaseUrl: event.target.value })}
          />
        </div>
      )}
      {server !== 'presigned' && <KeyField draft={draft} onDraft={onDraft} />}
    </>
  );
};

/** The field for a file that is the body. */
export const FileField = ({ draft, isTried, onDraft }: { draft: Draft; isTried: boolean; onDraft: (draft: Draft) => void }) => {
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const reading = await readChosenFile(file);
    if (reading.ok) {
      setWrong(null);
      onDraft({ ...draft, file: reading.file });
    } else setWrong(reading.reason === 'too-large' ? operationWords.fileTooLarge : operationWords.fileUnreadable);
  };
  const isMissing = isTried && draft.file === null;
  return (
    <div className="op-field" data-wrong={isMissing ? '' : undefined}>
      <label className="op-label-text" htmlFor="op-file">
        {operationWords.file}
      </label>
      <input id="op-file" type="file" className="op-file-input" onChange={(event) => void choose(event.target.files?.[0])} />
      {draft.file && <p className="small-text faint">{operationWords.fileChosen(draft.file.name, draft.file.bytes)}</p>}
      {(wrong !== null || isMissing) && <p className="small-text danger">{wrong ?? operationWords.chooseFile}</p>}
    </div>
  );
};
