import { randomBytes } from 'node:crypto';
import { app, session, shell } from 'electron';
import type { Log } from '../core/ports.ts';
import { hostWords } from '../core/words/host.ts';
import { systemClock } from '../host/clock.ts';
import type { FolderLock } from '../host/folder-lock.ts';
import { createCoreHost } from './core-host.ts';
import { createHostCalls } from './host-calls.ts';
import type { Places } from './identity.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Quitting } from './quitting.ts';
import { copyText } from './system/clipboard.ts';
import { openLicences } from './system/licences.ts';
import { wasStartedAtLogin } from './system/login-item.ts';
import { createNotifier } from './system/notifications.ts';
import { applySettings } from './system/settings-effects.ts';
import { watchTrayHost } from './system/tray-host.ts';
import { canUpdateItself, createUpdates, loadUpdater } from './system/updates.ts';
import { createDeeds } from './tray/deeds.ts';
import { startHidden } from './tray/hidden-start.ts';
import { showTray } from './tray/show-tray.ts';
import { setApplicationMenu } from './windows/application-menu.ts';
import { openBoundsMemory } from './windows/bounds-memory.ts';
import { type Bridge, createBridge } from './windows/bridge.ts';
import { createClosing } from './windows/closing.ts';
import { askPlainly, askToConfirm, showFailure, showNote } from './windows/dialogs.ts';
import { denyPermissions } from './windows/guards.ts';
import { createMainWindow, type MainWindow } from './windows/main-window.ts';
import type { PageHost } from './windows/page-window.ts';
import { createPopover } from './windows/popover.ts';
import { servePages } from './windows/protocol.ts';

export interface ComposeOptions {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The folder of Buoy's files. */
  folder: string;
  places: Places;
  log: Log;
  logPath: string;
  quitting: Quitting;
  launch: Pick<LaunchOptions, 'isKeychainUsed' | 'baseUrl'>;
  /** Given up when everything is written. */
  lock: FolderLock;
}

/** What the entry may do with a composed Buoy. */
export interface ElectronBuoy {
  /** Brings the window to the front. */
  show(): void;
  /** Stays in the tray, without a window, where the desktop has a tray. */
  stayHidden(): void;
  openDemo(): Promise<void>;
  /** Whether the system itself started Buoy at login. */
  wasStartedAtLogin: boolean;
}

const clock = systemClock;
const quit = () => app.quit();
/** The list of notices, where each still has its buttons. */
const noticesRoute = '#/activity/notices';

/** Composes the core and everything of the desktop. Resolves when the first view is published. Call it once, after ready. */
export async function compose({
  platform,
  env,
  folder,
  places,
  log,
  logPath,
  quitting,
  launch,
  lock,
}: ComposeOptions): Promise<ElectronBuoy> {
  const bridge = createBridge(log);
  const pages = openPages(platform, places, bridge, log);
  const window = createMainWindow({
    host: pages,
    memory: openBoundsMemory(folder),
    isQuitting: quitting.isQuitting,
    onClose: (closing) => closeWindow(closing),
  });
  const popover = createPopover(pages, quitting.isQuitting);

  const notifier = createNotifier({
    platform,
    clock,
    log,
    notices: () => buoy.notices(),
    onOpen: (key) => buoy.openNotice(key),
    onPress: (key, index) => void pressNotice(key, index),
    onOpenEarlier: () => window.show(noticesRoute),
    onPressUnknown() {
      window.show(noticesRoute);
      notifier.tell(hostWords.noticeGone);
    },
  });
  const desktop = env.XDG_CURRENT_DESKTOP ?? '';
  const trayHost = watchTrayHost({ platform, env, clock, log });
  const { buoy, loginItem, terminal, stop } = createCoreHost({
    platform,
    desktop,
    env,
    folder,
    clock,
    log,
    notifier,
    tray: trayHost,
    isKeychainUsed: launch.isKeychainUsed,
    baseUrl: launch.baseUrl,
  });
  const closeWindow = createClosing({ buoy, quit });
  quitting.stopFirst(async () => {
    lock.leave();
    trayHost.close();
    const failures = await stop();
    lock.release();
    return failures;
  }, clock);
  const { runCommand, openJob, runJob } = buoy.calls;
  const run = createDeeds({
    runCommand,
    openJob,
    runJob,
    copy: copyText,
    showWindow: (route) => window.show(route),
    quit,
    confirm: (confirmation) => askToConfirm(window.current(), confirmation),
    tell: notifier.tell,
    showFailure,
  });

  /** A button on the desktop does what a line of the tray does, and asks like it. */
  async function pressNotice(key: string, index: number): Promise<void> {
    const deed = await buoy.pressNotice(key, index);
    if (deed !== null) return run(deed);
    buoy.openNotice(key);
    notifier.tell(hostWords.noticeOver);
  }
  bridge.connect(buoy, createHostCalls({ buoy, window, popover, terminal, quit }));
  buoy.on('navigate', ({ route }) => window.show(route));
  const onCheckForUpdates = canUpdateItself({ platform, env, resources: process.resourcesPath })
    ? createCheckForUpdates(window, quitting)
    : null;
  setApplicationMenu({
    platform,
    onCheckForUpdates,
    onShowLog: () => shell.showItemInFolder(logPath),
    async onShowLicences() {
      if (!(await openLicences(places.root, folder))) await showFailure(hostWords.licencesNotOpened());
    },
  });

  await buoy.start();
  notifier.hearEarlier();
  applySettings({ buoy, loginItem, log, tell: notifier.tell });
  showTray({
    platform,
    desktop,
    log,
    clock,
    buoy,
    host: trayHost,
    window,
    popover,
    run,
    iconFolder: places.trayIcons,
    onCheckForUpdates,
  });

  return {
    show: () => window.show(null),
    stayHidden: () => void startHidden({ host: trayHost, buoy, clock, showWindow: () => window.show(null) }),
    async openDemo() {
      const opened = await buoy.calls.runCommand({ command: { kind: 'open-demo' } });
      if (!opened.ok) await showFailure(opened.failure);
    },
    wasStartedAtLogin: wasStartedAtLogin(platform),
  };
}

/** Makes the page's address work, and returns what windows need to know about it. */
function openPages(platform: NodeJS.Platform, places: Places, bridge: Bridge, log: Log): PageHost {
  const styleNonce = randomBytes(16).toString('base64url');
  servePages(session.defaultSession, { folder: places.renderer, styleNonce });
  denyPermissions(session.defaultSession);
  return {
    platform,
    styleNonce,
    clock,
    log,
    preload: places.preload,
    icon: places.appIcon,
    isPackaged: app.isPackaged,
    isListening: bridge.isListening,
    navigate: (contents, route) => bridge.send(contents, 'navigate', { route }),
  };
}

function createCheckForUpdates(window: MainWindow, quitting: Quitting): () => void {
  const updates = createUpdates({
    version: app.getVersion(),
    loadUpdater,
    ask: (message, detail, verb) => askPlainly(window.current(), message, detail, verb),
    tell: showNote,
    tellFailure: (message, nextStep) => showFailure({ kind: 'network', message, nextStep }),
    // On the taskbar, in the Dock or on the launcher.
    showProgress: (fraction) => window.current()?.setProgressBar(fraction ?? -1),
    onInstallFailed: quitting.stay,
  });
  return () => void updates.checkNow();
}
