/**
 * What `import ... from 'electron'` gives in main: exactly the names that Buoy uses. Others are missing, as `ipcRenderer` is
 * in the real module, so that a wrong import fails when modules are linked.
 */
import { app, autoUpdater } from './app.ts';
import {
  StandinClipboardItem as ClipboardItem,
  clipboard,
  nativeTheme,
  net,
  powerMonitor,
  screen,
  shell,
} from './desktop/desktop.ts';
import { dialog } from './desktop/dialog.ts';
import { StandinNotification as Notification } from './desktop/notification.ts';
import { ipcMain } from './ipc/ipc-main.ts';
import { utilityProcess } from './ipc/utility-process.ts';
import { protocol } from './session/protocol.ts';
import { session } from './session/session.ts';
import { strictModule } from './strict.ts';
import { StandinMenu as Menu } from './tray/menu.ts';
import { nativeImage } from './tray/native-image.ts';
import { StandinTray as Tray } from './tray/tray.ts';
import { StandinBrowserWindow as BrowserWindow } from './windows/browser-window.ts';

export {
  app,
  autoUpdater,
  BrowserWindow,
  ClipboardItem,
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

// biome-ignore lint/style/noDefaultExport: libraries that are no modules read Electron as a whole.
export default strictModule('electron', {
  app,
  autoUpdater,
  BrowserWindow,
  ClipboardItem,
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
