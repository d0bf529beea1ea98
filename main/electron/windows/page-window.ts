import { BrowserWindow, type BrowserWindowConstructorOptions, type WebContents } from 'electron';
import { styleNonceArgument } from '../../../preload/contract/style-nonce.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { pageUrl } from '../identity.ts';
import { offerContextMenu } from './context-menu.ts';
import { createCrashBudget } from './crash-budget.ts';
import { askWhenUnresponsive } from './unresponsive.ts';

/** What every window with Buoy's page needs. */
export interface PageHost {
  platform: NodeJS.Platform;
  preload: string;
  styleNonce: string;
  icon: string;
  isPackaged: boolean;
  clock: Clock;
  log: Log;
  /** Whether the page has asked for the view and so wants events. */
  isListening(contents: WebContents): boolean;
  /** Tells a page that wants events to go to a route. */
  navigate(contents: WebContents, route: string): void;
}

/**
 * The window is shown at the latest this long after its page has loaded: on Wayland `ready-to-show` may never come
 * (electron#48859).
 */
const showAfterLoadMs = 500;

/**
 * Makes a hidden window at `route`. It loads the page again after a crash, within limits; callers drop their reference on
 * `closed`.
 */
export function openPageWindow(host: PageHost, route: string, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    icon: host.icon,
    webPreferences: {
      preload: host.preload,
      additionalArguments: [styleNonceArgument(host.styleNonce)],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Dictionaries would be downloaded from a third party.
      spellcheck: false,
      devTools: !host.isPackaged,
    },
  });
  recoverFromCrashes(window, host);
  askWhenUnresponsive(window, host.log);
  offerContextMenu(window);
  window.webContents.on('preload-error', (_event, _path, error) => host.log.warn(`The page's bridge failed: ${error.message}`));
  load(window, host, route);
  return window;
}

/** Brings the page to `route`: through its router once it wants events, before that through its address. */
export function goTo(window: BrowserWindow, host: PageHost, route: string): void {
  if (host.isListening(window.webContents)) host.navigate(window.webContents, route);
  else load(window, host, route);
}

/** Calls `show` once, when the page has painted or should have. */
export function whenPainted(window: BrowserWindow, clock: Clock, show: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone || window.isDestroyed()) return;
    isDone = true;
    show();
  };
  window.once('ready-to-show', once);
  window.webContents.once('did-finish-load', () => clock.after(showAfterLoadMs, once));
}

function load(window: BrowserWindow, host: PageHost, route: string): void {
  window.loadURL(`${pageUrl}${route}`).catch((error: unknown) => {
    // Ignored when a later load or the end of the window interrupts this one. Any other failure is logged.
    if (window.isDestroyed() || codeOf(error) === 'ERR_ABORTED') return;
    host.log.warn(`The page did not load: ${codeOf(error)}`);
  });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}

function recoverFromCrashes(window: BrowserWindow, host: PageHost): void {
  const budget = createCrashBudget();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    host.log.warn(`A page ended: ${reason}`);
    if (budget.mayRecover(host.clock.now())) window.webContents.reload();
    else window.destroy();
  });
}
