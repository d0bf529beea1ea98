import { classNames } from '../../components/class-names.ts';
import type { ControlIds } from './field-frame.tsx';

/** A value written as JSON. What is wrong with it is told below, with line and column. */
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
        // Tab must go on to the next field; two spaces are at hand with Ctrl ].
        if (event.key !== ']' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        const { selectionStart, selectionEnd } = event.currentTarget;
        event.currentTarget.setRangeText('  ', selectionStart, selectionEnd, 'end');
        onChange(event.currentTarget.value);
      }}
    />
  </div>
);
