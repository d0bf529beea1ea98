import type { Tray } from 'electron';
import { desktop } from '../desktop/desktop.ts';
import { createEvent, needType, refuseSubclass, StrictEmitter } from '../strict.ts';
import { needReady, world } from '../world.ts';
import { StandinMenu, type StandinMenuItem } from './menu.ts';
import { needImage, type StandinImage } from './native-image.ts';
import { trayPlace } from './tray-place.ts';

const events = ['click', 'right-click', 'double-click', 'middle-click', 'mouse-enter', 'mouse-leave', 'mouse-move'];
type Known =
  | 'setImage'
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'isDestroyed'
  | 'destroy'
  | 'getBounds'
  | 'setIgnoreDoubleClickEvents';

/**
 * The tray that exists, held weakly: the icon goes with its object once nothing refers to that. Linux gives a menu only to the
 * first tray, so a second is refused.
 */
let standing: WeakRef<StandinTray> | null = null;

export class StandinTray extends StrictEmitter implements Pick<Tray, Known> {
  image: StandinImage;
  toolTip = '';
  /** The menu that is set, and the one that was popped up last. */
  contextMenu: StandinMenu | null = null;
  poppedUp: StandinMenu | null = null;
  /** How often a menu was set. Each time closes the open one. */
  menusSet = 0;
  #title = '';
  #isDestroyed = false;
  #areDoubleClicksIgnored = false;
  /** Linux: Electron found a host when it made the tray. It looks once, and an icon that it gave up stays given up. */
  #isRegistered = world.profile.platform !== 'linux' || trayPlace.now === 'there';

  constructor(...args: [image: unknown, guid?: string]) {
    super('Tray', events);
    refuseSubclass(new.target, StandinTray, 'Tray');
    needReady('Cannot create Tray before app is ready');
    if (args.length > 1 && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(args[1])))
      throw new Error('Invalid GUID format');
    this.image = needImage(args[0]);
    if (currentTray() !== null) throw new Error('stand-in: a second tray icon has no menu on Linux');
    standing = new WeakRef(this);
  }

  /** Whether the desktop draws the icon. A registered one registers itself again whenever the registry comes back. */
  get isSeen(): boolean {
    if (world.profile.platform !== 'linux') return true;
    return this.#isRegistered ? trayPlace.now === 'there' : desktop.hasOldTray;
  }

  #alive(): void {
    if (this.#isDestroyed) throw new Error('Tray is destroyed');
  }

  setImage(image: unknown): void {
    this.#alive();
    this.image = needImage(image);
  }

  setToolTip(text: string): void {
    this.#alive();
    needType(0, text, 'string');
    this.toolTip = text;
  }

  setTitle(title: string): void {
    this.#alive();
    needType(0, title, 'string');
    if (world.profile.platform === 'darwin') this.#title = title;
  }

  getTitle(): string {
    this.#alive();
    return this.#title;
  }

  setContextMenu(menu: unknown): void {
    this.#alive();
    if (menu !== null && !(menu instanceof StandinMenu)) throw new TypeError('Must pass Menu or null');
    if (menu !== null && menu === this.contextMenu) throw new Error('stand-in: set a new Menu, an edited one stays stale');
    this.contextMenu = menu;
    this.menusSet += 1;
  }

  popUpContextMenu(menu?: StandinMenu): void {
    this.#alive();
    if (world.profile.platform === 'linux') throw new Error('stand-in: popUpContextMenu does nothing on Linux');
    this.poppedUp = menu ?? this.contextMenu;
  }

  setIgnoreDoubleClickEvents(isIgnored: boolean): void {
    this.#alive();
    needType(0, isIgnored, 'boolean');
    if (world.profile.platform !== 'darwin') throw new Error('stand-in: setIgnoreDoubleClickEvents is for macOS alone');
    this.#areDoubleClicksIgnored = isIgnored;
  }

  /** Two quick clicks: on macOS the second is another event, unless the program ignores double clicks. */
  doubleClickByPerson(): void {
    this.clickByPerson();
    if (world.profile.platform === 'darwin' && !this.#areDoubleClicksIgnored)
      this.emit('double-click', createEvent(), trayBounds());
    else this.clickByPerson();
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    this.#alive();
    return trayBounds();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    standing = null;
  }

  /** A person's left click. With a set menu on macOS it opens that; on Linux the tray's host decides what it means. */
  clickByPerson(): void {
    if (world.profile.platform === 'linux' && !desktop.hasActivatingTray) return;
    if (world.profile.platform === 'darwin' && this.contextMenu !== null) {
      this.poppedUp = this.contextMenu;
      return;
    }
    this.emit('click', createEvent({ triggeredByAccelerator: false }), trayBounds(), { x: 0, y: 0 });
  }

  /** The menu that a person sees: the one that is set on Linux, otherwise that of a right click. */
  openMenuByPerson(): StandinMenu | null {
    if (world.profile.platform === 'linux') return this.contextMenu;
    this.poppedUp = null;
    this.emit('right-click', createEvent(), trayBounds());
    return this.poppedUp;
  }
}

/** macOS has its bar at the top and Windows at the bottom. Linux does not say. */
function trayBounds() {
  const places = {
    linux: { x: 0, y: 0, width: 0, height: 0 },
    darwin: { x: 1500, y: 0, width: 24, height: 24 },
    win32: { x: 1700, y: 1040, width: 24, height: 40 },
  };
  return places[world.profile.platform];
}

export const currentTray = (): StandinTray | null => standing?.deref() ?? null;

/** Chooses a line as a person does. The line must exist and be enabled. */
export function chooseMenuItem(item: StandinMenuItem): void {
  if (!item.enabled || !item.visible || item.submenu !== undefined) throw new Error(`The line "${item.label}" cannot be chosen`);
  item.click(item, undefined, { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });
}
