import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import type { PickerOption } from '../pickers/option.ts';
import { onlyNamed, optionOf } from '../pickers/option.ts';
import { ComboBox, ComboList, type ComboState, useCombo } from './combo.tsx';
import type { ControlIds } from './field-frame.tsx';
import type { Typed } from './use-unknown.ts';

/**
 * A text field that offers existing things. Enter takes the first match, as Ctrl Enter does on its way to send, and leaving the field takes the one that was typed by its
 * name, unless the field takes any text. While it has no focus, it shows the
 * thing's name beside the value that is sent.
 */
export const PickedText = ({
  ids,
  label,
  text,
  placeholder,
  options,
  takesText,
  state,
  isMono = false,
  onType,
  onPick,
  onOpen,
  onTyped,
}: {
  ids: ControlIds;
  label: string;
  text: string;
  placeholder: string | undefined;
  options: readonly PickerOption[];
  takesText: boolean;
  state: ComboState;
  isMono?: boolean;
  onType: (text: string) => void;
  onPick: (option: PickerOption) => void;
  onOpen: () => void;
  onTyped?: (typed: Typed) => void;
}) => {
  const [isActive, setActive] = useState(false);
  const [isTyping, setTyping] = useState(false);
  // Until the person types, the list shows everything and not just what matches the current value.
  const combo = useCombo({
    options,
    typed: isTyping ? text : '',
    isFirstTaken: !takesText,
    onPick: (option) => {
      setTyping(false);
      onTyped?.({ text: '', isLeft: true });
      onPick(option);
    },
    onOpen,
  });
  const known = text === '' ? undefined : optionOf(options, text);
  const isNamed = !isActive && known !== undefined && known.label !== text;
  return (
    <ComboBox
      combo={combo}
      onLeave={() => {
        setActive(false);
        if (!isTyping) return;
        setTyping(false);
        const named = takesText ? undefined : onlyNamed(options, text);
        if (named) combo.pick(named);
        else onTyped?.({ text, isLeft: true });
      }}
    >
      <div className={classNames('field tall', ids['aria-invalid'] && 'wrong')}>
        {isNamed && (
          <span className="op-named" aria-hidden="true">
            <span className="cut">{known.label}</span>
            <span className="faint cut">{known.detail.includes(text) ? known.detail : text}</span>
          </span>
        )}
        <input
          {...ids}
          {...combo.inputProps}
          className={classNames(isNamed && 'op-behind', isMono && 'mono')}
          placeholder={placeholder}
          value={text}
          onFocus={(event) => {
            setActive(true);
            // What is typed then takes the place of what was chosen.
            if (!takesText) event.target.select();
          }}
          onChange={(event) => {
            setTyping(true);
            combo.open();
            onType(event.target.value);
            onTyped?.({ text: event.target.value, isLeft: false });
          }}
          onKeyDown={(event) => combo.onKeyDown(event)}
        />
        <Icon name="up-down" size="xs" className="faint" />
      </div>
      <ComboList combo={combo} label={label} state={state} />
    </ComboBox>
  );
};
