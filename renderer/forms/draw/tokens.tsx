import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { formWords } from '../../words/forms.ts';
import { onlyNamed, optionOf, type PickerOption } from '../pickers/option.ts';
import { ComboBox, ComboList, type ComboState, useCombo } from './combo.tsx';
import type { ControlIds } from './field-frame.tsx';
import type { Typed } from './use-unknown.ts';

export interface Token {
  key: number;
  text: string;
  isWrong: boolean;
}

/**
 * Simple values one after another. Enter or a comma adds what was typed; Backspace in an empty field removes the last one. If only
 * existing things are taken, Enter takes the first match, and what names none of them stays as it was typed.
 */
export const Tokens = ({
  ids,
  label,
  tokens,
  options,
  state,
  isSplitAtComma,
  takesText,
  onAdd,
  onPick,
  onRemove,
  onOpen,
  onTyped,
}: {
  ids: ControlIds;
  label: string;
  tokens: readonly Token[];
  options: readonly PickerOption[];
  state: ComboState;
  /** `false` if the values themselves may contain commas. */
  isSplitAtComma: boolean;
  takesText: boolean;
  onAdd: (texts: string[]) => void;
  onPick: (options: readonly PickerOption[]) => void;
  onRemove: (key: number) => void;
  onOpen: () => void;
  onTyped: (typed: Typed) => void;
}) => {
  const [typed, setTyped] = useState('');
  const write = (text: string, isLeft: boolean) => {
    setTyped(text);
    onTyped({ text, isLeft });
  };
  const rest = options.filter((option) => !tokens.some((token) => token.text === String(option.value)));
  const combo = useCombo({
    options: rest,
    typed,
    isFirstTaken: !takesText,
    onOpen,
    onPick: (option) => {
      write('', true);
      onPick([option]);
    },
  });
  const add = () => {
    const parts = (isSplitAtComma ? typed.split(',') : [typed]).map((part) => part.trim()).filter((part) => part !== '');
    addAll(parts);
  };
  const addAll = (parts: readonly string[]) => {
    if (takesText) {
      write('', true);
      if (parts.length > 0) onAdd([...parts]);
      return;
    }
    const named = parts.map((part) => ({ part, option: onlyNamed(rest, part) }));
    write(named.flatMap(({ part, option }) => (option ? [] : [part])).join(', '), true);
    const found = named.flatMap(({ option }) => option ?? []);
    if (found.length > 0) onPick(found);
  };
  const last = tokens.at(-1);
  return (
    <ComboBox combo={combo} onLeave={add}>
      <div className={classNames('field tall op-tokens', ids['aria-invalid'] && 'wrong')}>
        {tokens.map((token) => {
          const known = optionOf(options, token.text);
          return (
            <span
              key={token.key}
              className={classNames('chip set op-token', token.isWrong && 'wrong')}
              title={known ? token.text : undefined}
            >
              <span className="cut">{known?.label ?? (token.text === '' ? formWords.isEmpty : token.text)}</span>
              <button
                type="button"
                className="bare"
                aria-label={formWords.removeOf(known?.label ?? token.text)}
                onClick={() => onRemove(token.key)}
              >
                <Icon name="close" size="xs" />
              </button>
            </span>
          );
        })}
        <input
          {...ids}
          {...combo.inputProps}
          placeholder={formWords.add}
          value={typed}
          onChange={(event) => {
            write(event.target.value, false);
            combo.open();
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!text.includes('\n')) return;
            event.preventDefault();
            addAll(
              text
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== ''),
            );
          }}
          onKeyDown={(event) => {
            if (combo.onKeyDown(event)) return;
            const isEnd = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
            if ((isEnd || (event.key === ',' && isSplitAtComma)) && typed.trim() !== '') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && typed === '' && last) onRemove(last.key);
          }}
        />
      </div>
      <ComboList combo={combo} label={label} state={state} />
    </ComboBox>
  );
};
