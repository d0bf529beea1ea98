import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { StatusGlyph } from '../../components/icons/status-glyph.tsx';
import { matching, type PickerOption } from '../pickers/option.ts';

/** What the list below a field says besides its options. */
export interface ComboState {
  isLoading: boolean;
  loadingText: string;
  /** A sentence in the list: the options failed to load, or another field must be chosen first. `null`: none. */
  note: string | null;
  retry: { label: string; run: () => void } | null;
}

/** The list shows at most this many options. A person types more to see the others. */
const mostShown = 80;

/** List and keys of a field that offers values, for single values and for lists of values. */
export function useCombo({
  options,
  typed,
  isFirstTaken,
  onPick,
  onOpen,
}: {
  options: readonly PickerOption[];
  typed: string;
  /** Enter takes the first match of what was typed, which is highlighted. Otherwise it keeps the text until an arrow chose. */
  isFirstTaken: boolean;
  onPick: (option: PickerOption) => void;
  onOpen: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [cursor, setCursor] = useState(-1);
  const listId = useId();
  const shown = isOpen ? matching(options, typed).slice(0, mostShown) : [];
  const start = isFirstTaken && typed.trim() !== '' ? 0 : -1;
  const current = Math.min(Math.max(cursor, start), shown.length - 1);
  const open = () => {
    if (isOpen) return;
    setOpen(true);
    setCursor(-1);
    onOpen();
  };
  const close = () => setOpen(false);
  const pick = (option: PickerOption) => {
    onPick(option);
    setCursor(-1);
    close();
  };
  /** Returns `true` if it used the key. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const option = shown[current];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) open();
      else if (shown.length > 0) {
        const by = event.key === 'ArrowDown' ? 1 : -1;
        setCursor((current + by + shown.length + (current < 0 && by < 0 ? 1 : 0)) % shown.length);
      }
    } else if (event.key === 'Enter' && isOpen && option) {
      pick(option);
      // These keys send: what is highlighted is taken on the way.
      if (event.ctrlKey || event.metaKey) return false;
    } else if (event.key === 'Escape' && isOpen) close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const inputProps = {
    role: 'combobox' as const,
    type: 'text',
    spellCheck: false,
    autoComplete: 'off',
    'aria-autocomplete': 'list' as const,
    // Without a match there is no list that could be named.
    'aria-expanded': shown.length > 0,
    'aria-controls': shown.length > 0 ? listId : undefined,
    'aria-activedescendant': current >= 0 ? `${listId}-${current}` : undefined,
    onClick: open,
  };
  return { isOpen, shown, current, listId, open, close, pick, onKeyDown, inputProps, setCursor };
}

export type Combo = ReturnType<typeof useCombo>;

/** The list of options below its field. */
export const ComboList = ({ combo, label, state }: { combo: Combo; label: string; state: ComboState }) => {
  if (!combo.isOpen) return null;
  // The field itself says that nothing is called so.
  const hasNothing = combo.shown.length === 0 && state.note === null && !state.isLoading;
  if (hasNothing) return null;
  return (
    <div className="menu op-combo">
      {combo.shown.length > 0 && <Options combo={combo} label={label} />}
      {state.isLoading && combo.shown.length === 0 && (
        <p className="small-text faint row op-combo-note" role="status">
          <StatusGlyph name="running" className="tiny" />
          {state.loadingText}
        </p>
      )}
      {state.note !== null && !state.isLoading && (
        <div className="small-text faint row op-combo-note">
          <span className="grow">{state.note}</span>
          {state.retry && (
            <button type="button" className="link" onMouseDown={(event) => event.preventDefault()} onClick={state.retry.run}>
              {state.retry.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
};

/** The options with their places in the list, one after the other, those of a group together. */
function runsOf(shown: readonly PickerOption[]): { group: string | undefined; options: [PickerOption, number][] }[] {
  const runs: { group: string | undefined; options: [PickerOption, number][] }[] = [];
  for (const [index, option] of shown.entries()) {
    const last = runs.at(-1);
    if (last && last.group === option.group) last.options.push([option, index]);
    else runs.push({ group: option.group, options: [[option, index]] });
  }
  return runs;
}

const Options = ({ combo, label }: { combo: Combo; label: string }) => {
  useEffect(() => {
    document.getElementById(`${combo.listId}-${combo.current}`)?.scrollIntoView({ block: 'nearest' });
  }, [combo.listId, combo.current]);
  return (
    <div id={combo.listId} role="listbox" aria-label={label} className="op-combo-list">
      {runsOf(combo.shown).map(({ group, options }) => {
        const drawn = options.map(([option, index]) => <Option key={`${option.value}`} {...{ combo, option, index }} />);
        if (group === undefined) return drawn;
        return (
          <div key={`${options[0]?.[1]}`} role="group" aria-label={group}>
            <div className="small-text faint op-combo-group" aria-hidden="true">
              {group}
            </div>
            {drawn}
          </div>
        );
      })}
    </div>
  );
};

const Option = ({ combo, option, index }: { combo: Combo; option: PickerOption; index: number }) => (
  // The field keeps the focus and handles the keys, so an option needs no key handler.
  // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
  <div
    id={`${combo.listId}-${index}`}
    role="option"
    tabIndex={-1}
    aria-selected={index === combo.current}
    title={`${option.value}` === option.label ? undefined : `${option.value}`}
    className={classNames('menu-item', index === combo.current && 'on')}
    onMouseDown={(event) => event.preventDefault()}
    onMouseMove={() => combo.setCursor(index)}
    onClick={() => combo.pick(option)}
  >
    <span className="cut">{option.label}</span>
    <span className="grow" />
    {option.detail !== '' && <span className="small-text faint tabular nowrap">{option.detail}</span>}
  </div>
);

/** Closes the list when the focus leaves both the field and the list. */
export const ComboBox = ({
  combo,
  onLeave,
  boxRef,
  children,
}: {
  combo: Combo;
  onLeave?: () => void;
  boxRef?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) => (
  <div
    ref={boxRef}
    role="none"
    className="op-combo-box"
    onBlur={(event) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      combo.close();
      onLeave?.();
    }}
  >
    {children}
  </div>
);
