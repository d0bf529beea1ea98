import { useEffect, useState } from 'react';
import { Field } from '../../components/controls/field.tsx';
import { useDraft } from '../../hooks/use-draft.ts';

/** A field that saves on Enter or when it loses the focus. It does not save a wrong value and says what is wrong with it. */
export const SavedField = ({
  label,
  value,
  check,
  onSave,
  inputMode,
  placeholder,
  lead,
}: {
  label: string;
  value: string;
  /** Says what is wrong with a text; `null`: nothing. */
  check: (text: string) => string | null;
  onSave: (text: string) => void;
  inputMode?: 'numeric' | 'decimal' | 'text';
  placeholder?: string;
  lead?: string;
}) => {
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => setText(value), [value]);
  useDraft(text !== value);
  const save = () => {
    const next = text.trim();
    const problem = next === value ? null : check(next);
    setWrong(problem);
    if (problem === null && next !== value) onSave(next);
  };
  return (
    <Field
      label={label}
      isLabelHidden
      className="saved-field"
      value={text}
      wrong={wrong}
      inputMode={inputMode}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape' && text !== value) {
          event.stopPropagation();
          setText(value);
          setWrong(null);
        }
      }}
      end={lead === undefined ? undefined : <span className="faint small-text nowrap">{lead}</span>}
    />
  );
};
