import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron';
import { needKnownOptions, refuseSubclass, StrictEmitter } from '../strict.ts';
import { world } from '../world.ts';
import { needImage } from './native-image.ts';

const types = ['normal', 'separator', 'submenu', 'checkbox', 'radio', 'header', 'palette'];
const roles = [
  'about',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'appMenu',
  'editMenu',
  'windowMenu',
  'copy',
  'cut',
  'paste',
  'selectAll',
  'undo',
  'redo',
];
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
  'toolTip',
];

/** One line of a menu as the desktop shows it. Its kind is fixed once it is made. */
export class StandinMenuItem {
  readonly id: string | undefined;
  readonly type: string;
  readonly role: string | undefined;
  readonly submenu: StandinMenu | undefined;
  readonly click: (item?: unknown, window?: unknown, event?: unknown) => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    if (typeof options !== 'object' || options === null) throw new TypeError('Invalid template for MenuItem');
    needKnownOptions('MenuItem', options, itemOptions);
    const { type, role, label, submenu } = options;
    if (label === undefined && role === undefined && type !== 'separator') {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    if (type !== undefined && !types.includes(type)) throw new Error(`Unknown menu item type: ${type}`);
    if (role !== undefined && !roles.includes(role)) throw new Error(`stand-in: unknown role ${role}`);
    if (type === 'submenu' && submenu === undefined) throw new Error('Invalid submenu');
    if (submenu !== undefined && options.click !== undefined) throw new Error('stand-in: a line with a submenu is never clicked');
    if (options.icon !== undefined && options.icon !== null) needImage(options.icon);
    this.id = options.id;
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = role;
    this.label = label ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu)
      ? StandinMenu.buildFromTemplate(submenu)
      : (submenu as unknown as StandinMenu | undefined);
    this.click = (item, window, event) => {
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

let applicationMenu: StandinMenu | null | undefined;

export class StandinMenu extends StrictEmitter implements Pick<Menu, 'getMenuItemById'> {
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
