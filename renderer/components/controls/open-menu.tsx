import { DropdownMenu as Radix } from 'radix-ui';
import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import { Anchor } from './anchor.ts';
import type { Opening } from './awaited-menu.ts';
import { KeyCaps } from './key-cap.tsx';
import type { MenuEntries, MenuEntry } from './menu-entry.ts';
import { MovableItem } from './movable-item.tsx';
import { overlayElement } from './overlay.ts';

type Choose = (run: () => void) => void;

const Item = ({ entry, choose }: { entry: Extract<MenuEntry, { kind: 'item' }>; choose: Choose }) => {
  const isOff = Boolean(entry.offReason);
  const inner = (
    <>
      {entry.lead ?? (entry.icon && <Icon name={entry.icon} size="sm" />)}
      <span className="grow cut">{entry.label}</span>
      {(entry.offReason ?? entry.detail) && <span className="tiny-text faint nowrap">{entry.offReason ?? entry.detail}</span>}
      {entry.keys && <KeyCaps keys={entry.keys} />}
      {entry.isChecked && <Icon name="check" size="sm" className="tick" />}
    </>
  );
  const className = classNames('menu-item', entry.isHurting && 'hurt', isOff && 'off');
  const onSelect = () => choose(entry.onSelect);
  return entry.isChecked === undefined ? (
    <Radix.Item className={className} disabled={isOff} onSelect={onSelect}>
      {inner}
    </Radix.Item>
  ) : (
    <Radix.CheckboxItem className={className} disabled={isOff} checked={entry.isChecked} onSelect={onSelect}>
      {inner}
    </Radix.CheckboxItem>
  );
};

const Submenu = ({ entry, choose }: { entry: Extract<MenuEntry, { kind: 'sub' }>; choose: Choose }) => (
  <Radix.Sub>
    <Radix.SubTrigger className="menu-item">
      {entry.icon && <Icon name={entry.icon} size="sm" />}
      <span className="grow cut">{entry.label}</span>
      <Icon name="right" size="xs" />
    </Radix.SubTrigger>
    <Radix.Portal container={overlayElement()}>
      <Radix.SubContent className="menu" collisionPadding={8} sideOffset={4}>
        <Entries entries={entry.entries} choose={choose} />
      </Radix.SubContent>
    </Radix.Portal>
  </Radix.Sub>
);

const Heading = ({ entry: { label, keys, keysDo } }: { entry: Extract<MenuEntry, { kind: 'heading' }> }) => (
  <Radix.Label className={keys ? 'caption row' : 'caption'}>
    {keys ? <span className="grow">{label}</span> : label}
    {keys && <KeyCaps keys={keys} />}
    {keysDo}
  </Radix.Label>
);

const Entry = ({ entry, choose }: { entry: MenuEntry; choose: Choose }): ReactNode => {
  switch (entry.kind) {
    case 'separator':
      return <Radix.Separator className="separator" />;
    case 'heading':
      return <Heading entry={entry} />;
    case 'movable':
      return <MovableItem entry={entry} />;
    case 'item':
      return <Item entry={entry} choose={choose} />;
    case 'sub':
      return <Submenu entry={entry} choose={choose} />;
  }
};

/** Labels are unique within a menu. A separator has no label, so its position identifies it. */
const keyOf = (entries: readonly MenuEntry[], index: number): string => {
  const entry = entries[index];
  return entry === undefined || entry.kind === 'separator' ? `after ${index}` : `${entry.kind} ${entry.label}`;
};

const Entries = ({ entries, choose }: { entries: readonly MenuEntry[]; choose: Choose }) =>
  entries.map((entry, index) => <Entry key={keyOf(entries, index)} entry={entry} choose={choose} />);

/** A component of its own, so that costly entries are made only while the menu is open. */
const Filled = ({ entries, choose }: { entries: MenuEntries; choose: Choose }) => (
  <Entries entries={typeof entries === 'function' ? entries() : entries} choose={choose} />
);

/** Keeps the chosen line until the menu is closed and the focus is back, so that a dialog which it opens returns the focus there. */
const useChosen = () => {
  const chosen = useRef<(() => void) | null>(null);
  const choose: Choose = (run) => {
    chosen.current = run;
  };
  const runChosen = () => {
    const run = chosen.current;
    chosen.current = null;
    if (run) queueMicrotask(run);
  };
  return { choose, runChosen };
};

/** Presses keys that were pressed before, each after what the one before it moved. */
const pressAgain = ([key, ...rest]: readonly string[]): void => {
  if (key === undefined) return;
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  setTimeout(() => pressAgain(rest));
};

/** Calls `enter` with the menu once after each opening, when it gets the focus. */
const useEntry = (opening: unknown, enter: (menu: HTMLElement) => void) => {
  const entered = useRef<unknown>(null);
  return ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (target !== currentTarget || entered.current === opening) return;
    entered.current = opening;
    enter(currentTarget);
  };
};

/** The menu of a button, which is drawn elsewhere. */
export const OpenMenu = ({
  opening,
  isOpen,
  onOpenChange,
  triggerId,
  contentId,
  entries,
  align,
  className,
}: {
  opening: Opening;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  triggerId: string;
  contentId: string;
  entries: MenuEntries;
  align: 'start' | 'end';
  className: string | undefined;
}) => {
  const { choose, runChosen } = useChosen();
  const enter = useEntry(opening, (menu) => {
    // Radix would do so itself, had it been there when the key was pressed.
    if (opening.isByKey)
      menu.querySelector<HTMLElement>('[data-radix-collection-item]:not([data-disabled])')?.focus({ preventScroll: true });
    pressAgain(opening.keys);
  });
  return (
    // Not modal: a modal menu locks scrolling with an inline style element, which the page's content security policy forbids.
    <Radix.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <Anchor element={opening.at} />
      </Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content
          id={contentId}
          aria-labelledby={triggerId}
          className={classNames('menu', className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onFocus={enter}
          onCloseAutoFocus={runChosen}
        >
          <Filled entries={entries} choose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

/** An open menu at a point of the window, in CSS pixels. `onClose` gives the focus back before the chosen line runs. */
export const OpenMenuAt = ({
  label,
  at,
  entries,
  keys,
  onClose,
}: {
  label: string;
  at: { x: number; y: number };
  entries: MenuEntries;
  /** Keys that were pressed before it was there. */
  keys: readonly string[];
  onClose: () => void;
}) => {
  const { choose, runChosen } = useChosen();
  const [isOpen, setIsOpen] = useState(true);
  const enter = useEntry(keys, () => pressAgain(keys));
  return (
    <Radix.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>
        <span aria-hidden="true" tabIndex={-1} style={{ position: 'fixed', left: at.x, top: at.y }} />
      </Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content
          className="menu"
          aria-label={label}
          // Beside the point, a long menu moves up until it fits.
          side="right"
          align="start"
          collisionPadding={8}
          onFocus={enter}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClose();
            runChosen();
          }}
        >
          <Filled entries={entries} choose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
