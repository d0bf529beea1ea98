import '../styles/forms.css';
import '../styles/jobs.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome, Prepared } from '../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobValues } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { Field } from '../components/controls/field.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { Note } from '../components/feedback/note.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { commandWords } from '../words/commands.ts';
import { jobWords } from '../words/jobs.ts';
import { JobFields } from './job-fields.tsx';

const Leftovers = ({ form }: { form: JobForm }) => {
  const groups = [
    { head: commandWords.goesAway, of: form.goes },
    { head: commandWords.staysFree, of: form.stays },
  ].filter(({ of }) => of.length > 0);
  if (groups.length === 0) return null;
  return (
    <div className="leave">
      {groups.map(({ head, of }) => (
        <div key={head} className="leave-line">
          <span className="faint nowrap">{head}</span>
          <ul className="grow right">
            {of.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

/**
 * What a job asks, and the question before it, in one: what it does, its values, and the button that runs it. A failure is said
 * where it belongs, and what was typed stays.
 */
export const JobDialog = ({
  form,
  onRun,
  onResume,
  onClose,
}: {
  form: JobForm;
  onRun: (form: JobForm, values: JobValues, typed?: string) => Promise<Outcome<JobResult>>;
  onResume: (prepared: Prepared) => void;
  onClose: () => void;
}) => {
  const [values, setValues] = useState<JobValues>(() => Object.fromEntries(form.fields.map(({ name, value }) => [name, value])));
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    // Once the dialog is open: the first field that is empty, else the first one.
    const fields = [...(formRef.current?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
    return () => {
      isOpen.current = false;
    };
  }, []);
  const isDestructive = form.level === 'destructive';
  const isTyped = form.typeToConfirm === null || typed === form.typeToConfirm;
  const isOfField = failure?.field !== undefined && form.fields.some(({ name }) => name === failure.field);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !isTyped) return;
    setBusy(true);
    const outcome = await onRun(form, values, form.typeToConfirm === null ? undefined : typed);
    if (!isOpen.current) return;
    setBusy(false);
    if (!outcome.ok) setFailure(outcome.failure);
  };
  const [typeLead, typeEnd] = commandWords.typeToGoOn;
  return (
    <Dialog label={form.title} onClose={onClose} className="job-dialog">
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
        }}
      >
        <h2 className="large-text row title">
          {isDestructive && <Icon name="trash" className="danger" />}
          {form.title}
        </h2>
        {form.lines.map((line) => (
          <p key={line} className="quiet">
            {line}
          </p>
        ))}
        <JobFields
          fields={form.fields}
          values={values}
          wrong={isOfField && failure?.field ? { name: failure.field, message: failure.message } : null}
          onChange={(name, value) => {
            setFailure(null);
            setValues((before) => ({ ...before, [name]: value }));
          }}
        />
        <Leftovers form={form} />
        {form.typeToConfirm !== null && (
          <Field
            label={`${typeLead}${form.typeToConfirm}${typeEnd}`}
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {failure !== null && !isOfField && (
          <Note tone="danger" icon="alert" lead={failure.message}>
            {failure.nextStep}
          </Note>
        )}
        <div className="row buttons end">
          <Button onClick={onClose} keys={['Esc']} data-initial-focus={form.fields.length === 0 && isTyped ? true : undefined}>
            {isDestructive ? jobWords.keepIt : jobWords.cancel}
          </Button>
          {/* What is left of it has buttons of its own: it cannot be sent once more as a whole. */}
          {failure?.goOn?.map((prepared, at) => (
            <Button key={prepared.id} look={at === 0 ? 'primary' : 'plain'} onClick={() => onResume(prepared)}>
              {prepared.label}
            </Button>
          ))}
          {!failure?.goOn && (
            <Button
              type="submit"
              look={isDestructive ? (isTyped ? 'red' : 'plain') : 'primary'}
              className={isTyped ? undefined : 'off'}
              aria-disabled={!isTyped || undefined}
              isBusy={isBusy}
            >
              {form.submitLabel}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
};
