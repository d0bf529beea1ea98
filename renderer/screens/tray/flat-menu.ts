import type { MenuNode } from '../../../preload/contract/view.ts';

/** A line of the tray's page, in the order in which lines are drawn. */
export interface FlatLine {
  node: MenuNode;
  depth: 0 | 1 | 2;
  /** Its submenu is open. */
  isOpen: boolean;
}

const isReachable = ({ node }: FlatLine): boolean =>
  node.type === 'item' && (node.deed !== null || node.children.length > 0) && node.isEnabled;

/** The menu as lines, with the lines of open submenus below theirs. */
export const flatten = (menu: readonly MenuNode[], openIds: ReadonlySet<string>, depth: 0 | 1 | 2 = 0): FlatLine[] =>
  menu.flatMap((node) => {
    const isOpen = openIds.has(node.id) && node.children.length > 0;
    const below = isOpen && depth < 2 ? flatten(node.children, openIds, depth === 0 ? 1 : 2) : [];
    return [{ node, depth, isOpen }, ...below];
  });

/** Id of the next line that the cursor can reach. Wraps around at either end; `null` if there is none. */
export const nextReachable = (lines: readonly FlatLine[], fromId: string | null, step: 1 | -1): string | null => {
  const reachable = lines.filter(isReachable);
  if (reachable.length === 0) return null;
  const at = reachable.findIndex(({ node }) => node.id === fromId);
  if (at < 0) return (step === 1 ? reachable[0] : reachable.at(-1))?.node.id ?? null;
  return reachable[(at + step + reachable.length) % reachable.length]?.node.id ?? null;
};

/** Id of the first or last line that the cursor can reach; `null` if there is none. */
export const edgeReachable = (lines: readonly FlatLine[], edge: 'first' | 'last'): string | null =>
  (edge === 'first' ? lines.find(isReachable) : lines.findLast(isReachable))?.node.id ?? null;

/** Id of the line whose submenu contains a line; `null` at the top level. */
export const parentOf = (menu: readonly MenuNode[], id: string): string | null => {
  for (const node of menu) {
    if (node.children.some((child) => child.id === id)) return node.id;
    const deeper = parentOf(node.children, id);
    if (deeper !== null) return deeper;
  }
  return null;
};
