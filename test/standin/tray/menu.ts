import type { Menu, MenuItem, MenuItemConstructorOptions, PopupOptions } from 'electron';
import { needKnownOptions, refuseSubclass, StrictEmitter } from '../strict.ts';
import { world } from '../world.ts';
import { menuRoles } from './menu-roles.ts';
import { needImage } from './native-image.ts';

const types = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'];
const itemOptions = [
  'id',
  'label',
  'sublabel',
  'type',
  'role',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
  'icon',
  'accelerator',
  'acceleratorWorksWhenHidden',
  'toolTip',
];

/** One line of a menu as the desktop shows it. Its kind is fixed once it is made. */
export class StandinMenuItem {
  readonly id: string | undefined;
  readonly type: string;
  readonly role: string | undefined;
  readonly submenu: StandinMenu | undefined;
  readonly accelerator: string | null;
  readonly click: (item?: unknown, window?: unknown, event?: unknown) => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    if (typeof options !== 'object' || options === null) throw new TypeError('Invalid template for MenuItem');
    needKnownOptions('MenuItem', options, itemOptions);
    const { type, role, label } = options;
    if (label === undefined && role === undefined && type !== 'separator') {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    if (type !== undefined && !types.includes(type)) throw new Error(`Unknown menu item type: ${type}`);
    if (role !== undefined && !(role in menuRoles)) throw new Error(`stand-in: unknown role ${role}`);
    const facts = role === undefined ? null : menuRoles[role];
    const submenu = options.submenu ?? facts?.submenu?.(world.profile.platform === 'darwin');
    if (type === 'submenu' && submenu === undefined) throw new Error('Invalid submenu');
    if (submenu !== undefined && options.click !== undefined) throw new Error('stand-in: a line with a submenu is never clicked');
    if (options.icon !== undefined && options.icon !== null) needImage(options.icon);
    this.id = options.id;
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.label = label ?? facts?.label ?? '';
    this.accelerator = options.accelerator ?? facts?.accelerator ?? null;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu)
      ? StandinMenu.buildFromTemplate(submenu)
      : (submenu as unknown as StandinMenu | undefined);
    this.click = (item, window, event) => {
      if (role !== undefined) throw new Error(`stand-in: Electron does what ${role} stands for`);
      if (this.type === 'checkbox') this.checked = !this.checked;
      options.click?.(item as never, window as never, event as never);
    };
    for (const name of ['id', 'type', 'role', 'submenu', 'click'] as const)
      Object.defineProperty(this, name, { writable: false });
  }

  /** What the person reads: a single ampersand marks a mnemonic, and two show one. */
  get shownLabel(): string {
    return this.label.replace(/&(.)/g, '$1');
  }
}

/** The context menu that a person has open. */
export const shownContextMenu = { menu: null as StandinMenu | null };

let applicationMenu: StandinMenu | null | undefined;

export class StandinMenu extends StrictEmitter implements Pick<Menu, 'getMenuItemById' | 'popup'> {
  readonly items: MenuItem[] & StandinMenuItem[];

  constructor(items: StandinMenuItem[] = []) {
    super('Menu', ['menu-will-show', 'menu-will-close']);
    refuseSubclass(new.target, StandinMenu, 'Menu');
    this.items = withoutIdleSeparators(items) as MenuItem[] & StandinMenuItem[];
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): StandinMenu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    return new StandinMenu(template.map((options) => new StandinMenuItem(options)));
  }

  static setApplicationMenu(menu: StandinMenu | null): void {
    if (menu !== null && !(menu instanceof StandinMenu)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }

  static getApplicationMenu(): StandinMenu | null {
    return applicationMenu ?? null;
  }

  /** Opens as a context menu; there must be a window to open it over. */
  popup(options: PopupOptions = {}): void {
    needKnownOptions('Popup', options, ['window', 'frame', 'x', 'y', 'positioningItem', 'sourceType', 'callback']);
    if (options.window === undefined) throw new Error('Cannot open Menu without a BaseWindow present');
    if (options.window.isDestroyed()) throw new TypeError('Object has been destroyed');
    shownContextMenu.menu = this;
  }

  getMenuItemById(id: string): MenuItem | null {
    return (findById(this, id) as unknown as MenuItem | undefined) ?? null;
  }
}

function findById(menu: StandinMenu, id: string): StandinMenuItem | undefined {
  for (const item of menu.items as StandinMenuItem[]) {
    const found = item.id === id ? item : item.submenu && findById(item.submenu, id);
    if (found) return found;
  }
  return undefined;
}

/** Separators at the edges and next to each other are dropped. */
function withoutIdleSeparators(items: StandinMenuItem[]): StandinMenuItem[] {
  const kept = items.filter((item, index) => item.type !== 'separator' || items[index - 1]?.type !== 'separator');
  while (kept[0]?.type === 'separator') kept.shift();
  while (kept.at(-1)?.type === 'separator') kept.pop();
  return kept;
}

/** Windows and Linux give each window a menu with developer tools until it is removed. */
export const hasDefaultMenu = (): boolean => applicationMenu === undefined && world.profile.platform !== 'darwin';
