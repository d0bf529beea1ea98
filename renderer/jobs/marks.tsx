import { type KeyboardEvent, useId, useState } from 'react';
import type { JobField, JobValues } from '../../preload/contract/job.ts';
import { Checkbox } from '../components/controls/choices.tsx';
import { Icon } from '../components/icons/icon.tsx';
import { jobWords } from '../words/jobs.ts';
import { textsOf } from './texts-of.ts';

type MarksField = Extract<JobField, { kind: 'marks' }>;

interface Mark {
  name: string;
  detail: string | null;
  /** How many of the things have it now. */
  count: number;
  isNew: boolean;
}

const without = (changes: readonly string[], name: string): string[] => changes.filter((one) => one.slice(1) !== name);

/** What the next press of a mark makes of it: on all, off all, and back to how it is. */
function toggled(changes: readonly string[], { name, count, isNew }: Mark, of: number): string[] {
  const rest = without(changes, name);
  const now = changes.find((one) => one.slice(1) === name)?.[0];
  if (now === undefined) return [...rest, count === of ? `-${name}` : `+${name}`];
  return now === '+' && count > 0 && !isNew ? [...rest, `-${name}`] : rest;
}

/** New marks that were put on, the one that is being typed, then those that are there. */
function marksOf(field: MarksField, changes: readonly string[], typed: string): Mark[] {
  const isFound = (name: string) => name.toLowerCase().includes(typed.toLowerCase());
  const known = field.choices.map(({ value, detail, count }): Mark => ({ name: value, detail, count, isNew: false }));
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  const isFit = typed !== '' && new RegExp(`^(?:${field.pattern.source})$`, 'u').test(typed);
  const made = changes.filter((one) => !names.has(one.slice(1).toLowerCase())).map((one) => one.slice(1));
  const offered = isFit && !names.has(typed.toLowerCase()) && !made.includes(typed) ? [typed] : [];
  const fresh = [...made.filter(isFound), ...offered].map((name): Mark => ({ name, detail: null, count: 0, isNew: true }));
  return [...fresh, ...known.filter(({ name }) => isFound(name))];
}

/**
 * Marks such as tags, each in one of three states: all, some or none of the things have it. What is changed is sent; what stays
 * as it is, is not. Enter takes the first mark of the list.
 */
export const Marks = ({
  field,
  value,
  wrong,
  onChange,
}: {
  field: MarksField;
  value: JobValues[string] | undefined;
  wrong: string | null;
  onChange: (value: JobValues[string]) => void;
}) => {
  const id = useId();
  const [typed, setTyped] = useState('');
  const changes = textsOf(value);
  const marks = marksOf(field, changes, typed.trim());
  const countOf = (sign: string) => changes.filter((one) => one.startsWith(sign)).length;
  const toggle = (mark: Mark) => onChange(toggled(changes, mark, field.of));
  const onKeyDown = (event: KeyboardEvent) => {
    // With Ctrl the form is sent. With an empty field Enter sends it too, once something has changed.
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || (typed.trim() === '' && changes.length > 0)) return;
    event.preventDefault();
    const [first] = typed.trim() === '' ? [] : marks;
    if (!first) return;
    toggle(first);
    setTyped('');
  };
  const note = wrong ?? (marks.length === 0 ? (typed.trim() === '' ? jobWords.noMarks : field.pattern.words) : field.hint);
  return (
    <fieldset className="labelled marks">
      <legend className="unseen">{field.label}</legend>
      <span className="field tall row">
        <Icon name="search" size="sm" className="faint" />
        <input
          id={id}
          className="grow"
          aria-label={jobWords.findMark(field.label)}
          placeholder={jobWords.findMark(field.label)}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </span>
      <ul className="marks-list">
        {marks.map((mark) => {
          const change = changes.find((one) => one.slice(1) === mark.name)?.[0];
          const isOn = change === '+' || (change === undefined && mark.count === field.of);
          return (
            <li key={mark.name} className="row">
              <Checkbox isChecked={isOn} isMixed={change === undefined && mark.count > 0} onChange={() => toggle(mark)}>
                {mark.isNew && <span className="faint">{jobWords.newMark} </span>}
                {mark.name} {mark.detail !== null && <span className="faint small-text">{mark.detail}</span>}
              </Checkbox>
              <span className="grow" />
              <span className="faint small-text tabular nowrap">
                {change === '-'
                  ? jobWords.markWas(mark.count, field.of)
                  : jobWords.markOf(change === '+' ? field.of : mark.count, field.of)}
              </span>
            </li>
          );
        })}
      </ul>
      {changes.length > 0 && (
        <p className="row small-text tabular marks-sum">
          {[jobWords.marksOn(countOf('+')), jobWords.marksOff(countOf('-'))].filter(Boolean).join(' ')}
        </p>
      )}
      {note && (
        <p id={`${id}-note`} className={wrong ? 'small-text danger field-note' : 'small-text faint field-note'}>
          {note}
        </p>
      )}
    </fieldset>
  );
};
