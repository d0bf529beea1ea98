import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { KeyCaps } from './key-cap.tsx';
import { type MovableEntry, MovableItem } from './movable-item.tsx';
import { overlayElement } from './overlay.ts';

/** One line of a menu. */
export type MenuEntry =
  | {
      kind: 'item';
      label: string;
      icon?: IconName;
      lead?: ReactNode;
      detail?: string;
      keys?: readonly string[];
      isHurting?: boolean;
      /** Makes the line one of several that can be chosen; the chosen one has a tick. */
      isChecked?: boolean;
      /** Why it cannot be chosen now, shown in place of the detail. */
      offReason?: string | null;
      onSelect: () => void;
    }
  | { kind: 'sub'; label: string; icon?: IconName; entries: readonly MenuEntry[] }
  | MovableEntry
  /** `keys` are the keys that the lines below listen to; `keysDo` says what they do. */
  | { kind: 'heading'; label: string; keys?: readonly string[]; keysDo?: string }
  | { kind: 'separator' };

/** The lines of a menu, or a function that makes them when the menu is opened. */
export type MenuEntries = readonly MenuEntry[] | (() => readonly MenuEntry[]);
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

/** A menu below its button. The chosen line runs after the focus is back on the button. */
export const Menu = ({
  trigger,
  entries,
  align = 'start',
  className,
}: {
  trigger: ReactElement;
  entries: MenuEntries;
  align?: 'start' | 'end';
  className?: string;
}) => {
  const { choose, runChosen } = useChosen();
  // Drawn anew when it opens: the landmark that it is put into may have come after its button.
  const [isOpen, setIsOpen] = useState(false);
  return (
    // Not modal: a modal menu locks scrolling with an inline style element, which the page's content security policy forbids.
    <Radix.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={overlayElement()}>
        <Radix.Content
          className={classNames('menu', className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={runChosen}
        >
          <Filled entries={entries} choose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

/** An open menu at a point of the window, in CSS pixels. `onClose` gives the focus back before the chosen line runs. */
export const MenuAt = ({
  label,
  at,
  entries,
  onClose,
}: {
  label: string;
  at: { x: number; y: number };
  entries: MenuEntries;
  onClose: () => void;
}) => {
  const { choose, runChosen } = useChosen();
  const [isOpen, setIsOpen] = useState(true);
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
