import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';

/** Shown in place of rows: a title, up to two lines of text, something to copy, and at most two buttons. */
export const EmptyState = ({
  icon,
  isDanger = false,
  title,
  children,
  copyable,
  buttons,
}: {
  icon: IconName;
  isDanger?: boolean;
  title: string;
  children?: ReactNode;
  copyable?: ReactNode;
  buttons?: ReactNode;
}) => (
  <div className="empty">
    <span className={isDanger ? 'danger' : 'faint'}>
      <Icon name={icon} size="huge" />
    </span>
    <h2 className="large-text">{title}</h2>
    {children && <p className="faint">{children}</p>}
    {copyable}
    {buttons && <div className="row buttons">{buttons}</div>}
  </div>
);
