import { DropdownMenu as Radix } from 'radix-ui';
import { type KeyboardEvent, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import type { MovableEntry } from './menu-entry.ts';

const stepOf: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };

/** The two buttons are for the pointer. With the keyboard, ↑ and ↓ go from line to line, and ← and → move the line. */
export const MovableItem = ({ entry: { label, detail, isChecked, onToggle, moves } }: { entry: MovableEntry }) => {
  const line = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves.find(({ step }) => step === stepOf[event.key]);
    if (!move) return;
    event.preventDefault();
    if (!move.isOff) move.onMove();
  };
  const onSelect = (event: Event) => {
    event.preventDefault();
    onToggle?.();
  };
  return (
    <Radix.Group className="movable" aria-label={label}>
      <Radix.CheckboxItem
        ref={line}
        className={classNames('menu-item', onToggle === null && 'off')}
        checked={isChecked}
        textValue={label}
        aria-keyshortcuts="ArrowLeft ArrowRight"
        onSelect={onSelect}
        onKeyDown={onKeyDown}
      >
        <span className="tick-place">{isChecked && <Icon name="check" size="sm" className="tick" />}</span>
        <span className="grow cut">{label}</span>
        {detail !== undefined && <span className="tiny-text faint nowrap">{detail}</span>}
      </Radix.CheckboxItem>
      {moves.map(({ step, label: moveLabel, isOff, onMove }) => (
        <button
          key={step}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="move"
          aria-label={moveLabel}
          aria-disabled={isOff || undefined}
          // Keeps the focus on the line itself, so that a person sees where it went and its keys still work.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            line.current?.focus();
            if (!isOff) onMove();
          }}
        >
          <Icon name={step === -1 ? 'left' : 'right'} size="xs" />
        </button>
      ))}
    </Radix.Group>
  );
};
