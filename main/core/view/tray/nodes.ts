import type { Command } from '../../../../preload/contract/command.ts';
import type { MenuDeed, MenuNode } from '../../../../preload/contract/view.ts';

type Extras = Partial<Pick<MenuNode, 'detail' | 'icon' | 'children' | 'progress' | 'isEnabled'>>;

const empty = { detail: null, icon: null, isEnabled: true, deed: null, children: [], progress: null };

/** A line that does something when clicked, or opens its children. */
export const item = (id: string, label: string, deed: MenuDeed | null, extras: Extras = {}): MenuNode => ({
  ...empty,
  id,
  type: 'item',
  label,
  deed,
  // A line that neither does nor opens anything is there to be read.
  isEnabled: deed !== null || (extras.children?.length ?? 0) > 0,
  ...extras,
});

/** The name of the lines below it. */
export const heading = (id: string, label: string): MenuNode => ({ ...empty, id, type: 'heading', label, isEnabled: false });

const separator = (id: string): MenuNode => ({ ...empty, id, type: 'separator', label: '', isEnabled: false });

export const does = (command: Command): MenuDeed => ({ kind: 'command', command });
export const goes = (route: string): MenuDeed => ({ kind: 'route', route });
export const copies = (text: string): MenuDeed => ({ kind: 'copy', text });

/** Groups with a line between them; groups without lines leave no trace. `scope` keeps the lines' ids apart. */
export function joined(scope: string, groups: readonly (readonly MenuNode[])[]): MenuNode[] {
  const filled = groups.filter((group) => group.length > 0);
  return filled.flatMap((group, index) => (index === 0 ? group : [separator(`${scope}/line-${index}`), ...group]));
}
