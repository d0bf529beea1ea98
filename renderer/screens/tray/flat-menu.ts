import type { MenuNode } from '../../../preload/contract/view.ts';

/** A line of the tray's page in the order in which it is drawn. */
export interface FlatLine {
  node: MenuNode;
  depth: 0 | 1 | 2;
  /** A submenu that stands open. */
  isOpen: boolean;
}

const isReachable = ({ node }: FlatLine): boolean =>
  node.type === 'item' && (node.deed !== null || node.children.length > 0) && node.isEnabled;

/** The tree with its open submenus, flattened. */
export const flatten = (menu: readonly MenuNode[], openIds: ReadonlySet<string>, depth: 0 | 1 | 2 = 0): FlatLine[] =>
  menu.flatMap((node) => {
    const isOpen = openIds.has(node.id) && node.children.length > 0;
    const below = isOpen && depth < 2 ? flatten(node.children, openIds, depth === 0 ? 1 : 2) : [];
    return [{ node, depth, isOpen }, ...below];
  });

/** The next line that can be reached from one; wraps at either end. `null` without any. */
export const nextReachable = (lines: readonly FlatLine[], fromId: string | null, step: 1 | -1): string | null => {
  const reachable = lines.filter(isReachable);
  if (reachable.length === 0) return null;
  const at = reachable.findIndex(({ node }) => node.id === fromId);
  if (at < 0) return (step === 1 ? reachable[0] : reachable.at(-1))?.node.id ?? null;
  return reachable[(at + step + reachable.length) % reachable.length]?.node.id ?? null;
};

/** First and last line that can be reached. */
export const edgeReachable = (lines: readonly FlatLine[], edge: 'first' | 'last'): string | null =>
  (edge === 'first' ? lines.find(isReachable) : lines.findLast(isReachable))?.node.id ?? null;

/** The submenu that a line stands in. */
export const parentOf = (menu: readonly MenuNode[], id: string): string | null => {
  for (const node of menu) {
    if (node.children.some((child) => child.id === id)) return node.id;
    const deeper = parentOf(node.children, id);
    if (deeper !== null) return deeper;
  }
  return null;
};
