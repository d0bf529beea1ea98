import type { MenuItemConstructorOptions } from 'electron';
import { isolated } from '../../../preload/contract/isolates.ts';
import type { MenuDeed, MenuNode } from '../../../preload/contract/view.ts';

/** Longest label in characters, because menus do not scroll sideways. */
const longestLabel = 80;

/**
 * The tray's menu in Electron's form. Pure; `onDeed` is called when a line is chosen. The host's own lines come before the
 * line that quits.
 */
export function menuTemplate(
  nodes: readonly MenuNode[],
  onDeed: (deed: MenuDeed) => void,
  hostLines: readonly MenuItemConstructorOptions[] = [],
): MenuItemConstructorOptions[] {
  const items = nodes.map((node) => toItem(node, onDeed));
  const quitAt = nodes.findIndex((node) => node.deed?.kind === 'quit');
  return items.toSpliced(quitAt === -1 ? items.length : quitAt, 0, ...hostLines);
}

function toItem(node: MenuNode, onDeed: (deed: MenuDeed) => void): MenuItemConstructorOptions {
  if (node.type === 'separator') return { type: 'separator' };
  if (node.type === 'heading') return { id: node.id, label: menuLabel(node, ' · '), enabled: false };
  const label = menuLabel(node);
  if (node.children.length > 0) {
    return { id: node.id, label, enabled: node.isEnabled, submenu: menuTemplate(node.children, onDeed) };
  }
  const { deed } = node;
  if (deed === null) return { id: node.id, label, enabled: false };
  return { id: node.id, label, enabled: node.isEnabled, click: () => onDeed(deed) };
}

/**
 * Label and detail on one line. An ampersand would mark a shortcut key, so it is doubled: names come from the API. Control
 * characters would break the line on some desktops.
 */
export function menuLabel(node: Pick<MenuNode, 'label' | 'detail'>, between = '   '): string {
  const text =
    node.detail === null || node.detail === '' ? node.label : `${isolated(node.label)}${between}${isolated(node.detail)}`;
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return cutInMiddle(line).replaceAll('&', '&&');
}

/** The middle is cut out, because the end of a name often tells it from others. */
function cutInMiddle(text: string): string {
  const characters = [...text];
  if (characters.length <= longestLabel) return text;
  const half = Math.floor((longestLabel - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
