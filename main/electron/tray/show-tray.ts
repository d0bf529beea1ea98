import type { MenuDeed } from '../../../preload/contract/view.ts';
import type { Buoy } from '../../core/buoy.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { hostWords } from '../../core/words/host.ts';
import { copyText } from '../system/clipboard.ts';
import { askToConfirm, showFailure } from '../windows/dialogs.ts';
import type { MainWindow } from '../windows/main-window.ts';
import type { Popover } from '../windows/popover.ts';
import { createDeeds } from './deeds.ts';
import { menuTemplate } from './menu-template.ts';
import { createTray } from './tray.ts';

export interface TrayMenuOptions {
  platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`, or '' without one. */
  desktop: string;
  iconFolder: string;
  log: Log;
  clock: Clock;
  buoy: Buoy;
  window: MainWindow;
  popover: Popover;
  /** Shows one sentence as a notification. */
  tell(message: string): void;
  quit(): void;
  /** `null` when this package cannot update itself. */
  onCheckForUpdates: (() => void) | null;
}

/** Draws the core's tray as long as the program runs, and does what its lines stand for. */
export function showTray({ buoy, window, popover, tell, quit, onCheckForUpdates, ...desktop }: TrayMenuOptions): void {
  const run = createDeeds({
    runCommand: buoy.calls.runCommand,
    copy: copyText,
    showWindow: (route) => window.show(route),
    quit,
    confirm: (confirmation) => askToConfirm(window.current(), confirmation),
    tell,
    showFailure,
  });
  const hostLines = onCheckForUpdates === null ? [] : [{ label: hostWords.checkForUpdates, click: onCheckForUpdates }];
  const tray = createTray(
    {
      ...desktop,
      template: (view) => menuTemplate(view.menu, (deed: MenuDeed) => void run(deed), hostLines),
      onClick: (icon) => (icon === null ? window.show(null) : popover.toggle(icon)),
    },
    buoy.tray(),
  );
  buoy.subscribeTray(tray.draw);
}
