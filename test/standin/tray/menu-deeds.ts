import { app } from '../app.ts';
import { StandinBrowserWindow } from '../windows/browser-window.ts';
import { StandinMenu, type StandinMenuItem } from './menu.ts';

const edits = ['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'];
const zooms: Record<string, number> = { zoomIn: 0.5, zoomOut: -0.5 };

/** Does what an item stands for: its role to the window in front, or its click. False: nothing happened. */
export function runMenuItem(item: StandinMenuItem): boolean {
  if (item.role === undefined) {
    item.click(item, undefined, {});
    return true;
  }
  if (item.role === 'quit') app.quit();
  const window = StandinBrowserWindow.getAllWindows().find((each) => each.isFocused());
  if (window === undefined) return item.role === 'quit';
  const contents = window.webContents;
  if (edits.includes(item.role)) contents.edits.push(item.role);
  else if (item.role === 'close') window.close();
  else if (item.role === 'resetZoom') contents.zoomLevel = 0;
  else if (item.role === 'togglefullscreen') window.setFullScreen(!window.isFullScreen());
  else contents.zoomLevel += zooms[item.role] ?? 0;
  return true;
}

/** A person presses keys, such as `CommandOrControl+W`: only the application's menu knows them. */
export function pressKeys(accelerator: string): boolean {
  const menu = StandinMenu.getApplicationMenu();
  const item = menu === null ? null : findByKeys(menu, accelerator);
  return item !== null && runMenuItem(item);
}

function findByKeys(menu: StandinMenu, accelerator: string): StandinMenuItem | null {
  for (const item of menu.items as StandinMenuItem[]) {
    const found = item.accelerator === accelerator ? item : item.submenu ? findByKeys(item.submenu, accelerator) : null;
    if (found !== null) return found;
  }
  return null;
}
