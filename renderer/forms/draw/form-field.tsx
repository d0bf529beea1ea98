import type { ReactNode } from 'react';
import type { MenuEntry } from '../../components/controls/menu.tsx';
import { type ControlIds, FieldFrame } from './field-frame.tsx';
import { fieldMenu } from './field-menu.ts';
import { type FieldProps, useProblem } from './form-context.ts';

/** The frame of one field: its label, its menu, and what is wrong with it. */
export const FormField = ({
  field,
  wrong,
  menu,
  ...frame
}: {
  field: FieldProps;
  /** Replaces the field's own problem; `null` shows none. */
  wrong?: string | null | undefined;
  /** Replaces the field's own menu. */
  menu?: readonly MenuEntry[] | undefined;
  hint?: string | null;
  isGroup?: boolean;
  className?: string | undefined;
  children: (ids: ControlIds) => ReactNode;
}) => {
  const own = useProblem(field.pointer);
  return (
    <FieldFrame
      label={field.label}
      isRequired={field.isRequired}
      isDeprecated={field.isDeprecated ?? false}
      wrong={wrong === undefined ? own : wrong}
      menu={menu ?? fieldMenu(field)}
      {...frame}
    />
  );
};
