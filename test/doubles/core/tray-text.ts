import type { MenuNode, TrayView } from '../../../preload/contract/view.ts';

/** The tray as a person reads it, line by line. Submenus are indented, and lines that cannot be clicked are in brackets. */
export function trayText(tray: TrayView): string[] {
  return [`${tray.title} | ${tray.subtitle}`, ...tray.menu.flatMap((node) => lines(node, ''))];
}

function lines(node: MenuNode, indent: string): string[] {
  if (node.type === 'separator') return [`${indent}---`];
  const text = node.detail === null ? node.label : `${node.label} · ${node.detail}`;
  const own = node.type === 'heading' ? `${indent}# ${text}` : `${indent}${node.isEnabled ? text : `(${text})`}`;
  return [own, ...node.children.flatMap((child) => lines(child, `${indent}  `))];
}

/** Every node, including those of submenus. */
export const allNodes = (nodes: readonly MenuNode[]): MenuNode[] => nodes.flatMap((node) => [node, ...allNodes(node.children)]);
