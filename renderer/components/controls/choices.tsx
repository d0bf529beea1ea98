import { type ReactNode, useId } from 'react';
import { classNames } from '../class-names.ts';

/** A choice between two to five short words. They are real radio buttons, so the arrow keys work. */
export const Segments = <T extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  className?: string;
}) => {
  const name = useId();
  return (
    <fieldset className={classNames('segments', className)}>
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classNames(option.value === value && 'on')}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
};

export const Checkbox = ({
  isChecked,
  onChange,
  children,
  isMixed = false,
  ...rest
}: {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children?: ReactNode;
  isMixed?: boolean;
  'aria-label'?: string;
  tabIndex?: number;
}) => {
  const id = useId();
  const box = (
    <input
      id={id}
      {...rest}
      type="checkbox"
      className="box"
      checked={isChecked}
      ref={(element) => {
        if (element) element.indeterminate = isMixed && !isChecked;
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
  return children === undefined ? (
    box
  ) : (
    <span className="row check">
      {box}
      <label htmlFor={id}>{children}</label>
    </span>
  );
};

/** A switch for a setting that takes effect at once. */
export const Switch = ({
  isOn,
  onChange,
  label,
  offReason = null,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  label: string;
  offReason?: string | null;
}) => (
  <input
    type="checkbox"
    role="switch"
    aria-checked={isOn}
    className="toggle"
    aria-label={label}
    title={offReason ?? undefined}
    disabled={offReason !== null}
    checked={isOn}
    onChange={(event) => onChange(event.target.checked)}
  />
);
