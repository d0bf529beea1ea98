import { useId, useState } from 'react';
import type { JobField } from '../../preload/contract/job.ts';
import { classNames } from '../components/class-names.ts';
import { readChosenText } from '../page/read-file.ts';
import { fileWords } from '../words/files.ts';
import { DropPlace, FileButton } from './file-button.tsx';

/** A text of several lines, which may come out of a file: chosen by the button beside it, or dropped on it. */
export const LongText = ({
  field,
  text,
  wrong,
  onChange,
}: {
  field: Extract<JobField, { kind: 'text' }>;
  text: string;
  wrong: string | null;
  onChange: (text: string) => void;
}) => {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const { fromFile } = field;
  const read = async ([file]: readonly File[]) => {
    if (!file || !fromFile) return;
    const reading = await readChosenText(file, fromFile.mostBytes);
    setProblem(reading.ok ? null : fileWords.problem(reading.reason, file.name, fromFile.mostBytes));
    if (reading.ok) onChange(reading.file);
  };
  const fault = problem ?? wrong;
  const note = fault ?? field.hint;
  const area = (
    <div className={fault ? 'field op-long wrong' : 'field op-long'}>
      <textarea
        id={id}
        className={classNames('mono', field.isSecret && text !== '' && 'op-covered')}
        rows={6}
        required={field.isRequired}
        spellCheck={false}
        aria-invalid={fault !== null || undefined}
        aria-describedby={note === null ? undefined : `${id}-note`}
        value={text}
        onChange={(event) => {
          setProblem(null);
          onChange(event.target.value);
        }}
      />
    </div>
  );
  return (
    <div className="labelled">
      <div className="row job-long-head">
        <label className="medium grow" htmlFor={id}>
          {field.label}
        </label>
        {fromFile && (
          <FileButton
            label={fileWords.choose(1)}
            of={field.label}
            endings={fromFile.endings}
            onFiles={(files) => void read(files)}
          />
        )}
      </div>
      {fromFile ? <DropPlace onFiles={(files) => void read(files)}>{area}</DropPlace> : area}
      {note !== null && (
        <p
          id={`${id}-note`}
          className={fault ? 'small-text danger field-note' : 'small-text faint field-note'}
          role={problem === null ? undefined : 'alert'}
        >
          {note}
        </p>
      )}
    </div>
  );
};
