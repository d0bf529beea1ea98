import { useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icons/icon.tsx';
import { formWords } from '../../words/forms.ts';
import { optionOf, type PickerOption } from '../pickers/option.ts';
import { ComboBox, ComboList, type ComboState, useCombo } from './combo.tsx';
import type { ControlIds } from './field-frame.tsx';

export interface Token {
  key: number;
  text: string;
  isWrong: boolean;
}

/** Simple values one after another. Enter or a comma adds what was typed; Backspace in an empty field removes the last one. */
export const Tokens = ({
  ids,
  label,
  tokens,
  options,
  state,
  isSplitAtComma,
  onAdd,
  onPick,
  onRemove,
  onOpen,
}: {
  ids: ControlIds;
  label: string;
  tokens: readonly Token[];
  options: readonly PickerOption[];
  state: ComboState;
  /** `false` if the values themselves may contain commas. */
  isSplitAtComma: boolean;
  onAdd: (texts: string[]) => void;
  onPick: (option: PickerOption) => void;
  onRemove: (key: number) => void;
  onOpen: () => void;
}) => {
  const [typed, setTyped] = useState('');
  const rest = options.filter((option) => !tokens.some((token) => token.text === String(option.value)));
  const combo = useCombo({
    options: rest,
    typed,
    onOpen,
    onPick: (option) => {
      setTyped('');
      onPick(option);
    },
  });
  const add = () => {
    const parts = (isSplitAtComma ? typed.split(',') : [typed]).map((part) => part.trim()).filter((part) => part !== '');
    setTyped('');
    if (parts.length > 0) onAdd(parts);
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
            setTyped(event.target.value);
            combo.open();
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!text.includes('\n')) return;
            event.preventDefault();
            onAdd(
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
