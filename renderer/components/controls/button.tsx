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
  /** A ring takes the icon's place; clicks are ignored. */
  isBusy?: boolean;
  /** Why it cannot be used now: it stays reachable and says so. `null`: it can. */
  offReason?: string | null;
  children?: ReactNode;
}

/** Off and busy buttons keep the focus and are marked `aria-disabled`, so that their reason can be read. */
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

/** A button that is only an icon: its name is read and shown as tooltip. */
export const IconButton = ({
  label,
  look = 'ghost',
  ...rest
}: Omit<ButtonProps, 'children' | 'aria-label'> & { label: string }) => (
  <Tooltip text={rest.offReason ? null : label}>
    <Button {...rest} look={look} aria-label={label} />
  </Tooltip>
);
