import type { MenuItemConstructorOptions } from 'electron';

export type MenuRole = NonNullable<MenuItemConstructorOptions['role']>;

/** What a role brings, as in Electron's `menu-item-roles`. */
interface RoleFacts {
  label: string;
  accelerator?: string;
  submenu?: (isMac: boolean) => MenuItemConstructorOptions[];
}

const line = { type: 'separator' } as const;

export const menuRoles: Record<MenuRole, RoleFacts> = {
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z' },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z' },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X' },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C' },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V' },
  pasteAndMatchStyle: { label: 'Paste and Match Style', accelerator: 'Shift+CommandOrControl+V' },
  delete: { label: 'Delete' },
  selectAll: { label: 'Select All', accelerator: 'CommandOrControl+A' },
  reload: { label: 'Reload', accelerator: 'CommandOrControl+R' },
  forceReload: { label: 'Force Reload', accelerator: 'Shift+CommandOrControl+R' },
  toggleDevTools: { label: 'Toggle Developer Tools', accelerator: 'Ctrl+Shift+I' },
  resetZoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0' },
  zoomIn: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus' },
  zoomOut: { label: 'Zoom Out', accelerator: 'CommandOrControl+-' },
  toggleSpellChecker: { label: 'Check Spelling While Typing' },
  togglefullscreen: { label: 'Toggle Full Screen', accelerator: 'F11' },
  window: { label: 'Window' },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M' },
  close: { label: 'Close', accelerator: 'CommandOrControl+W' },
  help: { label: 'Help' },
  about: { label: 'About' },
  services: { label: 'Services' },
  hide: { label: 'Hide', accelerator: 'Command+H' },
  hideOthers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q' },
  showSubstitutions: { label: 'Show Substitutions' },
  toggleSmartQuotes: { label: 'Smart Quotes' },
  toggleSmartDashes: { label: 'Smart Dashes' },
  toggleTextReplacement: { label: 'Text Replacement' },
  startSpeaking: { label: 'Start Speaking' },
  stopSpeaking: { label: 'Stop Speaking' },
  zoom: { label: 'Zoom' },
  front: { label: 'Bring All to Front' },
  appMenu: { label: 'Buoy', submenu: () => [{ role: 'about' }, line, { role: 'hide' }, line, { role: 'quit' }] },
  fileMenu: { label: 'File', submenu: (isMac) => [isMac ? { role: 'close' } : { role: 'quit' }] },
  editMenu: {
    label: 'Edit',
    submenu: () => [
      ...[{ role: 'undo' } as const, { role: 'redo' } as const, line],
      ...(['cut', 'copy', 'paste', 'delete', 'selectAll'] as const).map((role) => ({ role })),
    ],
  },
  viewMenu: {
    label: 'View',
    submenu: () => [
      ...(['reload', 'forceReload', 'toggleDevTools'] as const).map((role) => ({ role })),
      ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((role) => ({ role })),
    ],
  },
  shareMenu: { label: 'Share' },
  recentDocuments: { label: 'Open Recent' },
  toggleTabBar: { label: 'Show Tab Bar' },
  selectNextTab: { label: 'Show Next Tab' },
  selectPreviousTab: { label: 'Show Previous Tab' },
  showAllTabs: { label: 'Show All Tabs' },
  mergeAllWindows: { label: 'Merge All Windows' },
  clearRecentDocuments: { label: 'Clear Menu' },
  moveTabToNewWindow: { label: 'Move Tab to New Window' },
  /** There is no `close` in it on macOS, and so no Cmd+W. */
  windowMenu: {
    label: 'Window',
    submenu: (isMac) => [
      { role: 'minimize' },
      { role: 'zoom' },
      ...(isMac ? [line, { role: 'front' } as const] : [{ role: 'close' } as const]),
    ],
  },
};
