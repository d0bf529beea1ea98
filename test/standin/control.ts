import { app, autoUpdater, ending, loginItemSets } from './app.ts';
import { desktop, nativeTheme, powerMonitor } from './desktop/desktop.ts';
import { openDialogs, shownErrorBoxes } from './desktop/dialog.ts';
import { dockLog } from './desktop/dock.ts';
import {
  activateEarlierToast,
  endNotification,
  notificationCentre,
  pressButton,
  shownNotifications,
} from './desktop/notification.ts';
import { currentSession, session } from './session/session.ts';
import { createEvent } from './strict.ts';
import { hasDefaultMenu, StandinMenu, type StandinMenuItem, shownContextMenu } from './tray/menu.ts';
import { pressKeys, runMenuItem } from './tray/menu-deeds.ts';
import { chooseMenuItem, currentTray } from './tray/tray.ts';
import { setTrayPlace } from './tray/tray-place.ts';
import { StandinBrowserWindow } from './windows/browser-window.ts';
import { world } from './world.ts';

/** A line of a menu as a person reads it. */
export interface ShownLine {
  label: string;
  type: string;
  isEnabled: boolean;
  lines: ShownLine[];
}

export interface ShownTray {
  icon: string;
  isTemplate: boolean;
  toolTip: string;
  title: string;
  menusSet: number;
  /** The desktop shows the icon. */
  isSeen: boolean;
}

function tray() {
  const standing = currentTray();
  if (standing === null) throw new Error('There is no tray');
  if (!standing.isSeen) throw new Error('The desktop shows no tray icon');
  return standing;
}

function windowById(id: number): StandinBrowserWindow {
  const window = StandinBrowserWindow.getAllWindows().find((each) => each.id === id);
  if (window === undefined) throw new Error(`There is no window ${id}`);
  return window;
}

const readLines = (menu: StandinMenu): ShownLine[] =>
  (menu.items as StandinMenuItem[]).map((item) => ({
    label: item.shownLabel,
    type: item.type,
    isEnabled: item.enabled,
    lines: item.submenu === undefined ? [] : readLines(item.submenu),
  }));

function findLine(menu: StandinMenu, path: readonly string[]): StandinMenuItem {
  const [head, ...rest] = path;
  const item = (menu.items as StandinMenuItem[]).find((each) => each.shownLabel.startsWith(head ?? ''));
  if (item === undefined)
    throw new Error(
      `No line "${head}" among: ${readLines(menu)
        .map((line) => line.label)
        .join(' | ')}`,
    );
  if (rest.length === 0) return item;
  if (item.submenu === undefined) throw new Error(`"${head}" has no lines of its own`);
  return findLine(item.submenu, rest);
}

function openMenu(): StandinMenu {
  const menu = tray().openMenuByPerson();
  if (menu === null) throw new Error('The tray opened no menu');
  return menu;
}

/**
 * What a person, a desktop and a machine do to the program, and what they see of it. All values are plain data, so that this
 * works inside the process and over its channel.
 */
