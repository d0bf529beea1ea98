/** A small Electron program for tests of the stand-in itself: one window, one call, one event. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';

const folder = import.meta.dirname;
const preload =
  process.argv.find((arg) => arg.startsWith('--preload='))?.slice('--preload='.length) ?? join(folder, 'preload.cjs');
const types: Record<string, string> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
app.on('window-all-closed', () => {});
app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
});

ipcMain.handle('echo', (_event, value: unknown) => value);
ipcMain.handle('fail', () => {
  throw new RangeError('too far');
});
ipcMain.handle('frame', (event) => event.senderFrame?.origin);
ipcMain.handle('never', () => new Promise(() => {}));

void app.whenReady().then(() => {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.protocol.handle('app', async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const body = await readFile(join(folder, 'page', name)).catch(() => null);
    return new Response(body, {
      status: body === null ? 404 : 200,
      headers: {
        'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      },
    });
  });
  const window = new BrowserWindow({
    show: false,
    width: 640,
    height: 480,
    webPreferences: { preload, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  ipcMain.on('ready', (event) => event.sender.send('greet', { at: new Date(0), list: [1, undefined, 2n] }));
  void window.loadURL('app://bundle/index.html#/here');
});
