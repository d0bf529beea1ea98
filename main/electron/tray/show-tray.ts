import type { MenuDeed, TrayView } from '../../../preload/contract/view.ts';
import type { Buoy } from '../../core/buoy.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { hostWords } from '../../core/words/host.ts';
import type { TrayHost } from '../system/tray-host.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { Popover } from '../windows/popover.ts';
import { menuTemplate } from './menu-template.ts';
import { createTray, type TrayOptions } from './tray.ts';

export interface TrayMenuOptions {
  platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`, or '' without one. */
  desktop: string;
  iconFolder: string;
  log: Log;
  clock: Clock;
  buoy: Buoy;
  host: TrayHost;
  window: MainWindow;
  popover: Popover;
  /** Does what a line of the menu stands for. */
  run(deed: MenuDeed): Promise<void>;
  /** `null` when this package cannot update itself. */
  onCheckForUpdates: (() => void) | null;
}

/** Draws the core's tray as long as the program runs, and does what its lines stand for. */
export function showTray({ host, ...options }: TrayMenuOptions): void {
  // Electron asks the desktop once, when it makes the tray: known by now, the answer is the same.
  void host.settled.then(() => keepTray(host, options));
}

/**
 * Electron gives a tray up that was made while the desktop had no host for it (status_icon_linux_dbus.cc), so the tray is made
 * again once there is one. One that a host has shown registers itself whenever the shell comes back. There is never a second
 * tray at the same time, which would have no menu.
 */
function keepTray(host: TrayHost, options: Omit<TrayMenuOptions, 'host'>): void {
  const { buoy } = options;
  const make = drawWith(options, host.noteUsed);
  let tray = make(buoy.tray());
  let hasHost = host.answer() === 'there';
  host.subscribe(() => {
    if (hasHost || host.answer() !== 'there') return;
    hasHost = true;
    tray.destroy();
    tray = make(buoy.tray());
  });
  buoy.subscribeTray((view) => tray.draw(view));
}

/** How a tray is made. `onUse` is called whenever the person uses it. */
function drawWith(
  { buoy, window, popover, run, onCheckForUpdates, ...desktop }: Omit<TrayMenuOptions, 'host'>,
  onUse: () => void,
): (view: TrayView) => ReturnType<typeof createTray> {
  const onDeed = (deed: MenuDeed) => {
    onUse();
    void run(deed);
  };
  const hostLines = onCheckForUpdates === null ? [] : [{ label: hostWords.checkForUpdates, click: onCheckForUpdates }];
  const trayOptions: TrayOptions = {
    ...desktop,
    template: (view) => menuTemplate(view.menu, onDeed, hostLines),
    onClick(icon) {
      onUse();
      if (icon === null) window.show(null);
      else popover.toggle(icon);
    },
  };
  return (view) => createTray(trayOptions, view);
}
