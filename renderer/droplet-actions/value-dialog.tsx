import { type FormEvent, useId, useState } from 'react';
import type { Command, DropletActionType } from '../../preload/contract/command.ts';
import type { DropletRow } from '../../preload/contract/view.ts';
import { Button } from '../components/controls/button.tsx';
import { Checkbox } from '../components/controls/choices.tsx';
import { Field } from '../components/controls/field.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { Note } from '../components/feedback/note.tsx';
import { useCommand } from '../hooks/use-command.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { useRows } from '../hooks/use-view.ts';
import { commandWords } from '../words/commands.ts';
import { machine } from '../words/sizes.ts';

interface Question {
  title: string;
  label: string;
  hint?: string;
  doLabel: string;
  initial: string;
  /** Suggested values and their labels. */
  suggestions?: readonly { value: string; label: string }[];
  /** Only the suggested values are possible. */
  isChoice?: boolean;
  wrong?: (value: string) => string | null;
}

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/** Sizes of the person's own droplets: they exist, and they need no request. */
const sizesOf = (droplets: readonly DropletRow[]): { value: string; label: string }[] =>
  [...new Map(droplets.map((droplet) => [droplet.sizeSlug, droplet])).values()]
    .sort((a, b) => (a.priceMonthlyUsd ?? 0) - (b.priceMonthlyUsd ?? 0))
    .map((droplet) => ({ value: droplet.sizeSlug, label: machine(droplet.vcpus, droplet.memoryMb) }));

const questionOf = (type: DropletActionType, droplets: readonly DropletRow[], all: readonly DropletRow[]): Question | null => {
  const first = droplets[0];
  if (!first) return null;
  switch (type) {
    case 'rename':
      return {
        title: commandWords.renameTitle(first.name),
        label: commandWords.newName,
        doLabel: commandWords.renameDo,
        initial: first.name,
        wrong: (value) => (hostName.test(value) ? null : commandWords.renameWrong),
      };
    case 'snapshot':
      return {
        title: droplets.length > 1 ? commandWords.snapshotsTitle(droplets.length) : commandWords.snapshotTitle(first.name),
        label: commandWords.snapshotName,
        doLabel: commandWords.snapshotDo,
        initial: `${droplets.length > 1 ? 'snapshot' : first.name}-${new Date().toISOString().slice(0, 10)}`,
      };
    case 'resize':
      return {
        title: commandWords.resizeTitle(first.name),
        label: commandWords.resizeSize,
        hint: commandWords.resizeHint,
        doLabel: commandWords.resizeDo,
        initial: '',
        suggestions: sizesOf(all).filter(({ value }) => value !== first.sizeSlug),
      };
    case 'rebuild':
      return {
        title: commandWords.rebuildTitle(first.name),
        label: commandWords.rebuildImage,
        hint: commandWords.rebuildHint,
        doLabel: commandWords.rebuildDo,
        initial: '',
      };
    case 'restore':
      return {
        title: commandWords.restoreTitle(first.name),
        label: commandWords.restoreFrom,
        hint: commandWords.restoreHint,
        doLabel: commandWords.restoreDo,
        initial: String(first.backupIds.at(-1) ?? first.snapshotIds.at(-1) ?? ''),
        isChoice: true,
        suggestions: [
          ...first.backupIds.map((id) => ({ value: String(id), label: commandWords.backup(String(id)) })),
          ...first.snapshotIds.map((id) => ({ value: String(id), label: commandWords.snapshot(String(id)) })),
        ],
      };
    default:
      return null;
  }
};

/** Asks for the one value that an action needs. If the API refuses it, the dialog shows the refusal. */
export const ValueDialog = ({
  type,
  droplets,
  onClose,
}: {
  type: DropletActionType;
  droplets: readonly DropletRow[];
  onClose: () => void;
}) => {
  const all = useRows('droplets');
  const question = questionOf(type, droplets, all);
  const [value, setValue] = useState(question?.initial ?? '');
  const [isDiskResized, setDiskResized] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { run, isBusy } = useCommand();
  const listId = useId();
  useDraft(value !== (question?.initial ?? ''));
  if (!question) return null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const text = value.trim();
    const problem = text === '' ? commandWords.needed : (question.wrong?.(text) ?? null);
    setWrong(problem);
    if (problem !== null) return;
    const command: Command = { kind: 'droplet-action', type, dropletKeys: droplets.map(({ key }) => key), value: text };
    const end = await run(type === 'resize' ? { ...command, isDiskResized } : command, { isFailureShown: true });
    if (end.status === 'failed') setRefused([end.failure.message, end.failure.nextStep].filter(Boolean).join(' '));
    else if (end.status !== 'cancelled') onClose();
  };

  return (
    <Dialog label={question.title} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} className="form">
        <h2 className="large-text">{question.title}</h2>
        {question.isChoice ? (
          <label className="labelled">
            <span className="medium">{question.label}</span>
            <select className="field tall" value={value} data-initial-focus onChange={(event) => setValue(event.target.value)}>
              {question.suggestions?.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <span className="small-text faint field-note">{question.hint}</span>
          </label>
        ) : (
          <Field
            label={question.label}
            hint={question.hint}
            wrong={wrong}
            value={value}
            data-initial-focus
            spellCheck={false}
            autoComplete="off"
            list={question.suggestions ? listId : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
        {question.suggestions && !question.isChoice && (
          <datalist id={listId}>
            {question.suggestions.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </datalist>
        )}
        {type === 'resize' && (
          <Checkbox isChecked={isDiskResized} onChange={setDiskResized}>
            {commandWords.resizeDisk}
          </Checkbox>
        )}
        {refused !== null && (
          <Note tone="danger" icon="alert">
            {refused}
          </Note>
        )}
        <div className="row buttons end">
          <Button onClick={onClose} keys={['Esc']}>
            {commandWords.cancel}
          </Button>
          <Button type="submit" look="primary" isBusy={isBusy}>
            {question.doLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
