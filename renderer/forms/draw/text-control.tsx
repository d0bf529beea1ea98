import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { formWords } from '../../words/forms.ts';
import type { ControlIds } from './field-frame.tsx';

/** A text field: one line, several lines, or hidden characters. */
export const TextControl = ({
  ids,
  text,
  placeholder,
  isLong,
  isSecret,
  inputMode,
  onChange,
}: {
  ids: ControlIds;
  text: string;
  placeholder: string | undefined;
  isLong: boolean;
  isSecret: boolean;
  inputMode?: 'decimal' | 'numeric' | undefined;
  onChange: (text: string) => void;
}) => {
  const [isShown, setShown] = useState(false);
  const isCovered = isSecret && !isShown;
  const shared = {
    ...ids,
    placeholder,
    value: text,
    spellCheck: false,
    autoComplete: isSecret ? 'new-password' : 'off',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={classNames('field tall', isLong && 'op-long', ids['aria-invalid'] && 'wrong')}>
      {isLong || text.includes('\n') ? (
        <textarea {...shared} rows={3} className={classNames('mono', isCovered && text !== '' && 'op-covered')} />
      ) : (
        <input {...shared} type={isCovered ? 'password' : 'text'} inputMode={inputMode} />
      )}
      {isSecret && text !== '' && (
        <button type="button" className="bare small-text link" onClick={() => setShown(!isShown)} aria-pressed={isShown}>
          {isShown ? formWords.hide : formWords.show}
        </button>
      )}
    </div>
  );
};
