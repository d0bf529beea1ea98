import { useId, useState } from 'react';
import type { JobField, JobValues } from '../../preload/contract/job.ts';
import { Checkbox, Segments } from '../components/controls/choices.tsx';
import { Field } from '../components/controls/field.tsx';
import { PickedText } from '../forms/draw/picked-text.tsx';
import { matching, optionOf, type PickerOption } from '../forms/pickers/option.ts';
import { jobWords } from '../words/jobs.ts';
import { Choices } from './job-choices.tsx';
import { JobFiles } from './job-files.tsx';
import { LongText } from './long-text.tsx';
import { Marks } from './marks.tsx';
import { Table } from './table/job-table.tsx';

type Value = JobValues[string];
type FieldOf<K extends JobField['kind']> = Extract<JobField, { kind: K }>;

interface Drawn<K extends JobField['kind']> {
  field: FieldOf<K>;
  value: Value | undefined;
  /** What is wrong with it; `null`: nothing is known to be. */
  wrong: string | null;
  onChange: (value: Value) => void;
}

/** So few choices stand side by side, if their labels are no longer than that together: the dialog is as wide as a phone. */
const segmentsAtMost = 4;
const lettersAtMost = 48;

const noteLook = (wrong: string | null): string => `small-text ${wrong === null ? 'faint' : 'danger'} field-note`;

const Choice = ({ field, value, wrong, onChange }: Drawn<'choice'>) => {
  const id = useId();
  const options = field.choices.map((one): PickerOption => ({ ...one, detail: one.detail ?? '' }));
  const chosen = optionOf(options, value as string);
  const [text, setText] = useState(chosen?.label ?? '');
  const letters = field.choices.reduce((sum, { label }) => sum + label.length, 0);
  const isShort =
    field.choices.length <= segmentsAtMost && letters <= lettersAtMost && field.choices.every(({ detail }) => detail === null);
  const isUnknown = text !== '' && value === null && matching(options, text).length === 0;
  const unknown = isUnknown ? jobWords.none(field.label, text) : null;
  const note = wrong ?? unknown ?? field.hint ?? (field.choices.length === 0 ? jobWords.noChoices : null);
  if (isShort && field.choices.length > 1)
    return (
      <div className="labelled">
        <span className="medium">{field.label}</span>
        <Segments
          label={field.label}
          options={field.choices}
          value={(value as string | null) ?? ''}
          onChange={(next) => onChange(next)}
        />
        {note && <p className={noteLook(wrong)}>{note}</p>}
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the field inside.
    <div
      className="labelled"
      onKeyDown={(event) => {
        // What is called like nothing is not sent.
        if (isUnknown && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
      }}
    >
      <label className="medium" htmlFor={id}>
        {field.label}
      </label>
      <PickedText
        ids={{
          id,
          required: field.isRequired,
          'aria-invalid': wrong !== null || undefined,
          'aria-describedby': note ? `${id}-note` : undefined,
        }}
        label={field.label}
        text={text}
        placeholder={jobWords.choose}
        options={options}
        takesText={false}
        state={{
          isLoading: false,
          loadingText: '',
          note: null,
          retry: null,
        }}
        onType={(typed) => {
          setText(typed);
          onChange(null);
        }}
        onPick={(option) => {
          setText(option.label);
          onChange(String(option.value));
        }}
        onOpen={() => {}}
      />
      {note && (
        <p id={`${id}-note`} className={noteLook(wrong)}>
          {note}
        </p>
      )}
    </div>
  );
};

const NumberField = ({ field, value, wrong, onChange }: Drawn<'number'>) => (
  <Field
    label={jobWords.unit(field.label, field.unit)}
    hint={[field.hint, jobWords.range(field.minimum, field.maximum, field.unit)].filter(Boolean).join(' ')}
    wrong={wrong}
    type="number"
    inputMode="decimal"
    min={field.minimum}
    max={field.maximum}
    step={field.step}
    required={field.isRequired}
    value={typeof value === 'number' ? value : ''}
    onFocus={(event) => event.target.select()}
    onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
  />
);

const TextField = ({ field, value, wrong, onChange }: Drawn<'text'>) => {
  const text = typeof value === 'string' ? value : '';
  return field.isLong ? (
    <LongText field={field} text={text} wrong={wrong} onChange={onChange} />
  ) : (
    <Field
      label={field.label}
      hint={field.hint ?? undefined}
      wrong={wrong}
      type={field.isSecret ? 'password' : 'text'}
      required={field.isRequired}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

const One = ({ field, ...drawn }: Omit<Drawn<JobField['kind']>, 'field'> & { field: JobField }) => {
  switch (field.kind) {
    case 'choice':
      return <Choice field={field} {...drawn} />;
    case 'choices':
      return <Choices field={field} {...drawn} />;
    case 'marks':
      return <Marks field={field} {...drawn} />;
    case 'text':
      return <TextField field={field} {...drawn} />;
    case 'files':
      return <JobFiles field={field} {...drawn} />;
    case 'number':
      return <NumberField field={field} {...drawn} />;
    case 'table':
      return <Table field={field} {...drawn} />;
    case 'tick':
      return (
        <Checkbox isChecked={drawn.value === true} onChange={drawn.onChange}>
          {field.label} {field.hint !== null && <span className="faint">{field.hint}</span>}
        </Checkbox>
      );
  }
};

/** Those that belong to the choices that are made. A field that is not shown makes no choice either. */
function shownFields(fields: readonly JobField[], values: JobValues): readonly JobField[] {
  const shown = new Set<string>();
  return fields.filter(({ name, shownIf }) => {
    const isShown = shownIf === null || (shown.has(shownIf.field) && shownIf.values.includes(String(values[shownIf.field])));
    if (isShown) shown.add(name);
    return isShown;
  });
}

/** The fields of a job. Those that belong to another choice than the one made are not shown. */
export const JobFields = ({
  fields,
  values,
  wrong,
  onChange,
}: {
  fields: readonly JobField[];
  values: JobValues;
  /** The field at fault, and what is wrong with it. */
  wrong: { name: string; message: string } | null;
  onChange: (name: string, value: Value) => void;
}) =>
  shownFields(fields, values).map((field) => (
    <div key={field.name} data-field={field.name}>
      <One
        field={field}
        value={values[field.name]}
        wrong={wrong?.name === field.name ? wrong.message : null}
        onChange={(value) => onChange(field.name, value)}
      />
    </div>
  ));
