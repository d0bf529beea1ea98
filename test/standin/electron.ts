/**
 * What `import ... from 'electron'` gives in main: exactly the names that Buoy uses. Others are absent, as `ipcRenderer` is
 * in the real module, so that a wrong import fails to link.
 */
import { app } from './app.ts';
import { StandinBrowserWindow as BrowserWindow } from './browser-window.ts';
import { clipboard, nativeTheme, net, powerMonitor, screen, shell } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { StandinMenu as Menu } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { StandinNotification as Notification } from './notification.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import { strictModule } from './strict.ts';
import { StandinTray as Tray } from './tray.ts';
import { utilityProcess } from './utility-process.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
};

// biome-ignore lint/style/noDefaultExport: electron-store reads Electron as a default export.
export default strictModule('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
});
