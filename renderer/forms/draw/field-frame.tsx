import { type ReactNode, useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { IconButton } from '../../components/controls/button.tsx';
import { Menu, type MenuEntry } from '../../components/controls/menu.tsx';
import { Icon } from '../../components/icons/icon.tsx';
import { formWords } from '../../words/forms.ts';

/** Attributes that connect a control with its label and with the sentence below it. */
export interface ControlIds {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  required?: boolean;
}

/** Label, menu, control, and one sentence below: what is wrong, else the hint. */
export const FieldFrame = ({
  label,
  isRequired,
  isDeprecated = false,
  hint,
  wrong,
  menu,
  isGroup = false,
  className,
  children,
}: {
  label: string;
  isRequired: boolean;
  isDeprecated?: boolean;
  hint?: string | null | undefined;
  wrong: string | null;
  menu: readonly MenuEntry[];
  /** The field has several controls, and the label names them as a group. */
  isGroup?: boolean;
  className?: string | undefined;
  children: (ids: ControlIds) => ReactNode;
}) => {
  const id = useId();
  const note = wrong ?? hint ?? null;
  const text = (
    <>
      {label}
      {!isRequired && <span className="faint op-optional"> · {formWords.optional}</span>}
      {isDeprecated && <span className="tag op-deprecated">{formWords.deprecated}</span>}
    </>
  );
  return (
    <div
      className={classNames('op-field', className)}
      {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
      {...(wrong !== null ? { 'data-wrong': '' } : {})}
    >
      <div className="op-label">
        {isGroup ? (
          <span id={`${id}-label`} className="op-label-text">
            {text}
          </span>
        ) : (
          <label htmlFor={id} className="op-label-text">
            {text}
          </label>
        )}
        {menu.length > 0 && (
          <Menu
            align="end"
            trigger={<IconButton icon="more" size="small" className="op-more" label={formWords.menu(label)} />}
            entries={menu}
          />
        )}
      </div>
      {children({
        id,
        'aria-invalid': wrong !== null || undefined,
        'aria-describedby': note === null ? undefined : `${id}-note`,
      })}
      {wrong !== null ? (
        <FieldProblemNote id={`${id}-note`} text={wrong} />
      ) : (
        note !== null && (
          <p id={`${id}-note`} className="small-text field-note faint">
            {note}
          </p>
        )
      )}
    </div>
  );
};

/** What is wrong with a field, below it. */
export const FieldProblemNote = ({ id, text }: { id?: string; text: string }) => (
  <p id={id} className="small-text field-note danger row">
    <Icon name="alert" size="xs" />
    {text}
  </p>
);
