import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { StatusGlyph } from '../icons/status-glyph.tsx';
import { KeyCaps } from './key-cap.tsx';
import { Tooltip } from './tooltip.tsx';

type Look = 'plain' | 'primary' | 'red' | 'ghost';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: Look;
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  keys?: readonly string[];
  /** Shows a spinner in place of the icon and ignores clicks. */
  isBusy?: boolean;
  /** Why the button cannot be used now. It stays reachable by keyboard and shows the reason. `null`: it can be used. */
  offReason?: string | null;
  children?: ReactNode;
}

/** Disabled and busy buttons keep the focus and are marked `aria-disabled`, so that a person can read the reason. */
export const Button = ({
  look = 'plain',
  size = 'normal',
  icon,
  keys,
  isBusy = false,
  offReason = null,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => {
  const isOff = offReason !== null;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff || isBusy) return event.preventDefault();
    onClick?.(event);
  };
  return (
    <Tooltip text={offReason}>
      <button
        type="button"
        {...rest}
        onClick={press}
        aria-disabled={isOff || isBusy || rest['aria-disabled'] || undefined}
        aria-busy={isBusy || undefined}
        className={classNames(
          'btn',
          look !== 'plain' && look,
          size !== 'normal' && size,
          children === undefined && 'icon',
          isOff && 'off',
          className,
        )}
      >
        {isBusy ? (
          <StatusGlyph name="running" className="in-btn" />
        ) : (
          icon && <Icon name={icon} size={size === 'small' ? 'sm' : 'md'} />
        )}
        {children}
        {keys && <KeyCaps keys={keys} />}
      </button>
    </Tooltip>
  );
};

/** A button that shows only an icon. Screen readers read its label, and the tooltip shows it. */
export const IconButton = ({
  label,
  look = 'ghost',
  ...rest
}: Omit<ButtonProps, 'children' | 'aria-label'> & { label: string }) => (
  <Tooltip text={rest.offReason ? null : label}>
    <Button {...rest} look={look} aria-label={label} />
  </Tooltip>
);
