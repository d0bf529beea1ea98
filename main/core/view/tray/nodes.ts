import type { Command } from '../../../../preload/contract/command.ts';
import type { MenuDeed, MenuNode } from '../../../../preload/contract/view.ts';

type Extras = Partial<Pick<MenuNode, 'detail' | 'children' | 'isEnabled'>>;

const empty = { detail: null, isEnabled: true, deed: null, children: [] };

/** A line that does something when clicked, or opens its children. Ids must be unique within the menu. */
export const item = (id: string, label: string, deed: MenuDeed | null, extras: Extras = {}): MenuNode => ({
  ...empty,
  id,
  type: 'item',
  label,
  deed,
  // A line that does nothing and opens nothing is only there to be read, so it is greyed out.
  isEnabled: deed !== null || (extras.children?.length ?? 0) > 0,
  ...extras,
});

/** A heading over the lines that follow it. */
export const heading = (id: string, label: string, detail: string | null = null): MenuNode => ({
  ...empty,
  id,
  type: 'heading',
  label,
  detail,
  isEnabled: false,
});

const separator = (id: string): MenuNode => ({ ...empty, id, type: 'separator', label: '', isEnabled: false });

/** What a click on a line does: run a command, show a place in the window, or copy a text. */
export const does = (command: Command): MenuDeed => ({ kind: 'command', command });
export const goes = (route: string): MenuDeed => ({ kind: 'route', route });
export const copies = (text: string): MenuDeed => ({ kind: 'copy', text });

/** Joins groups of lines with separators. Empty groups are left out. `scope` makes the separators' ids unique. */
export function joined(scope: string, groups: readonly (readonly MenuNode[])[]): MenuNode[] {
  const filled = groups.filter((group) => group.length > 0);
  return filled.flatMap((group, index) => (index === 0 ? group : [separator(`${scope}/line-${index}`), ...group]));
}
