import type { ReactNode } from 'react';
import type { IconName } from '../icons/icon.tsx';

/** A menu line that a person can tick and move among its neighbours. The menu stays open meanwhile. */
export interface MovableEntry {
  kind: 'movable';
  label: string;
  detail?: string | undefined;
  isChecked: boolean;
  /** `null`: the tick cannot be changed. */
  onToggle: (() => void) | null;
  /** A person moves the line with its two buttons, or with ← and → while it has the focus. */
  moves: readonly { step: -1 | 1; label: string; isOff: boolean; onMove: () => void }[];
}

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
