import '../styles/forms.css';
import '../styles/jobs.css';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome, Prepared } from '../../preload/contract/failure.ts';
import type { JobForm, JobResult, JobValues } from '../../preload/contract/job.ts';
import { Button } from '../components/controls/button.tsx';
import { Field } from '../components/controls/field.tsx';
import { Dialog } from '../components/dialogs/dialog.tsx';
import { Note } from '../components/feedback/note.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { usePage } from '../page/page.ts';
import { commandWords } from '../words/commands.ts';
import { jobWords } from '../words/jobs.ts';
import { distance } from './arrange.ts';
import { ChangeLines } from './change-lines.tsx';
import { focusField, focusFirst } from './focus-field.ts';
import { JobAnswer } from './job-answer.tsx';
import { JobEffect, JobPrice, JobSteps, Leftovers } from './job-effect.tsx';
import { JobFields } from './job-fields.tsx';
import { meanwhileLines } from './meanwhile-lines.ts';
import { rebasedValues } from './rebased-values.ts';
import { useWeight } from './use-weight.ts';

/** Asked in place of the buttons, because what was typed would be lost. */
const LeaveQuestion = ({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) => (
  <Note tone="plain" icon="info" lead={jobWords.leave}>
    <span className="row buttons">
      <Button size="small" onClick={onLeave} ref={(button) => button?.focus()}>
        {jobWords.throwAway}
      </Button>
      <Button size="small" look="ghost" onClick={onStay}>
        {jobWords.goOn}
      </Button>
    </span>
  </Note>
);

/**
 * What a job asks, and the question before it, in one: what it does, its values, what those change, and the button that runs it. A
 * failure is said where it belongs, and what was typed stays.
 */
export const JobDialog = ({
  form: given,
  about,
  allFields,
  keepLabel = jobWords.keepIt,
  onRun,
  onReopen,
  onResume,
  onClose,
}: {
  form: JobForm;
  /** What it is about, where that is more than the title says. */
  about?: ReactNode;
  /** Leads to what it does not ask. */
  allFields?: ReactNode;
  /** On the button that leaves everything as it is. */
  keepLabel?: string;
  onRun: (form: JobForm, values: JobValues, typed?: string) => Promise<Outcome<unknown>>;
  /** Opens it on what is there now. Absent: it cannot be. */
  onReopen?: () => Promise<Outcome<JobForm>>;
  onResume: (prepared: Prepared) => void;
  onClose: () => void;
}) => {
  const { commands } = usePage();
  const [form, setForm] = useState(given);
  const [values, setValues] = useState<JobValues>(() => Object.fromEntries(form.fields.map(({ name, value }) => [name, value])));
  // The keys that send may have chosen something in the same moment.
  const latest = useRef(values);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  /** It was to be sent without the name that has to be typed. */
  const [isNameless, setNameless] = useState(false);
  const nameRef = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const isOpen = useRef(true);
  const { weight, ask } = useWeight(form, values);
  useEffect(() => {
    isOpen.current = true;
    focusFirst(formRef.current, form.fields);
    return () => {
      isOpen.current = false;
    };
  }, [form.fields]);
  const level = weight?.level ?? form.level;
  const { steps } = weight ?? form;
  const isDestructive = level === 'destructive';
  const typeToConfirm = weight ? weight.typeToConfirm : form.typeToConfirm;
  const isTyped = typeToConfirm === null || typed === typeToConfirm;
  const fieldAtFault = form.fields.find(({ name }) => name === failure?.field);
  const fail = (next: Failure) => {
    setFailure(next);
    if (next.field !== undefined) focusField(formRef.current, next.field);
  };
  /** What somebody else changed comes into the form, and what the person changed stays. */
  const renew = async (next: Failure): Promise<Failure> => {
    const { changes, goOn } = next;
    if (!changes || goOn || !onReopen) return next;
    const newer = await onReopen();
    if (!newer.ok) return next;
    latest.current = rebasedValues(form, latest.current, newer.value);
    setValues(latest.current);
    setForm(newer.value);
    return { ...next, nextStep: jobWords.sendAgain };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!isTyped) {
      setNameless(true);
      nameRef.current?.focus();
      return;
    }
    setBusy(true);
    setAnswer(null);
    if (form.fields.length > 0) {
      // What was typed last may do more than what is shown: then that is shown first.
      const weighed = await ask(latest.current);
      if (weighed.ok && distance[weighed.value.level] > distance[level]) return setBusy(false);
    }
    const outcome = await onRun(form, latest.current, typeToConfirm === null ? undefined : typed);
    if (!isOpen.current) {
      if (!outcome.ok) commands.tell(outcome.failure);
      return;
    }
    const next = outcome.ok ? null : await renew(outcome.failure);
    setBusy(false);
    if (next) fail(next);
    else if (outcome.ok && form.isAnswered) {
      setAnswer((outcome.value as JobResult).answer ?? '');
      setTouched(false);
    }
  };
  const [typeLead, typeEnd] = commandWords.typeToGoOn;
  return (
    <Dialog
      label={form.title}
      onClose={() => (isLeaving || !isTouched ? (isLeaving ? setLeaving(false) : onClose()) : setLeaving(true))}
      className={form.fields.some(({ kind }) => kind === 'table') ? 'job-dialog table-dialog' : 'job-dialog'}
    >
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
        {about}
        {form.lines.map((line) => (
          <p key={line} className="quiet">
            {line}
          </p>
        ))}
        <JobFields
          key={form.id}
          fields={form.fields}
          values={values}
          wrong={fieldAtFault && failure ? { name: fieldAtFault.name, message: failure.message } : null}
          onChange={(name, value) => {
            setFailure(null);
            setTouched(true);
            latest.current = { ...latest.current, [name]: value };
            setValues(latest.current);
          }}
        />
        <Leftovers form={form} />
        {steps && <JobSteps steps={steps} />}
        {weight && <JobEffect weight={weight} />}
        {form.hasPrice && <JobPrice weight={weight} ask={() => ask(latest.current, true)} onFailure={fail} />}
        {form.isAnswered && <JobAnswer id={form.id} isBusy={isBusy} whole={answer} />}
        {typeToConfirm !== null && (
          <Field
            label={`${typeLead}${typeToConfirm}${typeEnd}`}
            value={typed}
            ref={nameRef}
            wrong={isNameless && !isTyped ? jobWords.typeName(typeToConfirm) : null}
            required
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setTouched(true);
              setTyped(event.target.value);
            }}
          />
        )}
        {failure !== null && !fieldAtFault && (
          <Note tone={failure.changes ? 'warn' : 'danger'} icon="alert" lead={failure.message}>
            {failure.changes && <ChangeLines label={jobWords.changedMeanwhile} lines={meanwhileLines(failure.changes)} />}
            {failure.nextStep}
          </Note>
        )}
        {isLeaving ? (
          <LeaveQuestion onLeave={onClose} onStay={() => setLeaving(false)} />
        ) : (
          <div className="row buttons end">
            {allFields}
            <Button onClick={onClose} keys={['Esc']} data-initial-focus={form.fields.length === 0 && isTyped ? true : undefined}>
              {isDestructive ? keepLabel : answer === null ? jobWords.cancel : jobWords.close}
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
        )}
      </form>
    </Dialog>
  );
};
