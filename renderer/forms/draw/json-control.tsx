import { classNames } from '../../components/class-names.ts';
import type { ControlIds } from './field-frame.tsx';

/** Edits a value as JSON. The sentence below says what is wrong, with line and column. */
export const JsonControl = ({
  ids,
  label,
  text,
  onChange,
  isTall = false,
}: {
  ids: Partial<ControlIds>;
  label?: string;
  text: string;
  onChange: (text: string) => void;
  isTall?: boolean;
}) => (
  <div className={classNames('field tall op-long op-json', ids['aria-invalid'] && 'wrong', isTall && 'op-tall')}>
    <textarea
      {...ids}
      aria-label={label}
      className="mono"
      rows={isTall ? 14 : Math.min(10, Math.max(2, text.split('\n').length))}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        // Tab must move on to the next field, so Ctrl+] inserts two spaces instead.
        if (event.key !== ']' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        const { selectionStart, selectionEnd } = event.currentTarget;
        event.currentTarget.setRangeText('  ', selectionStart, selectionEnd, 'end');
        onChange(event.currentTarget.value);
      }}
    />
  </div>
);
