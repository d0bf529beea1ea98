import type { ReactNode } from 'react';
import type { MenuEntry } from '../../components/controls/menu.tsx';
import { type ControlIds, FieldFrame } from './field-frame.tsx';
import { fieldMenu } from './field-menu.ts';
import { type FieldProps, useProblem } from './form-context.ts';

/** The frame of one field of a form: its label, what else can be done with it, and what is wrong with it. */
export const FormField = ({
  field,
  wrong,
  menu,
  ...frame
}: {
  field: FieldProps;
  /** In place of what is wrong with the field itself. */
  wrong?: string | null | undefined;
  /** In place of the field's own. */
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
