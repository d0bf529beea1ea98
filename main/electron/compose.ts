import { randomBytes } from 'node:crypto';
import { app, session } from 'electron';
import type { MenuDeed } from '../../preload/contract/view.ts';
import { createBuoy } from '../core/buoy.ts';
import type { Log } from '../core/ports.ts';
import { systemClock } from '../host/clock.ts';
import { setApplicationMenu } from './application-menu.ts';
import { openBoundsMemory } from './bounds-memory.ts';
import { createBridge } from './bridge.ts';
import { copyText } from './clipboard.ts';
import { createDeeds } from './deeds.ts';
import { askPlainly, askToConfirm, showFailure, showNote } from './dialogs.ts';
import { denyPermissions } from './guards.ts';
import { createHostCalls } from './host-calls.ts';
import { createHostPorts } from './host-ports.ts';
import type { Places } from './identity.ts';
import { createLoginItem, wasStartedAtLogin } from './login-item.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { createNotifier } from './notifications.ts';
import type { PageHost } from './page-window.ts';
import { createPopover } from './popover.ts';
import { servePages } from './protocol.ts';
import type { Quitting } from './quitting.ts';
import { applySettings } from './settings-effects.ts';
import { findTerminal } from './terminal.ts';
import { createTray } from './tray.ts';
import { createUpdates, loadUpdater } from './updates.ts';

export interface ComposeOptions {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  folder: string;
  places: Places;
  log: Log;
  quitting: Quitting;
}

/** What the entry does with a composed Buoy. */
export interface ElectronBuoy {
  /** Brings the window to the front. */
  show(): void;
  openDemo(): Promise<void>;
  /** Whether the system itself started Buoy at login. */
  wasStartedAtLogin: boolean;
}

/** Puts core and desktop together; ends when the first view stands. Call once, after ready. */
export async function compose({ platform, env, folder, places, log, quitting }: ComposeOptions): Promise<ElectronBuoy> {
  const clock = systemClock;
  const isPackaged = app.isPackaged;
  const quit = () => app.quit();

  const styleNonce = randomBytes(16).toString('base64url');
  servePages(session.defaultSession, { folder: places.renderer, styleNonce });
  denyPermissions(session.defaultSession);

  const bridge = createBridge(log);
  const pages: PageHost = {
    ...{ styleNonce, preload: places.preload, icon: places.appIcon, isPackaged, clock, log },
    isListening: bridge.isListening,
    navigate: (contents, route) => bridge.send(contents, 'navigate', { route }),
  };
  const window = createMainWindow(pages, openBoundsMemory(folder), quitting.isQuitting);
  const popover = createPopover(pages, quitting.isQuitting);

  const notifier = createNotifier({
    ...{ platform, clock, log },
    onOpen: (key) => buoy.openNotice(key),
    onOpenEarlier: () => window.show('#/activity'),
  });
  const ports = createHostPorts({ platform, folder, clock, log, notifier });
  const terminal = findTerminal(platform, env.PATH ?? '');
  const loginItem = createLoginItem({ platform, isPackaged, execPath: process.execPath, env });
  const buoy = createBuoy(ports, {
    version: app.getVersion(),
    platform,
    capabilities: {
      ...{ tray: true, keychain: true, desktopNotices: true, saveDialog: true, quit: true, demo: true },
      startAtLogin: loginItem.isSupported,
      terminal: terminal !== null,
    },
  });
  quitting.stopFirst(async () => {
    await buoy.stop();
    await ports.demo?.stop();
    ports.close();
  }, clock);

  bridge.connect(buoy, createHostCalls({ buoy, window, popover, terminal, quit }));
  buoy.on('navigate', ({ route }) => window.show(route));
  const updates = createUpdates({
    version: app.getVersion(),
    loadUpdater,
    ask: (message, detail, verb) => askPlainly(window.current(), message, detail, verb),
    tell: showNote,
    tellFailure: (message, nextStep) => showFailure({ kind: 'network', message, nextStep }),
    beforeInstall: quitting.begin,
  });
  setApplicationMenu(platform, isPackaged ? () => void updates.checkNow() : null);
  await buoy.start();

  applySettings(buoy, loginItem, log);
  const run = createDeeds({
    ...{ runCommand: buoy.calls.runCommand, copy: copyText, quit, tell: notifier.tell, showFailure },
    showWindow: (route) => window.show(route),
    confirm: (confirmation) => askToConfirm(window.current(), confirmation),
  });
  const tray = createTray(
    {
      ...{ platform, log, iconFolder: places.trayIcons, desktop: env.XDG_CURRENT_DESKTOP ?? '' },
      template: (view) => menuTemplate(view.menu, (deed: MenuDeed) => void run(deed)),
      onClick: (icon) => popover.toggle(icon),
    },
    buoy.tray(),
  );
  buoy.subscribeTray(tray.draw);

  return {
    show: () => window.show(null),
    async openDemo() {
      const opened = await buoy.calls.runCommand({ command: { kind: 'open-demo' } });
      if (!opened.ok) await showFailure(opened.failure);
    },
    wasStartedAtLogin: wasStartedAtLogin(platform),
  };
}
