import { useId, useRef, useState } from 'react';
import type { JobField, JobValues } from '../../preload/contract/job.ts';
import { filesOf, type JobFile, jobFilesAtMost } from '../../preload/contract/job-files.ts';
import { IconButton } from '../components/controls/button.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { readChosenFile } from '../page/read-file.ts';
import { fileWords } from '../words/files.ts';
import { DropPlace, FileButton } from './file-button.tsx';

const mostBytes = jobFilesAtMost.megabytes * 1_000_000;

/** Files of the person: chosen or dropped, each with its size, and taken out again. One that is not taken says why. */
export const JobFiles = ({
  field,
  value,
  wrong,
  onChange,
}: {
  field: Extract<JobField, { kind: 'files' }>;
  value: JobValues[string] | undefined;
  wrong: string | null;
  onChange: (value: JobFile[]) => void;
}) => {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const files = filesOf(value);
  // Reading takes a moment, in which others may be chosen or taken out.
  const latest = useRef(files);
  latest.current = files;
  const add = async (chosen: readonly File[]) => {
    setProblem(null);
    for (const file of chosen) {
      // One of the same name takes its place, as where only one is asked for.
      const kept = () => (field.most === 1 ? [] : latest.current.filter(({ name }) => name !== file.name));
      const room = mostBytes - kept().reduce((sum, { bytes }) => sum + bytes, 0);
      if (kept().length >= field.most) {
        setProblem(fileWords.tooMany(field.most));
        return;
      }
      const reading = file.size === 0 ? { ok: false as const, reason: 'empty' as const } : await readChosenFile(file, room);
      if (reading.ok) {
        latest.current = [...kept(), reading.file];
        onChange(latest.current);
      } else if (reading.reason === 'too-large') setProblem(fileWords.tooLargeTogether(file.name, jobFilesAtMost.megabytes));
      else setProblem(fileWords.problem(reading.reason, file.name, mostBytes));
    }
  };
  const note = problem ?? wrong;
  const hint = field.hint ?? fileWords.bounds(field.most, jobFilesAtMost.megabytes);
  return (
    <fieldset className="labelled job-choices" aria-describedby={`${id}-note`}>
      <legend className="medium">{field.label}</legend>
      <DropPlace className="job-files" onFiles={(chosen) => void add(chosen)}>
        {files.length > 0 && (
          <ul className="job-file-list" aria-label={field.label}>
            {files.map(({ name, bytes }) => (
              <li key={name} className="row">
                <span className="grow job-file-name">{name}</span>
                <span className="faint">{fileWords.size(bytes)}</span>
                <IconButton
                  icon="close"
                  size="small"
                  label={fileWords.takeOut(name)}
                  onClick={() => {
                    setProblem(null);
                    onChange(latest.current.filter((one) => one.name !== name));
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        <div className="row job-files-choose">
          <FileButton
            label={fileWords.choose(field.most)}
            of={field.label}
            takesSeveral={field.most > 1}
            isRequired={field.isRequired && files.length === 0}
            describedBy={`${id}-note`}
            onFiles={(chosen) => void add(chosen)}
          />
          <span className="faint small-text">{fileWords.orDrop(field.most)}</span>
        </div>
      </DropPlace>
      <p
        id={`${id}-note`}
        className={note === null ? 'small-text faint field-note' : 'small-text danger row field-note'}
        role={problem === null ? undefined : 'alert'}
      >
        {note !== null && <Icon name="alert" size="xs" />}
        {note ?? hint}
      </p>
    </fieldset>
  );
};