export const controls = {
  becomeReady: () => app.becomeReady(),
  defects: () => [...world.defects],
  exitCode: () => ending.exitCode,

  tray(): ShownTray | null {
    const standing = currentTray();
    if (standing === null) return null;
    const { image, toolTip, menusSet, isSeen } = standing;
    return { icon: image.path, isTemplate: image.isTemplateImage(), toolTip, title: standing.getTitle(), menusSet, isSeen };
  },
  trayMenu: (): ShownLine[] => readLines(openMenu()),
  /** Chooses a line by the beginnings of its label and of its parents' labels. */
  chooseTrayLine: (path: string[]) => chooseMenuItem(findLine(openMenu(), path)),
  clickTray: () => tray().clickByPerson(),
  /** Linux: the registry of tray icons or its host comes or goes, as when the shell starts again. */
  setTrayPlace,
  doubleClickTray: () => tray().doubleClickByPerson(),

  windows: () =>
    StandinBrowserWindow.getAllWindows().map((window) => ({
      id: window.id,
      contentsId: window.webContents.id,
      kind: window.options.frame === false ? ('popover' as const) : ('main' as const),
      isVisible: window.isVisible(),
      isFocused: window.isFocused(),
      isSeen: window.isSeen,
      isFullScreen: window.isFullScreen(),
      progress: window.progress,
      isMaximised: window.isMaximized(),
      zoomLevel: window.webContents.zoomLevel,
      edits: [...window.webContents.edits],
      url: window.webContents.getURL(),
      bounds: window.getBounds(),
    })),
  closeWindow: (id: number) => windowById(id).close(),
  /** Destroys the window at an awkward moment, without asking. */
  destroyWindow: (id: number) => windowById(id).destroy(),
  blurWindow: (id: number) => windowById(id).blurByDesktop(),
  moveWindow: (id: number, bounds: { x: number; y: number; width: number; height: number }) => windowById(id).setBounds(bounds),
  /** macOS: covers it, or shows it again. */
  coverWindow: (id: number, isCovered: boolean) => windowById(id).coverByDesktop(isCovered),
  maximiseWindow: (id: number) => windowById(id).maximize(),
  unmaximiseWindow: (id: number) => windowById(id).unmaximize(),
  /** Its page wants to stay (beforeunload). */
  holdWindow: (id: number) => windowById(id).webContents.holdByPage(),
  /** Its page stops answering, or answers again. */
  hangWindow: (id: number, isHanging: boolean) => windowById(id).emit(isHanging ? 'unresponsive' : 'responsive'),
  pressKeys,
  /** A right click in the page: the menu that opens, or `null`. */
  openContextMenu(id: number, place: { isEditable: boolean; selectionText?: string; canPaste?: boolean }): ShownLine[] | null {
    const { isEditable, selectionText = '', canPaste = true } = place;
    const isSelected = selectionText !== '';
    const editFlags = { canCut: isEditable && isSelected, canCopy: isSelected, canPaste, canSelectAll: true };
    shownContextMenu.menu = null;
    windowById(id).webContents.contextMenuByPerson({ isEditable, selectionText, editFlags });
    return shownContextMenu.menu === null ? null : readLines(shownContextMenu.menu);
  },
  chooseContextLine: (label: string) => {
    if (shownContextMenu.menu === null) throw new Error('No context menu is open');
    return runMenuItem(findLine(shownContextMenu.menu, [label]));
  },
  /** Chooses a line of the menu above the window. */
  chooseMenuLine(path: string[]): boolean {
    const menu = StandinMenu.getApplicationMenu();
    if (menu === null) throw new Error('There is no application menu');
    return runMenuItem(findLine(menu, path));
  },
  minimiseWindow: (id: number) => windowById(id).minimize(),
  /** By the system's own button. */
  setFullScreen: (id: number, isOn: boolean) => windowById(id).setFullScreen(isOn),
  crashWindow: (id: number) => windowById(id).webContents.crash(),

  notifications: () => shownNotifications.map(({ id, title, body, buttons, state }) => ({ id, title, body, buttons, state })),
  /** Clicks the newest notification with that title. False: its object was collected, so nothing received the click. */
  clickNotification(title: string): boolean {
    const shown = shownNotifications.findLast((each) => each.title === title);
    if (shown === undefined) throw new Error(`No notification "${title}" among: ${shownNotifications.map((each) => each.title)}`);
    return endNotification(shown, 'clicked');
  },
  /** Presses a button of the newest notification with that title. False: its object was collected. */
  pressNotification(title: string, label: string): boolean {
    const shown = shownNotifications.findLast((each) => each.title === title);
    if (shown === undefined) throw new Error(`No notification "${title}" among: ${shownNotifications.map((each) => each.title)}`);
    return pressButton(shown, label);
  },
  setNotificationCentre: (knobs: Partial<typeof notificationCentre>) => void Object.assign(notificationCentre, knobs),
  closeNotification(title: string): boolean {
    const shown = shownNotifications.findLast((each) => each.title === title);
    return shown !== undefined && endNotification(shown, 'closed');
  },
  activateEarlierToast,
  failNotifications(reason: string | null): void {
    notificationCentre.failsWith = reason;
  },

  dialogs: () =>
    openDialogs.map(({ kind, hasParent, options: { signal: _signal, icon: _icon, ...options } }) => ({
      kind,
      hasParent,
      options,
    })),
  /** Answers the oldest open dialog: with a button's label, with nothing (Esc), or with a path for a file. */
  answerDialog(answer: { button?: string; isTicked?: boolean; path?: string | null }): void {
    const [open] = openDialogs;
    if (open === undefined) throw new Error('No dialog is open');
    open.answer(answer);
  },
  errorBoxes: () => [...shownErrorBoxes()],

  machineSays: (event: 'suspend' | 'resume' | 'shutdown' | 'lock-screen' | 'unlock-screen' | 'on-ac' | 'on-battery') => {
    if (event === 'on-battery' || event === 'on-ac') desktop.isOnBattery = event === 'on-battery';
    powerMonitor.sayByMachine(event);
  },
  setDesktop(knobs: Partial<typeof desktop>): void {
    const isBarChanged = knobs.isDarkBar !== undefined && knobs.isDarkBar !== desktop.isDarkBar;
    Object.assign(desktop, knobs);
    if (isBarChanged) nativeTheme.emit('updated');
  },
  /** What Chromium answers when it is asked for the proxy of an address; `null`: it fails. */
  setProxy(list: string | null): void {
    session.defaultSession.proxy = list;
  },
  desktop: () => ({ ...desktop }),
  theme: () => nativeTheme.themeSource,
  toastActivator: () => app.toastActivator,
  appUserModelId: () => app.appUserModelId,
  isSandboxEnforced: () => app.isSandboxEnforced,
  hasLock: () => app.hasLock,
  /** Says what an updater says before it closes windows for a new version. */
  handOverToUpdate: () => autoUpdater.emit('before-quit-for-update'),
  dockLog: () => [...dockLog],
  isDockShown: () => app.dock?.isVisible() ?? false,
  loginItemSets: () => [...loginItemSets],
  loginItem: (args: string[]) => app.getLoginItemSettings({ args }),
  grants: (permission: string) => currentSession().grants(permission),
  hasDefaultMenu: () => hasDefaultMenu(),
  applicationMenu(): ShownLine[] | null {
    const menu = StandinMenu.getApplicationMenu();
    return menu === null ? null : readLines(menu);
  },

  /** A second start of the program, after ready, with the other start's data; `null` if it sent none. */
  startAgain: (data: unknown) =>
    app.emit('second-instance', createEvent(), ['buoy', '--some-chromium-switch'], '/', data ?? null),
  activate: () => app.emit('activate', createEvent(), false),
  quit: () => app.quit(),
};

export type Controls = typeof controls;
export type ControlName = keyof Controls;
