import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

/** A text field with its label, its hint and one sentence about what is wrong. */
export const Field = ({
  label,
  hint,
  wrong = null,
  icon,
  end,
  isLabelHidden = false,
  className,
  ref,
  ...input
}: Omit<ComponentProps<'input'>, 'className'> & {
  label: string;
  hint?: string | undefined;
  wrong?: string | null;
  icon?: IconName;
  end?: ReactNode;
  isLabelHidden?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}) => {
  const id = useId();
  return (
    <div className={classNames('labelled', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'unseen' : 'medium'}>
        {label}
      </label>
      <div className={classNames('field tall', wrong !== null && 'wrong')}>
        {icon && <Icon name={icon} size="sm" className="faint" />}
        <input
          {...input}
          ref={ref}
          id={id}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong !== null || hint ? `${id}-note` : undefined}
        />
        {end}
      </div>
      {wrong !== null ? (
        <p id={`${id}-note`} className="small-text danger row field-note">
          <Icon name="alert" size="xs" />
          {wrong}
        </p>
      ) : (
        hint && (
          <p id={`${id}-note`} className="small-text faint field-note">
            {hint}
          </p>
        )
      )}
    </div>
  );
};

/** A search field. Esc clears it; Esc in an empty field leaves it. */
export const SearchField = ({
  label,
  placeholder,
  value,
  onChange,
  onLeave,
  clearLabel,
  ref,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** Called on ArrowDown, on Enter, and on Esc in an empty field: the focus should go on to the list. */
  onLeave: () => void;
  clearLabel: string;
  ref?: Ref<HTMLInputElement>;
}) => (
  <div className="field search">
    <Icon name="search" size="sm" className="faint" />
    <input
      ref={ref}
      type="text"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      value={value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          onChange('');
        } else if (
          event.key === 'Escape' ||
          event.key === 'ArrowDown' ||
          (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
        ) {
          event.preventDefault();
          onLeave();
        }
      }}
    />
    {value !== '' && (
      <button type="button" className="bare" aria-label={clearLabel} onClick={() => onChange('')}>
        <Icon name="close" size="xs" />
      </button>
    )}
  </div>
);
