import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** Opens a menu to cut, copy and paste by mouse, since Electron brings none. Elsewhere on the page nothing opens. */
export function offerContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    const lines: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', enabled: editFlags.canSelectAll },
        ]
      : selectionText.trim() === ''
        ? []
        : [{ role: 'copy' }];
    if (lines.length > 0) Menu.buildFromTemplate(lines).popup({ window });
  });
}
