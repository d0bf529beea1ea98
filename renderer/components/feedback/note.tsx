import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

export type NoteTone = 'plain' | 'accent' | 'warn' | 'danger';

/** A box with one message: a bold lead, one sentence and at most one thing to do. `isStrip` draws it across the view. */
export const Note = ({
  tone = 'plain',
  icon,
  lead,
  children,
  act,
  isStrip = false,
}: {
  tone?: NoteTone;
  icon: IconName;
  lead?: string;
  children?: ReactNode;
  act?: ReactNode;
  isStrip?: boolean;
}) => (
  <div className={classNames('note', tone !== 'plain' && tone, isStrip && 'strip')}>
    <Icon name={icon} size="sm" />
    <span className="grow">
      {lead !== undefined && <span className="medium">{lead}</span>} {children}
    </span>
    {act}
  </div>
);
