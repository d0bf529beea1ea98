import { type KeyboardEvent, useId, useState } from 'react';
import type { JobField, JobValues } from '../../preload/contract/job.ts';
import { classNames } from '../components/class-names.ts';
import { Checkbox } from '../components/controls/choices.tsx';
import { matching } from '../forms/pickers/option.ts';
import { jobWords } from '../words/jobs.ts';
import { textsOf } from './texts-of.ts';

/**
 * Several of those that are offered, as boxes to tick. Where there may be many, what is typed narrows them down: Enter ticks the
 * first of them, as Ctrl Enter does on its way to send.
 */
export const Choices = ({
  field,
  value,
  onChange,
}: {
  field: Extract<JobField, { kind: 'choices' }>;
  value: JobValues[string] | undefined;
  onChange: (value: string[]) => void;
}) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const chosen = textsOf(value);
  const options = field.choices.map((one) => ({ ...one, detail: one.detail ?? '' }));
  const found = matching(options, typed);
  const [first] = typed.trim() === '' ? [] : found;
  const set = (one: string, isOn: boolean) => onChange(isOn ? [...chosen, one] : chosen.filter((other) => other !== one));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    const isSent = event.ctrlKey || event.metaKey;
    if (!isSent || first === undefined) event.preventDefault();
    if (first === undefined) return event.stopPropagation();
    set(first.value, isSent || !chosen.includes(first.value));
    setTyped('');
  };
  const note = typed.trim() !== '' && found.length === 0 ? jobWords.noneAmong(typed) : field.hint;
  return (
    <fieldset className="labelled job-choices" aria-describedby={note === null ? undefined : `${id}-note`}>
      <legend className="medium">{field.label}</legend>
      {field.isSearched && (
        <div className="field tall">
          <input
            type="text"
            aria-label={jobWords.among(field.label)}
            placeholder={jobWords.choose}
            spellCheck={false}
            autoComplete="off"
            required={field.isRequired && chosen.length === 0}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
      )}
      <div className={classNames('job-boxes', field.isSearched && 'many')}>
        {found.map((one) => (
          <div key={one.value} className={one === first ? 'job-box on' : 'job-box'}>
            <Checkbox isChecked={chosen.includes(one.value)} onChange={(isOn) => set(one.value, isOn)}>
              {one.label} {one.detail !== '' && <span className="faint">{one.detail}</span>}
            </Checkbox>
          </div>
        ))}
      </div>
      {note !== null && (
        <p id={`${id}-note`} className="small-text faint field-note">
          {note}
        </p>
      )}
    </fieldset>
  );
};
